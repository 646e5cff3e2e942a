import { eachClassWord } from './class-words.ts';

/**
 * Learned weights of the words in `class` and `id` attributes, by their hashes. Positive: pages' articles hold it;
 * negative: they do not. Units are 1/16 of a log-odds, one weight for each kind of page. Unlike the linear model
 * (linear.ts) it counts pages and not words, so it knows what boxes of a few words are called.
 */
export type Lexicon = ReadonlyMap<number, Int8Array>;

/** A lexicon as it reads on a page that is so much (in 64ths) of each kind. */
export class PageLexicon {
  readonly #lexicon: Lexicon;
  readonly #kind: readonly number[];
  readonly #classes: Map<string, ClassWeights> = new Map();

  constructor(lexicon: Lexicon, kind: readonly number[]) {
    this.#lexicon = lexicon;
    this.#kind = kind;
  }

  /** The weights of the words in a class attribute: `postBody-wrap` is `post`, `body`, `wrap`. */
  classes(names: string): ClassWeights {
    let weights = this.#classes.get(names);
    if (weights) return weights;
    weights = { sum: 0, min: 0, max: 0 };
    const of = weights;
    eachClassWord(names, (hash) => {
      const weight = this.#mix(this.#lexicon.get(hash));
      of.sum += weight;
      if (weight < of.min) of.min = weight;
      if (weight > of.max) of.max = weight;
    });
    this.#classes.set(names, weights);
    return weights;
  }

  #mix(weights: Int8Array | undefined): number {
    if (weights === undefined) return 0;
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) * (this.#kind[k] as number);
    return Math.round(sum / 64);
  }
}

export interface ClassWeights {
  sum: number;
  min: number;
  max: number;
}
