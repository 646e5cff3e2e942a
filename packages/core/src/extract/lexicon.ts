import { lowerCode } from './characters.ts';
import { hashNext, HASH_SEED } from './words.ts';

/**
 * Learned weights of words, by their hashes: of those in `class` and `id` attributes, and of those that
 * short blocks are made of. Positive: pages' articles hold it; negative: they do not. Units are 1/16 of a
 * log-odds, one weight for each kind of page.
 */
export interface Lexicon {
  classes: ReadonlyMap<number, Int8Array>;
  words: ReadonlyMap<number, Int8Array>;
}

/** A lexicon as it reads on a page that is so much (in 64ths) of each kind. */
export class PageLexicon {
  readonly #lexicon: Lexicon;
  readonly #kind: readonly number[];
  readonly #classes: Map<string, ClassWeights> = new Map();

  constructor(lexicon: Lexicon, kind: readonly number[]) {
    this.#lexicon = lexicon;
    this.#kind = kind;
  }

  /** The weight of a word at the start of a block; 0 where it is not known. */
  word(hash: number): number {
    return this.#mix(this.#lexicon.words.get(hash));
  }

  /** The weights of the words in a class attribute: `postBody-wrap` is `post`, `body`, `wrap`. */
  classes(names: string): ClassWeights {
    let weights = this.#classes.get(names);
    if (weights) return weights;
    weights = { sum: 0, min: 0, max: 0 };
    const of = weights;
    eachClassWord(names, (hash) => {
      const weight = this.#mix(this.#lexicon.classes.get(hash));
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

/** Calls back with the hash and place of each word: letters only, a capital after a small letter begins a new one. */
export function eachClassWord(names: string, visit: (hash: number, start: number, end: number) => void): void {
  let hash = HASH_SEED;
  let start = -1;
  let wasLower = false;
  for (let i = 0; i <= names.length; i++) {
    const code = i < names.length ? names.charCodeAt(i) : 32;
    const lower = code >= 97 && code <= 122;
    const upper = code >= 65 && code <= 90;
    if (start >= 0 && (!(lower || upper) || (upper && wasLower))) {
      if (i - start > 1) visit(hash, start, i);
      start = -1;
      hash = HASH_SEED;
    }
    if (lower || upper) {
      if (start < 0) start = i;
      hash = hashNext(hash, lowerCode(code));
    }
    wasLower = lower;
  }
}
