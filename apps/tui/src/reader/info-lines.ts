import type { Draft, Meta } from '@lede/core';
import { formatMinutes } from '../layout/duration.ts';

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
  ['license', 'Licence'],
  ['tags', 'Tags'],
  ['excerpt', 'Excerpt'],
];

/** What is known of an article that takes `time` minutes, and where each thing was found: a fact a line. */
export function infoLines(article: Draft, time: number): string[] {
  const { meta, source, blocks, sentences, text, diagnostics } = article;
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
  lines.push(
    `Length: ${formatMinutes(time)}, ${text.length} characters, ${sentences.length} sentences, ${blocks.length} blocks`,
  );
  lines.push(
    `Source: ${[source.mediaType, source.url, `SHA-256 ${source.sha256.slice(0, 16)}…`].filter(Boolean).join(', ')}`,
  );
  for (const { message } of diagnostics) lines.push(`Note: ${message}`);
  return lines;
}
