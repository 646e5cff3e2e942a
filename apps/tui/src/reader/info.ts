import type { Meta } from '@lede/core';
import type { State } from './state.ts';

const FIELDS: readonly [Exclude<keyof Meta, 'origin'>, string][] = [
  ['title', 'Title'],
  ['authors', 'Authors'],
  ['byline', 'Byline'],
  ['dateline', 'Dateline'],
  ['published', 'Published'],
  ['modified', 'Modified'],
  ['site', 'Site'],
  ['section', 'Section'],
  ['language', 'Language'],
  ['canonicalUrl', 'Address'],
  ['tags', 'Tags'],
  ['excerpt', 'Excerpt'],
];

/** Shows what is known of the article, and where each thing was found. */
export function showInfo(state: State): State {
  const { meta, source, blocks, sentences, text } = state.article;
  const lines: string[] = [];
  for (const [field, name] of FIELDS) {
    const value = meta[field];
    const shown = Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? item : item.name)).join(', ')
      : value;
    if (shown === undefined || shown === '') continue;
    const origin = meta.origin[field];
    lines.push(`${name}: ${shown}${origin === undefined ? '' : ` (${origin})`}`);
  }
  const minutes = Math.max(1, Math.round(state.contents.clock().minutes));
  lines.push(
    `Length: ${minutes} min, ${text.length} characters, ${sentences.length} sentences, ${blocks.length} blocks`,
  );
  lines.push(
    `Source: ${[source.mediaType, source.url, `SHA-256 ${source.sha256.slice(0, 16)}…`].filter(Boolean).join(', ')}`,
  );
  for (const { message } of state.article.diagnostics) lines.push(`Note: ${message}`);
  return { ...state, mode: { kind: 'popup', title: 'About this article', lines } };
}
