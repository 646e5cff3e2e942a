import type { ArticleState } from '../state/types.ts';
import { writeAnnotations } from './annotations.ts';
import { highlightsAsMarkdown } from './markdown.ts';
import { highlightsAsText } from './text.ts';

export type ExportFormat = 'markdown' | 'json' | 'text';

const WRITERS: Readonly<Record<ExportFormat, (states: readonly ArticleState[]) => string>> = {
  markdown: highlightsAsMarkdown,
  json: writeAnnotations,
  text: highlightsAsText,
};

/**
 * Writes the highlights of articles with their notes; articles without any are left out. `markdown` and
 * `text` are for people, by article, in the order of the text; `json` is a collection of W3C Web
 * Annotations, which `importHighlights` reads back. Needs no article: the states hold the words.
 *
 * @example
 * exportHighlights(store.all().states, 'markdown');
 */
export function exportHighlights(states: readonly ArticleState[], format: ExportFormat): string {
  return WRITERS[format](states.filter(({ highlights }) => highlights.length > 0));
}
