import { type Articles, findArticles } from './articles.ts';
import { type Cluster, findCluster } from './cluster.ts';
import { type Core, findCore, NO_CORE } from './core.ts';
import type { Hints } from './hints.ts';
import type { PageLexicon } from './lexicon.ts';
import { type LinearModel, scoreWords, type WordScores } from './linear.ts';
import type { Measures } from './measure.ts';
import { INSIDE, type Page } from './page.ts';
import { blocksWithin, sumsBefore, within } from './sums.ts';

/** A block counts as prose from this many words on, while less than a third of it is links. */
export const PROSE_WORDS = 12;

/** Everything that the features read: the page, and sums and pointers worked out once for all blocks. */
export interface Survey {
  page: Page;
  hints: Hints;
  /** How much the page is of each kind, in 64ths. */
  kind: readonly number[];
  measures: Measures;
  count: number;
  /** Sums over the blocks before block `b`; one entry more than there are blocks. */
  wordsBefore: Int32Array;
  charsBefore: Int32Array;
  linkCharsBefore: Int32Array;
  proseBefore: Int32Array;
  stopsBefore: Int32Array;
  currencyBefore: Int32Array;
  headingsBefore: Int32Array;
  /** Nearest ancestor with more blocks than the element has, or -1. */
  wider: Int32Array;
  /** Siblings of the same shape, the element included; its place among them; their words and link characters. */
  repeats: Int32Array;
  repeatIndex: Int32Array;
  repeatWords: Int32Array;
  repeatLinkChars: Int32Array;
  repeatChars: Int32Array;
  /** The same for elements of one shape anywhere on the page, counting only blocks that they hold directly. */
  shapeBlocks: Int32Array;
  shapeWords: Int32Array;
  shapeChars: Int32Array;
  shapeLinkChars: Int32Array;
  /** The nearest element around, itself included, that is one of at least three alike, or -1; steps of `wider` up to it. */
  item: Int32Array;
  itemSteps: Int32Array;
  /** The lexicon's weights of an element's names, and their sum, least and greatest with those around. */
  ownWeight: Int32Array;
  chainSum: Int32Array;
  chainMin: Int32Array;
  chainMax: Int32Array;
  bodyWeight: number;
  /** Deepest elements that hold half, and three quarters, of the page's prose. */
  core: Core;
  wideCore: Core;
  /** The element whose own paragraphs hold most of the page's prose. */
  cluster: Cluster;
  articles: Articles;
  /** What the linear model makes of each block's words and place. */
  wordScores: WordScores;
  /** How many blocks have the same text. */
  copies: Int32Array;
  copyIndex: Int32Array;
  /** Index of the last heading before block `b`, or -1, and of the next after it, or `count`. */
  headingBefore: Int32Array;
  headingAfter: Int32Array;
  /** The block that looks most like the page's title, or -1. */
  titleBlock: number;
}

