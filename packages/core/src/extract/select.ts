import { FULL } from './trees.ts';

/**
 * Chooses the blocks that make the best expected word F1: with probabilities p and words w, keeping the set
 * S gives about 2 Σ_S wp / (Σ_S w + Σ wp). The best set holds the blocks above some score, so all
 * cuts between two scores are tried. (Lipton, Elkan, Naryanaswamy 2014: the best cut is half the best F1.)
 */
export interface Selection {
  kept: Uint8Array;
  /** Blocks with at least this score are kept. */
  cut: number;
  /** Words that are kept. */
  words: number;
  /** Expected word F1 of the choice, 0 to 1. */
  expected: number;
}

export function select(scores: Int32Array, words: Int32Array): Selection {
  // Whole numbers of words by score; one sum for all cuts.
  const byScore = new Float64Array(FULL + 1);
  for (let b = 0; b < scores.length; b++)
    byScore[scores[b] as number] = (byScore[scores[b] as number] as number) + (words[b] as number);
  let mass = 0;
  for (let score = 0; score <= FULL; score++) mass += (byScore[score] as number) * score;
  let cut = FULL + 1;
  let keptWords = 0;
  let expected = 0;
  let kept = 0;
  let found = 0;
  for (let score = FULL; score > 0; score--) {
    kept += byScore[score] as number;
    found += (byScore[score] as number) * score;
    const f1 = kept > 0 ? (2 * found) / (kept * FULL + mass) : 0;
    if (f1 > expected) {
      expected = f1;
      cut = score;
      keptWords = kept;
    }
  }
  return { kept: Uint8Array.from(scores, (score) => (score >= cut ? 1 : 0)), cut, words: keptWords, expected };
}
