import type { Survey } from '../survey.ts';

export type Put = (value: number) => void;

/** Some columns of the feature matrix: their names, and what puts as many values for one block. */
export type FeatureGroup = readonly [
  names: readonly string[],
  write: (s: Survey, block: number, element: number, put: Put) => void,
];

/**
 * The most words and blocks that a size is told as. A story of thirty thousand words must look like one of three
 * thousand: few pages of a corpus are long, and a model that can tell how far down a block stands learns that what
 * stands far down is none of the article's.
 */
const MOST_WORDS = 2400;
const MOST_BLOCKS = 200;

export function wordsUpTo(words: number): number {
  return Math.min(words, MOST_WORDS);
}

export function blocksUpTo(blocks: number): number {
  return Math.min(blocks, MOST_BLOCKS);
}

export function share(part: number | undefined, whole: number | undefined): number {
  return part === undefined || !whole ? 0 : part / whole;
}

export function blocksIn(s: Survey, e: number): number {
  return (s.page.elementEnd[e] as number) - (s.page.elementFirst[e] as number);
}

/** Steps from a block up to the element that holds the other block too. */
export function commonSteps(s: Survey, b: number, other: number): number {
  let e = s.page.blockElement[b] as number;
  let steps = 0;
  while (
    e >= 0 &&
    steps < 30 &&
    ((s.page.elementFirst[e] as number) > other || (s.page.elementEnd[e] as number) <= other)
  ) {
    e = s.page.elementParent[e] as number;
    steps++;
  }
  return steps;
}
