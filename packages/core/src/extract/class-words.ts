import { lowerCode } from './characters.ts';
import { hashNext, HASH_SEED } from './words.ts';

/** Calls back with the hash and place of each word of a class attribute: letters only, a capital after a small letter begins a new one. */
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
