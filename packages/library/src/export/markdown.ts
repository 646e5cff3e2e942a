import { pageOf } from '../state/page-of.ts';
import type { ArticleState, Highlight } from '../state/types.ts';
import { placeOf, titleOf } from './name-article.ts';

/** A section an article, a quote a highlight, its note below, and a link to the very passage. */
export function highlightsAsMarkdown(states: readonly ArticleState[]): string {
  return states.map((state) => `${section(state).join('\n\n')}\n`).join('\n');
}

function section(state: ArticleState): string[] {
  const page = pageOf(state);
  const place = placeOf(state);
  const title = escape(oneLine(titleOf(state)));
  const parts = [`## ${page === undefined ? title : `[${title}](<${page}>)`}`];
  if (page === undefined && place !== undefined && state.title !== undefined) parts.push(escape(oneLine(place)));
  for (const highlight of state.highlights) parts.push(...passage(highlight, page));
  return parts;
}

function passage({ anchor, note, fragment }: Highlight, page: string | undefined): string[] {
  const parts = [
    paragraphs(anchor.exact)
      .map((line) => `> ${line}`.trimEnd())
      .join('\n'),
  ];
  if (note !== undefined) parts.push(paragraphs(note).join('\n'));
  if (page !== undefined && fragment !== undefined) parts.push(`[Passage](<${page}${fragment}>)`);
  return parts;
}

/** Text as lines of Markdown: blank lines part paragraphs, other ends of lines (verse, items) are breaks. */
function paragraphs(text: string): string[] {
  return lines(text).map((line, at, all) => `${escape(line)}${line === '' || (all[at + 1] ?? '') === '' ? '' : '\\'}`);
}

/** Lines without what would show nothing (images among it), or make code of them. */
function lines(text: string): string[] {
  const trimmed = text
    .replaceAll('\uFFFC', '')
    .split('\n')
    .map((line) => line.trim());
  return trimmed.filter((line, at) => line !== '' || trimmed[at - 1] !== '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Characters that may begin something inside a line, entities, and what would be made a link of. */
const INLINE = /[\\`*_[\]<>~$|@]|&(?=#?[a-z\d]{1,32};)|:(?=\/\/)|(?<=www)\./gi;
/** What may begin a block at the start of a line. */
const BLOCK = /^[#+=:-]/;
const NUMBERED = /^(\d{1,9})(?=[.)])/;

/** Text of one line that Markdown shows as it is. */
function escape(text: string): string {
  return text
    .replaceAll(INLINE, String.raw`\$&`)
    .replace(BLOCK, String.raw`\$&`)
    .replace(NUMBERED, '$1\\');
}