export function survey(
  page: Page,
  hints: Hints,
  measures: Measures,
  lexicon: PageLexicon,
  linear: LinearModel,
  kind: readonly number[],
): Survey {
  const count = page.blockElement.length;
  const total = page.elements.length;
  const { words, chars, linkChars, stops, currency } = measures;
  const prose = new Int32Array(count);
  const headings = findHeadings(page);
  const headingBefore = headingsAbove(headings);
  for (let b = 0; b < count; b++) {
    const isProse = (words[b] as number) >= PROSE_WORDS && (linkChars[b] as number) * 3 < (chars[b] as number);
    if (isProse) prose[b] = words[b] as number;
  }
  const proseBefore = sumsBefore(prose);
  const s: Survey = {
    page,
    hints,
    kind,
    measures,
    count,
    wordsBefore: sumsBefore(words),
    charsBefore: sumsBefore(chars),
    linkCharsBefore: sumsBefore(linkChars),
    proseBefore,
    stopsBefore: sumsBefore(stops),
    currencyBefore: sumsBefore(currency),
    headingsBefore: sumsBefore(headings),
    wider: new Int32Array(total).fill(-1),
    repeats: new Int32Array(total),
    repeatIndex: new Int32Array(total),
    repeatWords: new Int32Array(total),
    repeatLinkChars: new Int32Array(total),
    repeatChars: new Int32Array(total),
    shapeBlocks: new Int32Array(total),
    shapeWords: new Int32Array(total),
    shapeChars: new Int32Array(total),
    shapeLinkChars: new Int32Array(total),
    item: new Int32Array(total).fill(-1),
    itemSteps: new Int32Array(total).fill(-1),
    ownWeight: new Int32Array(total),
    chainSum: new Int32Array(total),
    chainMin: new Int32Array(total),
    chainMax: new Int32Array(total),
    bodyWeight: 0,
    core: NO_CORE,
    wideCore: NO_CORE,
    cluster: findCluster(page, prose),
    articles: findArticles(page, proseBefore),
    wordScores: scoreWords(page, measures, headingBefore, linear),
    copies: new Int32Array(count),
    copyIndex: new Int32Array(count),
    headingBefore,
    headingAfter: headingsBelow(headings),
    titleBlock: -1,
  };
  surveyWider(s);
  surveyRepeats(s);
  surveyItems(s);
  surveyShapes(s);
  surveyClasses(s, lexicon);
  surveyCopies(s);
  s.titleBlock = findTitle(s, headings);
  s.core = findCore(page, s.proseBefore, 2);
  s.wideCore = findCore(page, s.proseBefore, 4 / 3);
  return s;
}

function surveyWider({ page, wider }: Survey): void {
  for (let e = 0; e < wider.length; e++) {
    const parent = page.elementParent[e] as number;
    if (parent < 0) continue;
    wider[e] = blocksWithin(page, parent) > blocksWithin(page, e) ? parent : (wider[parent] as number);
  }
}

function surveyRepeats(s: Survey): void {
  const { page } = s;
  const groups = new Map<number, number>();
  const first = new Int32Array(s.repeats.length);
  // Sums are gathered at the first of each group, then copied to the others.
  for (let e = 0; e < first.length; e++) {
    const key = (Math.imul(page.elementParent[e] as number, 0x9e3779b1) ^ (page.elementShape[e] as number)) | 0;
    let head = groups.get(key);
    if (head === undefined) groups.set(key, (head = e));
    first[e] = head;
    s.repeatIndex[e] = s.repeats[head] as number;
    s.repeats[head] = (s.repeats[head] as number) + 1;
    s.repeatWords[head] = (s.repeatWords[head] as number) + within(s.wordsBefore, page, e);
    s.repeatChars[head] = (s.repeatChars[head] as number) + within(s.charsBefore, page, e);
    s.repeatLinkChars[head] = (s.repeatLinkChars[head] as number) + within(s.linkCharsBefore, page, e);
  }
  for (let e = 0; e < first.length; e++) {
    const head = first[e] as number;
    s.repeats[e] = s.repeats[head] as number;
    s.repeatWords[e] = s.repeatWords[head] as number;
    s.repeatChars[e] = s.repeatChars[head] as number;
    s.repeatLinkChars[e] = s.repeatLinkChars[head] as number;
  }
}

/** Alike elements in a row are items of a list, a thread, a grid; paragraphs are not. */
const MIN_ALIKE = 3;
/** Items farther out than this say nothing of a block. */
const MAX_ITEM_STEPS = 12;

function surveyItems({ page, repeats, wider, item, itemSteps }: Survey): void {
  for (let e = 0; e < item.length; e++) {
    const outer = wider[e] as number;
    if ((repeats[e] as number) >= MIN_ALIKE && page.elementKind[e] !== 2) {
      item[e] = e;
      itemSteps[e] = 0;
    } else if (outer >= 0 && (item[outer] as number) >= 0 && (itemSteps[outer] as number) < MAX_ITEM_STEPS) {
      item[e] = item[outer] as number;
      itemSteps[e] = (itemSteps[outer] as number) + 1;
    }
  }
}

