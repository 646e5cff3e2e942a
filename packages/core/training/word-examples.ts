import { type LinearModel, WEIGHT_UNIT } from '../src/extract/linear.ts';
import type { Measures } from '../src/extract/measure.ts';
import type { Page } from '../src/extract/page.ts';
import { eachPlaceTerm, PLACE_TERMS, placeWords } from '../src/extract/place-terms.ts';
import { eachTextTerm, TEXT_TERMS } from '../src/extract/text-terms.ts';
import type { Labels } from './labels.ts';
import { type Examples, fitLogistic } from './logistic.ts';
import { randomNumbers } from './random.ts';

/** Pull of every weight towards nothing: with less, the model learns its pages by heart. */
const DECAY = 4.5e-4;
const ROUNDS = 40;
/** Short blocks of long pages weigh next to nothing and are most of the rows: a sample stands for them. */
const CHANCE = { atLeast: 0.06, perWeight: 84 };
/** Every page counts the same, whatever its length; a hundred tokens keep tiny ones from ruling. */
const MIN_TOKENS = 100;

interface Part extends Examples {
  fold: number;
}

/** The terms of blocks whose place in an article is known, and the linear models that they train. */
export class WordExamples {
  readonly #parts: Part[] = [];
  readonly #random: () => number = randomNumbers(1);

  /** Adds a page that has a reference. */
  add(page: Page, measures: Measures, headingBefore: Int32Array, of: Labels, fold: number): void {
    const columns: number[] = [];
    const starts = [0];
    const labels: number[] = [];
    const weights: number[] = [];
    const places = placeWords(page);
    const tokens = of.starts.at(-1) ?? 0;
    const all = Math.max(MIN_TOKENS, Math.min(of.reference.length, tokens));
    of.labels.forEach((label, b) => {
      const weight = ((of.starts[b + 1] as number) - (of.starts[b] as number)) / all;
      const chance = Math.min(1, CHANCE.atLeast + CHANCE.perWeight * weight);
      if (label < 0 || this.#random() >= chance) return;
      const told = new Set<number>();
      eachTextTerm(measures, b, headingBefore[b] as number, (term) => told.add(term));
      eachPlaceTerm(page, places, b, measures.words[b] as number, (term) => told.add(TEXT_TERMS + term));
      columns.push(...told);
      starts.push(columns.length);
      labels.push(label);
      weights.push(weight / chance);
    });
    this.#parts.push({
      fold,
      columns: Int32Array.from(columns),
      starts: Int32Array.from(starts),
      labels: Float64Array.from(labels),
      weights: Float64Array.from(weights),
    });
  }

  /** The model of all folds but one (-1: of all). */
  fit(without: number): LinearModel {
    const parts = this.#parts.filter(({ fold }) => fold !== without);
    const weights = fitLogistic(join(parts), TEXT_TERMS + PLACE_TERMS, DECAY, ROUNDS);
    const whole = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * WEIGHT_UNIT))));
    return {
      bias: Math.round((weights.at(-1) ?? 0) * WEIGHT_UNIT),
      text: whole.slice(0, TEXT_TERMS),
      place: whole.slice(TEXT_TERMS, TEXT_TERMS + PLACE_TERMS),
    };
  }
}

function join(parts: readonly Examples[]): Examples {
  const rows = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const all: Examples = {
    columns: new Int32Array(parts.reduce((sum, { columns }) => sum + columns.length, 0)),
    starts: new Int32Array(rows + 1),
    labels: new Float64Array(rows),
    weights: new Float64Array(rows),
  };
  let row = 0;
  let at = 0;
  for (const { columns, starts, labels, weights } of parts) {
    all.columns.set(columns, at);
    all.labels.set(labels, row);
    all.weights.set(weights, row);
    for (let r = 0; r < labels.length; r++) all.starts[row + r + 1] = at + (starts[r + 1] as number);
    row += labels.length;
    at += columns.length;
  }
  return all;
}
