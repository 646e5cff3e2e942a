import path from 'node:path';
import { type ArticleState, exportHighlights } from '@lede/library';
import { isAddress } from '../cli/input-kind.ts';
import type { HighlightFormat } from '../cli/options.ts';

/** Highlights and notes as text, and those of `inputs` that have none. */
export interface WrittenHighlights {
  text: string;
  without: readonly string[];
}

/** Writes the highlights of the articles that `inputs` name by path or address; of all where there are none. */
export function writeHighlights(
  states: readonly ArticleState[],
  inputs: readonly string[],
  format: HighlightFormat,
): WrittenHighlights {
  const marked = states.filter(({ highlights }) => highlights.length > 0);
  if (inputs.length === 0) return { text: exportHighlights(marked, format), without: [] };
  const chosen = marked.filter((state) => inputs.some((input) => isOf(state, input)));
  const without = inputs.filter((input) => !marked.some((state) => isOf(state, input)));
  return { text: exportHighlights(chosen, format), without };
}

function isOf({ key, path: file }: ArticleState, input: string): boolean {
  if (!isAddress(input)) return file === path.resolve(input);
  return key === URL.parse(input)?.href.replace(/#.*$/s, '');
}
