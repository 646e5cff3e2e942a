import { blockAt } from '@lede/core';
import { pointOf } from './move.ts';
import type { State } from './state.ts';

/** More words are more likely to have a mark between them. */
const MOST_WORDS = 3;
const LONGEST_WORDS = 60;

/** Words that the source most likely has as they are, and how far into the text they stand. */
export function editPlace(state: State): { progress: number; words: string } {
  const { text, blocks } = state.article;
  const point = pointOf(state);
  const end = blocks[blockAt(state.article, point) ?? -1]?.end ?? point;
  const words = text
    .slice(point, Math.min(end, point + LONGEST_WORDS))
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .join(' ');
  return { progress: point / Math.max(1, text.length), words };
}
