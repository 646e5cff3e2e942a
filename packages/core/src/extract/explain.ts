import { contributor } from './contributions.ts';
import { CONTEXT_NAMES } from './context.ts';
import type { Extraction } from './extract.ts';
import { FEATURE_NAMES } from './features.ts';
import { loadModel } from './model.ts';
import { PAGE_KINDS } from './page-kind.ts';
import { type Page, textOfBlock } from './page.ts';
import { FULL, UNIT } from './trees.ts';

/** Why a block of a page is, or is not, taken for the article. */
export interface BlockTrace {
  /** Its text, white space collapsed. */
  text: string;
  /** The elements around it, outermost first, at most five: `main > div.post > p`. */
  path: string;
  words: number;
  /** How sure it is the article, 0 to 1. */
  score: number;
  kept: boolean;
  /**
   * What left it out: a score below the cut, the first model alone (which looks at the block and not at the
   * scores around it), or an earlier block with the same words.
   */
  left?: 'score' | 'ruled-out' | 'copy';
  /** The features that decided, the strongest first; `effect` is what each adds to the log-odds. */
  reasons: { feature: string; value: number; effect: number }[];
}

/** How the article of a page was found. */
export interface PageTrace {
  /** `blocks`: chosen block by block; `whole`: a clean document, kept whole; `data`: taken from what the page carries for its scripts. */
  source: 'blocks' | 'whole' | 'data';
  /** Blocks with at least this score are kept, 0 to 1. */
  cut: number;
  /** Expected agreement of the choice with the true article (word F1), 0 to 1. */
  confidence: number;
  /** What kind of page the models took it for: the share of each. */
  kinds: Record<string, number>;
  blocks: BlockTrace[];
}

/** Reasons that are told of each block. */
const REASONS = 5;
/** Elements of the path that are told. */
const PATH = 5;
/** Parts of a kind's share. */
const KIND_SHARES = 64;

/** Tells of every block of a page whether it is taken for the article, and why. */
export function explain(page: Page, extraction: Extraction, words: Int32Array, source: PageTrace['source']): PageTrace {
  const { selection, scores, kind } = extraction;
  const reasonsOf = reasoner(extraction);
  const rowOf = new Map(Array.from(extraction.candidates, (block, row) => [block, row]));
  const blocks = page.blockElement.map((element, b): BlockTrace => {
    const kept = source === 'whole' || (source === 'blocks' && selection.kept[b] === 1);
    const row = rowOf.get(b);
    return {
      text: textOfBlock(page, b).replace(/\s+/g, ' ').trim(),
      path: pathOf(page, element),
      words: words[b] as number,
      score: (scores[b] as number) / FULL,
      kept,
      ...(kept || source === 'data' ? {} : { left: leftBy(extraction, b, row) }),
      reasons: reasonsOf(b, row),
    };
  });
  return {
    source,
    cut: selection.cut / FULL,
    confidence: selection.expected,
    kinds: Object.fromEntries(PAGE_KINDS.map((name, k) => [name, (kind[k] ?? 0) / KIND_SHARES])),
    blocks,
  };
}

function leftBy(
  { selection, scores }: Extraction,
  b: number,
  row: number | undefined,
): NonNullable<BlockTrace['left']> {
  if (row === undefined) return 'ruled-out';
  return (scores[b] as number) >= selection.cut ? 'copy' : 'score';
}

const NAMES: readonly string[] = [...FEATURE_NAMES, ...CONTEXT_NAMES];

/** Tells what decided about a block; of one that the first model ruled out (`candidate` is not given) what decided there. */
function reasoner({ rows, candidateRows }: Extraction): (b: number, candidate?: number) => BlockTrace['reasons'] {
  const { first, second } = loadModel();
  const [byFirst, bySecond] = [contributor(first), contributor(second)];
  return (b, candidate) => {
    const [contributions, matrix, at, width] =
      candidate === undefined
        ? [byFirst, rows, b, FEATURE_NAMES.length]
        : [bySecond, candidateRows, candidate, NAMES.length];
    const row = matrix.subarray(at * width, (at + 1) * width);
    return Array.from(contributions(row), (effect, i) => ({
      feature: NAMES[i] ?? '',
      value: row[i] ?? 0,
      effect: effect / UNIT,
    }))
      .filter(({ effect }) => effect !== 0)
      .toSorted((x, y) => Math.abs(y.effect) - Math.abs(x.effect))
      .slice(0, REASONS);
  };
}

function pathOf(page: Page, element: number): string {
  const parts: string[] = [];
  for (let e = element; e >= 0 && parts.length < PATH; e = page.elementParent[e] as number) {
    parts.unshift((page.elementClass[e] as string).trim().split(/\s+/, 2).join('.'));
  }
  return parts.join(' > ');
}
