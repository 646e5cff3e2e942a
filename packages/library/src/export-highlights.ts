import type { Anchor } from '@lede/core';
import type { Highlight, ReadingState } from './reading-state.ts';

export const HIGHLIGHT_FORMATS = ['markdown', 'json', 'text'] as const;
export type HighlightFormat = (typeof HIGHLIGHT_FORMATS)[number];

/**
 * Highlights and notes of articles, for people (Markdown, plain text) or for other annotation tools (JSON: a
 * list of annotations as the W3C's Web Annotation Data Model has them). Articles without any are left out.
 */
export function exportHighlights(states: readonly ReadingState[], format: HighlightFormat): string {
  const articles = states
    .map((state) => ({ state, highlights: kept(state) }))
    .filter(({ highlights }) => highlights.length > 0);
  if (format === 'json') {
    const annotations = articles.flatMap(({ state, highlights }) =>
      highlights.map((highlight) => annotation(state, highlight)),
    );
    return `${JSON.stringify(annotations, null, 2)}\n`;
  }
  const write = format === 'markdown' ? markdownOf : textOf;
  return articles.map(({ state, highlights }) => write(state, highlights)).join('\n');
}

function kept({ highlights }: ReadingState): Highlight[] {
  return highlights
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end);
}

function annotation({ location }: ReadingState, { id, anchor, note, createdAt, updatedAt }: Highlight): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: note === undefined ? 'highlighting' : 'commenting',
    created: createdAt,
    modified: updatedAt,
    ...(note === undefined ? {} : { body: { type: 'TextualBody', value: note, format: 'text/plain' } }),
    target: { source: location, selector: quoteSelector(anchor) },
  };
}

/** Without the article at hand, the words and what stands around them say where they are. */
function quoteSelector({ exact, prefix, suffix }: Anchor): object {
  return {
    type: 'TextQuoteSelector',
    exact,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

function markdownOf({ title, location }: ReadingState, highlights: readonly Highlight[]): string {
  const parts = [`## ${escapeMarkdown(title ?? location)}`, `<${location}>`];
  for (const { anchor, note } of highlights) {
    parts.push(quoteLines(escapeMarkdown(anchor.exact)));
    if (note !== undefined) parts.push(escapeMarkdown(note));
  }
  return `${parts.join('\n\n')}\n`;
}

function textOf({ title, location }: ReadingState, highlights: readonly Highlight[]): string {
  const parts = [`${title ?? location}\n${location}`];
  for (const { anchor, note } of highlights) {
    const quote = `“${anchor.exact.replaceAll(/\s+/g, ' ')}”`;
    parts.push(note === undefined ? quote : `${quote}\n    ${note.replaceAll('\n', '\n    ')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Escapes what Markdown would read as markup, wherever it stands. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);
}
