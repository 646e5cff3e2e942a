import { expect, test } from 'vitest';
import { nextCharacter, nextWord, previousCharacter, previousWord, wordEnd } from './characters.ts';

/** Where a walk stops, from the start to the end. */
function stops(text: string, step: (text: string, offset: number) => number): string[] {
  const found: string[] = [];
  for (let at = step(text, 0); at < text.length; at = step(text, at)) found.push(text.slice(at, at + 4));
  return found;
}

test('goes by what the eye takes for characters, there and back', () => {
  const text = 'e\u0301👩\u200D👩\u200D👧x🇩🇪';
  const ends: number[] = [];
  for (let at = 0; at < text.length; at = nextCharacter(text, at)) ends.push(at);
  expect(ends).toEqual([0, 2, 10, 11]);
  const starts: number[] = [];
  for (let at = text.length; at > 0;) starts.push((at = previousCharacter(text, at)));
  expect(starts).toEqual([11, 10, 2, 0]);
});

test('goes to the beginnings and ends of words, past punctuation', () => {
  expect(stops('One, two (three) four', nextWord)).toEqual(['two ', 'thre', 'four']);
  expect(stops('One, two.', wordEnd)).toEqual(['e, t', 'o.']);
  expect(previousWord('One, two (three)', 16)).toBe(10);
  expect(previousWord('One, two', 5)).toBe(0);
});

test('knows words of scripts without spaces', () => {
  expect(stops('我喜欢读书。', nextWord).length).toBeGreaterThan(1);
});
