import type { Measures } from './measure.ts';
import type { Page } from './page.ts';
import { eachPlaceTerm, placeWords } from './place-terms.ts';
import { eachTextTerm } from './text-terms.ts';

/**
 * A linear model over the words of a block and of the classes around it. Terms are hashed into tables of weights,
 * so those that fall together share one; nothing of the words is kept. (Weinberger and others, Feature Hashing for
 * Large Scale Multitask Learning, 2009.)
 */
export interface LinearModel {
  bias: number;
  /** Weights of a block's own words in `WEIGHT_UNIT`s of a log-odds, by `eachTextTerm`. */
  text: Int8Array;
  /** The same of the words of the elements around, by `eachPlaceTerm`. */
  place: Int8Array;
}

/** Parts of a log-odds in the weights. */
export const WEIGHT_UNIT = 32;

/** What the model makes of each block, in `WEIGHT_UNIT`s of a log-odds. */
export interface WordScores {
  text: Int32Array;
  place: Int32Array;
}

/** `headingBefore[b]`: the block that is the heading above block `b`, or -1. */
export function scoreWords(page: Page, measures: Measures, headingBefore: Int32Array, model: LinearModel): WordScores {
  return { text: scoreTexts(measures, headingBefore, model), place: scorePlaces(page, measures, model) };
}

function scoreTexts(measures: Measures, headingBefore: Int32Array, { bias, text }: LinearModel): Int32Array {
  const sum = summer(text);
  return headingBefore.map((heading, b) => bias + sum((add) => eachTextTerm(measures, b, heading, add)));
}

function scorePlaces(page: Page, { words }: Measures, { place }: LinearModel): Int32Array {
  const sum = summer(place);
  const places = placeWords(page);
  return words.map((count, b) => sum((add) => eachPlaceTerm(page, places, b, count, add)));
}

/** Sums the weights of the terms that it is told, each of them once. */
function summer(weights: Int8Array): (tell: (add: (term: number) => void) => void) => number {
  /** The sum, counted from one, that a term was added to last. */
  const addedTo = new Int32Array(weights.length);
  let round = 0;
  let sum = 0;
  const add = (term: number): void => {
    if (addedTo[term] === round) return;
    addedTo[term] = round;
    sum += weights[term] as number;
  };
  return (tell) => {
    round++;
    sum = 0;
    tell(add);
    return sum;
  };
}
