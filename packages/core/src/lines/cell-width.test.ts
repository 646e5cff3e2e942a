import { expect, test } from 'vitest';
import { cellWidth, prefixWithin } from './cell-width.ts';

test.each([
  ['ASCII', 'abc', 3],
  ['controls and format characters', '\u0007\u001b\u200b\u2060\ufeff', 0],
  ['a combining mark', 'e\u0301', 1],
  ['ideographs and full width forms', '漢字！', 6],
  ['half width kana with a sound mark', 'ｶﾞ', 2],
  ['a precomposed and a spelled Hangul syllable', '한\u1112\u1161\u11ab', 4],
  ['an emoji, with a skin tone, a family', '😀👍🏽👨‍👩‍👧‍👦', 6],
  ['a flag and half of one', '🇩🇪🇫', 3],
  ['keycaps', '1️⃣#⃣', 4],
  ['a symbol as text and as an emoji', '❤❤️', 3],
  ['a number that an emoji selector does not change', '1\ufe0f', 1],
  ['a Devanagari conjunct with a vowel sign', 'क्षि', 2],
  ['Devanagari letters with marks above', 'हिं', 2],
  ['ambiguous characters, narrow', '“”…—', 4],
  ['a character beyond the tables', '\u{2a6d6}\u{e0001}', 2],
])('%s', (_name, text, width) => {
  expect(cellWidth(text)).toBe(width);
});

test('a prefix ends between grapheme clusters', () => {
  expect(prefixWithin('a漢字', 2)).toBe(1);
  expect(prefixWithin('a漢字', 3)).toBe(2);
  expect(prefixWithin('👨‍👩‍👧‍👦x', 1)).toBe(0);
  expect(prefixWithin('e\u0301x', 1)).toBe(2);
  expect(prefixWithin('abc', 9)).toBe(3);
});
