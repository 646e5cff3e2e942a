import type { CorpusPage } from '../../training/corpus.ts';

export const HALVES = ['a', 'b'] as const;
export type Half = (typeof HALVES)[number];

/** Which half of the sites a page is in: rules are written with one half in view and judged by the other. */
export function halfOf({ site }: CorpusPage): Half {
  // FNV-1a over the name of the site, so that all pages of a site are in one half.
  let hash = 0x811c9dc5;
  for (const char of site) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 16) % 2 === 0 ? 'a' : 'b';
}
