import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryArticle } from '../../test/arbitrary-article.ts';
import { articleOf } from '../../test/article-of.ts';
import { ReadingClock, readingTime } from './reading-time.ts';

describe('words', () => {
  test.each([
    ['between spaces', 'The river rose.', 3],
    ['held together by a sign', "Don't re-open U.S. files, 3.14", 5],
    ['apart by a dash', 'one—two – three', 3],
    ['across blocks', 'one\n\ntwo', 2],
    ['without punctuation alone', '… — * “ ”', 0],
    ['with combining marks', 'x\u030Cy नमस्ते', 2],
    ['of letters beyond the BMP', '\u{1D49C}\u{1D49E} \u{10400}', 2],
    ['Chinese, one a character', '我们 好。\u{20000}', 4],
    ['Japanese', 'ひらがな カタカナー', 9],
    ['Korean, which has spaces', '안녕 세상', 2],
    ['mixed', 'GPS 导航 ok', 4],
    ['Thai, by its letters', 'ภาษาไทย', 2],
    ['of nothing', '', 0],
  ])('%s', (_, text, words) => {
    expect(readingTime({ ...articleOf(), text }).words).toBe(words);
  });
});

test('minutes follow the pace', () => {
  const article = articleOf('one two three four 五六');
  expect(readingTime(article, { wordsPerMinute: 2, charactersPerMinute: 4 }).minutes).toBe(2.5);
  expect(readingTime(articleOf(Array.from({ length: 476 }, () => 'word').join(' '))).minutes).toBe(2);
});

test('the clock tells the minutes left', () => {
  const article = articleOf(Array.from({ length: 10_000 }, () => 'word').join(' '));
  const clock = new ReadingClock(article, { wordsPerMinute: 100 });
  expect(clock.minutes).toBeCloseTo(100);
  expect(clock.minutesLeft(0)).toBeCloseTo(100);
  expect(clock.minutesLeft(25_000)).toBeCloseTo(50);
  expect(clock.minutesLeft(1e9)).toBeCloseTo(0);
  expect(new ReadingClock(articleOf()).minutesLeft(0)).toBe(0);
});

test('the clock agrees with the reading time, and never goes back', () => {
  fc.assert(
    fc.property(arbitraryArticle, fc.nat(), fc.nat(), (any, a, b) => {
      const clock = new ReadingClock(any);
      expect(clock.minutes).toBeCloseTo(readingTime(any).minutes);
      const [from, to] = [a % (any.text.length + 1), b % (any.text.length + 1)].toSorted((x, y) => x - y);
      expect(clock.minutesLeft(from ?? 0)).toBeGreaterThanOrEqual(clock.minutesLeft(to ?? 0) - 1e-9);
    }),
  );
});

test('what counts as a letter is what Unicode says, looked up or known', () => {
  for (let code = 0; code < 0x2100; code++) {
    const character = String.fromCharCode(code);
    if (/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(character)) continue;
    const isLetter = /[\p{L}\p{N}\p{M}]/u.test(character);
    const isGap = /[\s\u2012-\u2015]/.test(character);
    const count = (text: string): number => readingTime({ ...articleOf(), text }).words;
    expect([code, count(character), count(`a${character}b`)]).toEqual([code, isLetter ? 1 : 0, isGap ? 2 : 1]);
  }
});