function surveyShapes(s: Survey): void {
  const { page, measures } = s;
  const heads = new Map<number, number>();
  for (let b = 0; b < s.count; b++) {
    const e = page.blockElement[b] as number;
    const shape = page.elementShape[e] as number;
    let head = heads.get(shape);
    if (head === undefined) heads.set(shape, (head = e));
    s.shapeBlocks[head] = (s.shapeBlocks[head] as number) + 1;
    s.shapeWords[head] = (s.shapeWords[head] as number) + (measures.words[b] as number);
    s.shapeChars[head] = (s.shapeChars[head] as number) + (measures.chars[b] as number);
    s.shapeLinkChars[head] = (s.shapeLinkChars[head] as number) + (measures.linkChars[b] as number);
  }
  for (let e = 0; e < s.shapeBlocks.length; e++) {
    const head = heads.get(page.elementShape[e] as number);
    if (head === undefined) continue;
    s.shapeBlocks[e] = s.shapeBlocks[head] as number;
    s.shapeWords[e] = s.shapeWords[head] as number;
    s.shapeChars[e] = s.shapeChars[head] as number;
    s.shapeLinkChars[e] = s.shapeLinkChars[head] as number;
  }
}

function surveyClasses(s: Survey, lexicon: PageLexicon): void {
  const { page } = s;
  for (let e = 0; e < s.ownWeight.length; e++) {
    const weights = lexicon.classes(page.elementClass[e] as string);
    s.ownWeight[e] = weights.sum;
    const parent = page.elementParent[e] as number;
    const tag = page.elements[e]?.tagName;
    if (tag === 'body' || tag === 'html') {
      s.bodyWeight += weights.sum;
      continue;
    }
    s.chainSum[e] = (parent < 0 ? 0 : (s.chainSum[parent] as number)) + weights.sum;
    s.chainMin[e] = Math.min(parent < 0 ? 0 : (s.chainMin[parent] as number), weights.min);
    s.chainMax[e] = Math.max(parent < 0 ? 0 : (s.chainMax[parent] as number), weights.max);
  }
}

function surveyCopies(s: Survey): void {
  const seen = new Map<number, number>();
  const { hash } = s.measures;
  for (let b = 0; b < s.count; b++) {
    const before = seen.get(hash[b] as number) ?? 0;
    s.copyIndex[b] = before;
    seen.set(hash[b] as number, before + 1);
  }
  for (let b = 0; b < s.count; b++) s.copies[b] = seen.get(hash[b] as number) ?? 1;
}

/** For each block 1 where it is (a part of) a heading. */
export function findHeadings({ blockElement, elementInside }: Page): Uint8Array {
  return Uint8Array.from(blockElement, (e) => ((elementInside[e] as number) & INSIDE.heading ? 1 : 0));
}

/** For each block the last heading before it, or -1. */
export function headingsAbove(headings: Uint8Array): Int32Array {
  let last = -1;
  return Int32Array.from(headings, (isHeading, b) => {
    const above = last;
    if (isHeading === 1) last = b;
    return above;
  });
}

/** For each block the first heading behind it, or the number of blocks. */
function headingsBelow(headings: Uint8Array): Int32Array {
  const below = new Int32Array(headings.length);
  for (let b = headings.length - 1, next = headings.length; b >= 0; b--) {
    below[b] = next;
    if (headings[b] === 1) next = b;
  }
  return below;
}

/** The heading that shares most words with the declared title; the first `h1` where no title is declared. */
function findTitle(s: Survey, headings: Uint8Array): number {
  const { words, inTitle } = s.measures;
  let best = -1;
  let bestScore = 0;
  for (let b = 0; b < s.count; b++) {
    if (headings[b] !== 1) continue;
    const isFirst = s.page.elementKind[s.page.blockElement[b] as number] === 3;
    // Shared words count twice, foreign words against, a first-level heading as one and a half words.
    const score = 3 * (inTitle[b] as number) - (words[b] as number) + (isFirst ? 1.5 : 0);
    if (score > bestScore) {
      best = b;
      bestScore = score;
    }
  }
  return best;
}
