import { hashNext, HASH_SEED, wordHashes } from './words.ts';
import { lowerCode } from './characters.ts';

/**
 * Learned weights of words: of those in `class` and `id` attributes, and of those that short blocks are
 * made of. Positive: pages' articles hold it; negative: they do not. Units are 1/16 of a log-odds.
 */
export interface Lexicon {
  classes: ReadonlyMap<number, number>;
  words: ReadonlyMap<number, number>;
}

/** Reads `word:weight` lists as the weights module carries them. */
export function makeLexicon(classes: Iterable<[string, number]>, words: Iterable<[string, number]>): Lexicon {
  return {
    classes: new Map([...classes].map(([word, weight]) => [wordHashes(word)[0] ?? 0, weight])),
    words: new Map([...words].map(([word, weight]) => [wordHashes(word)[0] ?? 0, weight])),
  };
}

export interface ClassWeights {
  sum: number;
  min: number;
  max: number;
}

/** The weights of the words in a class attribute: `postBody-wrap` is `post`, `body`, `wrap`. */
export function classWeights(names: string, classes: ReadonlyMap<number, number>): ClassWeights {
  const weights: ClassWeights = { sum: 0, min: 0, max: 0 };
  eachClassWord(names, (hash) => {
    const weight = classes.get(hash);
    if (weight === undefined) return;
    weights.sum += weight;
    if (weight < weights.min) weights.min = weight;
    if (weight > weights.max) weights.max = weight;
  });
  return weights;
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
