import { parseTree } from '../read/html/parse-tree.ts';
import { contributions } from './contributions.ts';
import { CONTEXT_NAMES } from './context.ts';
import { type Extraction, extract } from './extract.ts';
import { FEATURE_NAMES } from './features.ts';
import { readHints } from './hints.ts';
import { loadModel } from './model.ts';
import { BREAK, cutPage, type Page } from './page.ts';
import { FULL, UNIT } from './trees.ts';

/** Why a block of a page is, or is not, taken for the article. */
export interface BlockVerdict {
  /** Its text, white space collapsed. */
  text: string;
  /** The elements around it, outermost first: `main > div.post > p`. */
  path: string;
  /** How sure it is the article, 0 to 1. */
  score: number;
  kept: boolean;
  /** The features that decided, the strongest first; `effect` is what each adds to the log-odds. */
  reasons: { feature: string; value: number; effect: number }[];
}

export interface PageVerdict {
  /** Blocks with at least this score are kept. */
  cut: number;
  /** Expected agreement of the choice with the true article (word F1), 0 to 1. */
  confidence: number;
  blocks: BlockVerdict[];
}

/** Reasons that are told of each block. */
const REASONS = 5;
/** Elements of the path that are told. */
const PATH = 5;

/**
 * Tells of every block of a page whether it is taken for the article, and why, so that a wrong cut can be
 * understood and reported. Blocks that other rules leave out afterwards count as left out.
 *
 * @example
 * for (const { kept, score, text } of explainHtml(html).blocks) console.log(kept ? '+' : '-', score, text);
 */
export function explainHtml(html: string): PageVerdict {
  const page = cutPage(parseTree(html).root);
  const extraction = extract(page, readHints(page));
  const { selection, scores } = extraction;
  const blocks = page.blockElement.map((element, b) => ({
    text: textOf(page, b),
    path: pathOf(page, element),
    score: (scores[b] as number) / FULL,
    kept: selection.kept[b] === 1,
    reasons: reasonsOf(extraction, b),
  }));
  return { cut: selection.cut / FULL, confidence: selection.expected, blocks };
}

const NAMES: readonly string[] = [...FEATURE_NAMES, ...CONTEXT_NAMES];

/** Of a block that the first model ruled out, what decided there. */
function reasonsOf({ rows, candidates, candidateRows }: Extraction, b: number): BlockVerdict['reasons'] {
  const { first, second } = loadModel();
  const candidate = candidates.indexOf(b);
  const [trees, matrix, at, width] =
    candidate < 0 ? [first, rows, b, FEATURE_NAMES.length] : [second, candidateRows, candidate, NAMES.length];
  const row = matrix.subarray(at * width, (at + 1) * width);
  return Array.from(contributions(trees, row), (effect, i) => ({
    feature: NAMES[i] ?? '',
    value: row[i] ?? 0,
    effect: effect / UNIT,
  }))
    .toSorted((a, other) => Math.abs(other.effect) - Math.abs(a.effect))
    .slice(0, REASONS);
}

function textOf(page: Page, b: number): string {
  let text = '';
  for (let t = page.blockTexts[b] as number; t < (page.blockTexts[b + 1] as number); t++) {
    if ((page.textInline[t] as number) & BREAK) text += ' ';
    text += page.texts[t]?.value ?? '';
  }
  return text.replace(/\s+/g, ' ').trim();
}

function pathOf(page: Page, element: number): string {
  const parts: string[] = [];
  for (let e = element; e >= 0 && parts.length < PATH; e = page.elementParent[e] as number) {
    parts.unshift((page.elementClass[e] as string).trim().split(/\s+/, 2).join('.'));
  }
  return parts.join(' > ');
}
