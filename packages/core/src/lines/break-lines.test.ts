import { describe, expect, test } from 'vitest';
import { breakLines, breakLinesFrom } from './break-lines.ts';

/** The lines as people see them: a soft hyphen where one shows, none elsewhere. */
function shown(text: string, width: number): string[] {
  return breakLines(text, width).map(
    ({ start, end, hyphen }) => text.slice(start, end).replaceAll('\u00ad', '') + (hyphen ? '-' : ''),
  );
}

describe('breaks', () => {
  test.each([
    ['after spaces, which belong to no line', 'one  two three', 7, ['one', 'two', 'three']],
    ['at the full width', 'one two', 3, ['one', 'two']],
    ['always at a line feed, empty lines kept', 'a\n\nb\n', 9, ['a', '', 'b', '']],
    ['after hyphens and dashes', 'self-hosted — one—two–three', 8, ['self-', 'hosted —', 'one—two–', 'three']],
    ['after slashes between words', 'reading/writing and/or', 10, ['reading/', 'writing', 'and/or']],
    ['at a soft hyphen, which then shows', 'Donau\u00addampf\u00adschiff', 8, ['Donau-', 'dampf-', 'schiff']],
    ['at a zero width space', 'one\u200btwo', 4, ['one\u200b', 'two']],
    ['between ideographs', '他说你好世界', 6, ['他说你', '好世界']],
    ['around quotes in Chinese', '他说“你好”吗', 5, ['他说', '“你', '好”吗']],
    ['between the words of Thai', 'สวัสดีครับผมชื่อสมชาย', 12, ['สวัสดีครับผมชื่อ', 'สมชาย']],
    ['Korean at its spaces', '한국어는 띄어쓰기가 있다', 12, ['한국어는', '띄어쓰기가', '있다']],
    ['between emoji', '😀😃😄', 4, ['😀😃', '😄']],
  ])('%s', (_name, text, width, lines) => {
    expect(shown(text, width)).toEqual(lines);
  });
});

describe('does not break', () => {
  test.each([
    ['before closing punctuation', 'one (two)! three', 9, ['one', '(two)!', 'three']],
    ['inside brackets with spaces', 'one ( two )', 8, ['one', '( two )']],
    ['before a question mark after a space, as French sets it', 'Quoi de neuf ?', 12, ['Quoi de', 'neuf ?']],
    ['inside guillemets with spaces', 'Dit « le mot » ici', 8, ['Dit « le', 'mot »', 'ici']],
    ['at quotes around a word', 'say “one”.', 8, ['say', '“one”.']],
    ['at a no-break space or word joiner', 'a 10\u00a0km b\u2060c', 6, ['a', '10\u00a0km', 'b\u2060c']],
    ['within numbers and fractions', 'in 1,000.50 or 10/2026', 8, ['in', '1,000.50', 'or', '10/2026']],
    ['between a number and its sign', 'it is -10 or $20, (10)%', 7, ['it is', '-10 or', '$20,', '(10)%']],
    ['after the hyphen that begins a word', 'use --force -f', 8, ['use', '--force', '-f']],
    ['beside a single letter', 'the e-mail w/o', 6, ['the', 'e-mail', 'w/o']],
    ['before a dash', 'one—two', 4, ['one—', 'two']],
    ['before small kana and stops', 'ちょっと。まって', 6, ['ちょっ', 'と。', 'まって']],
    ['after an opening corner bracket', 'ああ「いい」', 6, ['ああ', '「い', 'い」']],
    ['inside a family, a flag or a keycap', '👨‍👩‍👧‍👦🇩🇪🇫🇷1️⃣', 3, ['👨‍👩‍👧‍👦', '🇩🇪', '🇫🇷', '1️⃣']],
    ['between a letter and its marks', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['inside a Devanagari conjunct', 'क्षक्षक्ष', 4, ['क्षक्ष', 'क्ष']],
  ])('%s', (_name, text, width, lines) => {
    expect(shown(text, width)).toEqual(lines);
  });
});

describe('a word longer than the line', () => {
  test.each([
    ['stands on a line of its own and is cut where that is full', 'so abcdefghij', 5, ['so', 'abcde', 'fghij']],
    [
      'is cut at a sign that fills half the line',
      'https://example.com/path?a=1',
      18,
      ['https://example', '.com/path?a=1'],
    ],
    ['never loses the start of what follows', 'abcdef  gh', 3, ['abc', 'def', 'gh']],
    ['may be one character wider than the line', '漢字', 1, ['漢', '字']],
  ])('%s', (_name, text, width, lines) => {
    expect(shown(text, width)).toEqual(lines);
  });
});

test('says how wide each line is, the hyphen included', () => {
  expect(breakLines('ab\u00adcdef 漢字', 4).map((line) => line.width)).toEqual([3, 4, 4]);
});

test('empty text is one empty line', () => {
  expect(breakLines('', 10)).toEqual([{ start: 0, end: 0, width: 0, hyphen: false, next: null }]);
});

test('breaks a part of a text, counting from the start of the text', () => {
  const lines = breakLines('one two three four', 9, { start: 4, end: 13 });
  expect(lines.map(({ start, end }) => [start, end])).toEqual([[4, 13]]);
});

test('breaks only as many lines as it is asked for', () => {
  const text = 'word '.repeat(2_000_000);
  const lines = breakLinesFrom(text, 5_000_000, 20, 2);
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(['word word word word', 'word word word word']);
});
