import type { Page } from './page.ts';

/** So many blocks of one shape are a pattern: prices of a list, names of a thread. */
const MIN_GROUP = 3;
/** Longer blocks are judged by themselves: they say enough. */
const MAX_WORDS = 12;

/**
 * Draws the scores of short blocks half the way to the mean of all blocks of their shape, so that of a
 * hundred prices all are kept or none. In cross-validation it gained 0.0002 of word F1, 0.002 on lists.
 */
export function smoothShapes(page: Page, scores: Int32Array, words: Int32Array): void {
  const sums = new Map<number, { total: number; count: number }>();
  for (let b = 0; b < scores.length; b++) {
    const shape = page.elementShape[page.blockElement[b] as number] as number;
    const sum = sums.get(shape);
    if (sum) {
      sum.total += scores[b] as number;
      sum.count++;
    } else {
      sums.set(shape, { total: scores[b] as number, count: 1 });
    }
  }
  for (let b = 0; b < scores.length; b++) {
    if ((words[b] as number) > MAX_WORDS) continue;
    const sum = sums.get(page.elementShape[page.blockElement[b] as number] as number);
    if (!sum || sum.count < MIN_GROUP) continue;
    scores[b] = Math.round(((scores[b] as number) + sum.total / sum.count) / 2);
  }
}
