import { characterClass, DIGIT, IDEOGRAPH, LOWER, lowerCode, UPPER } from './characters.ts';

export const HASH_SEED = 17;

/** One more character of a word's hash. */
export function hashNext(hash: number, lower: number): number {
  return (Math.imul(hash, 31) + lower) | 0;
}

/** What stands for any number of so many digits: five and more are alike. */
export function numberHash(digits: number): number {
  return Math.min(digits, 5);
}

/** Hashes of the words of a text, in order: words are runs of letters and digits, case does not count. */
export function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = HASH_SEED;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const kind = characterClass(code);
    if (kind === LOWER || kind === UPPER || kind === DIGIT || kind === IDEOGRAPH) {
      hash = hashNext(hash, lowerCode(code));
      length++;
    } else if (length > 0) {
      hashes.push(hash);
      hash = HASH_SEED;
      length = 0;
    }
  }
  return hashes;
}

/** Two numbers as one, well mixed. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
