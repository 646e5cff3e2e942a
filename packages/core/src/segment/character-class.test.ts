import { expect, test } from 'vitest';
import { characterClasses, LOWER, UPPER } from './character-class.ts';

const CASED_BLOCKS = [
  [0x41, 0x24f],
  [0x370, 0x58f],
  [0x1e00, 0x1fff],
] as const;

test('knows the case of every letter that has one', () => {
  const classes = characterClasses();
  for (const [from, to] of CASED_BLOCKS) {
    for (let code = from; code <= to; code++) {
      const letter = String.fromCharCode(code);
      // A letter of title case, as the Croatian digraphs have, is a capital.
      const isUpper = letter !== letter.toLowerCase();
      const isLower = !isUpper && letter !== letter.toUpperCase();
      expect([letter, classes[code] === UPPER, classes[code] === LOWER]).toEqual([letter, isUpper, isLower]);
    }
  }
});
