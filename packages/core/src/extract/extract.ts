import { dropCopies, dropRepeatedRuns } from './copies.ts';
import { contextFeatures, CONTEXT_NAMES } from './context.ts';
import { FEATURE_NAMES, features } from './features.ts';
import type { Hints } from './hints.ts';
import { PageLexicon } from './lexicon.ts';
import { measure, type Measures } from './measure.ts';
import { loadModel } from './model.ts';
import { keepNotes } from './notes.ts';
import { pageKind } from './page-kind.ts';
import { pageWords } from './page-words.ts';
import type { Page } from './page.ts';
import { select, type Selection } from './select.ts';
import { smoothShapes } from './smooth.ts';
import { survey } from './survey.ts';
import { probability, sumTrees } from './trees.ts';

/** Which blocks of a page are its article. */
export interface Extraction {
  selection: Selection;
  /** Scores of the blocks, 0 to 256. */
  scores: Int32Array;
  /** What the first model saw: `FEATURE_NAMES.length` columns for each block. */
  rows: Float32Array;
  /** What the second model saw: the same and `CONTEXT_NAMES.length` columns for each of `candidates`. */
  candidateRows: Float32Array;
  /** The blocks that the first model did not rule out. */
  candidates: Int32Array;
  /** How likely each of `PAGE_KINDS` is, in 64ths. */
  kind: readonly number[];
}

/**
 * Blocks with less than this in 256ths after the first model are out: no second look has brought one back
 * that mattered, and they are most of the blocks of a page.
 */
const RULED_OUT = 2;

/** Finds the article of a page that was cut into blocks: scores every block, twice, and chooses the best cut. */
export function extract(page: Page, hints: Hints, measures: Measures = measure(page, hints)): Extraction {
  const { kinds, lexicon, linear, first, second } = loadModel();
  const kind = pageKind(pageWords(page, measures), kinds);
  const s = survey(page, hints, measures, new PageLexicon(lexicon, kind), linear, kind);
  const rows = features(s);
  const firstScores = sumTrees(first, rows, FEATURE_NAMES.length).map(probability);
  const candidates = Int32Array.from(firstScores.keys()).filter((b) => (firstScores[b] as number) >= RULED_OUT);
  const candidateRows = beside(rows, contextFeatures(s, firstScores), candidates);
  const sums = sumTrees(second, candidateRows, CANDIDATE_WIDTH);
  const scores = new Int32Array(s.count);
  candidates.forEach((b, row) => {
    // The models err on different pages. The second knows better where an article ends: it counts for three quarters.
    scores[b] = ((firstScores[b] as number) + 3 * probability(sums[row] as number)) >> 2;
  });
  smoothShapes(page, scores, measures.words);
  const selection = select(scores, measures.words);
  keepNotes(page, selection.kept);
  dropCopies(page, selection.kept, measures.hash, measures.words);
  dropRepeatedRuns(page, selection.kept, measures.hash, measures.words);
  return { selection, scores, rows, candidateRows, candidates, kind };
}

const CANDIDATE_WIDTH: number = FEATURE_NAMES.length + CONTEXT_NAMES.length;

/** Rows of two matrices side by side. */
function beside(left: Float32Array, right: Float32Array, blocks: Int32Array): Float32Array {
  const out = new Float32Array(blocks.length * CANDIDATE_WIDTH);
  const leftWidth = FEATURE_NAMES.length;
  const rightWidth = CONTEXT_NAMES.length;
  blocks.forEach((b, row) => {
    out.set(left.subarray(b * leftWidth, (b + 1) * leftWidth), row * CANDIDATE_WIDTH);
    out.set(right.subarray(b * rightWidth, (b + 1) * rightWidth), row * CANDIDATE_WIDTH + leftWidth);
  });
  return out;
}
