import type { ArticleBuilder } from '../article/builder.ts';
import { failure, type LedeError } from '../errors.ts';
import { isHidden } from '../read/html/appearance.ts';
import type { ChildNode, ParentNode } from '../read/html/nodes.ts';
import type { TreeChoice } from '../read/html/tree-reader.ts';
import { isClean } from './clean.ts';
import { contextFeatures, CONTEXT_NAMES } from './context.ts';
import { FEATURE_NAMES, features } from './features.ts';
import { type Hints, readHints } from './hints.ts';
import { droppedNodes } from './keep.ts';
import { measure } from './measure.ts';
import { loadModel } from './model.ts';
import { cutPage, type Page } from './page.ts';
import { select, type Selection } from './select.ts';
import { survey } from './survey.ts';
import { isBoundary } from './tags.ts';
import { probability, sumTrees } from './trees.ts';

/** Which part of a page is its article. */
export interface Extraction {
  page: Page;
  hints: Hints;
  /** Scores of the blocks, 0 to 256. */
  scores: Int32Array;
  selection: Selection;
  /** Nodes that are not the article's; all else is. */
  dropped: ReadonlySet<ChildNode>;
  /** Expected word F1 of the choice, 0 to 1. */
  confidence: number;
}

/** What of a page the reader should read, or why there is nothing to read. */
export interface ArticleChoice {
  choice: TreeChoice;
  error?: LedeError;
}

/** Below this expected word F1 the choice is told to be doubtful. */
const DOUBTFUL = 0.5;

/**
 * Finds the article of a page for the reader. With `onlyIfNeeded` all of a clean document is its article.
 * Changes the tree only where a `noscript` is unfolded.
 */
export function extractArticle(
  root: ParentNode,
  onlyIfNeeded: boolean,
  builder: Pick<ArticleBuilder, 'diagnose'>,
): ArticleChoice {
  const page = cutPage(root);
  if (onlyIfNeeded && isClean(page)) return { choice: {} };
  const { dropped, selection, confidence } = extract(page);
  const choice: TreeChoice = {
    keep: (node) => !dropped.has(node),
    // What is hidden as a whole was judged by its content; a hidden part of a line never is content.
    isHidden: (element) => !isBoundary(element.tagName) && isHidden(element),
  };
  if (!selection.kept.includes(1)) return { choice, error: failure('no-article-found').error };
  if (confidence < DOUBTFUL) {
    builder.diagnose({
      code: 'low-confidence',
      message: `What is the article is doubtful on this page: expected agreement ${confidence.toFixed(2)} of 1.`,
    });
  }
  return { choice };
}

/** Finds the article of a page that was cut into blocks. */
export function extract(page: Page): Extraction {
  const { lexicon, first, second } = loadModel();
  const hints = readHints(page);
  const measures = measure(page, hints);
  const s = survey(page, hints, measures, lexicon);
  const rows = features(s);
  const firstScores = sumTrees(first, rows, FEATURE_NAMES.length).map(probability);
  const context = contextFeatures(s, firstScores);
  const scores = sumTrees(second, beside(rows, context, s.count), WIDTH).map(probability);
  const selection = select(scores, measures.words);
  return {
    page,
    hints,
    scores,
    selection,
    dropped: droppedNodes(page, selection.kept),
    confidence: selection.expected,
  };
}

const WIDTH: number = FEATURE_NAMES.length + CONTEXT_NAMES.length;

/** Two matrices side by side. */
function beside(left: Float32Array, right: Float32Array, rows: number): Float32Array {
  const out = new Float32Array(rows * WIDTH);
  const leftWidth = FEATURE_NAMES.length;
  const rightWidth = CONTEXT_NAMES.length;
  for (let row = 0; row < rows; row++) {
    out.set(left.subarray(row * leftWidth, (row + 1) * leftWidth), row * WIDTH);
    out.set(right.subarray(row * rightWidth, (row + 1) * rightWidth), row * WIDTH + leftWidth);
  }
  return out;
}
