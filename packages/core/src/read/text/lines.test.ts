import { expect, test } from 'vitest';
import { toLine } from './line.ts';
import { type Lines, listLines, splitLines } from './lines.ts';

function raws(lines: Lines): string[] {
  return Array.from({ length: lines.length }, (_, i) => lines.at(i).raw);
}

test.each([
  ['LF', 'one\ntwo\n', ['one', 'two', '']],
  ['CR LF', 'one\r\n\r\ntwo\r\n', ['one', '', 'two', '']],
  ['CR', 'one\rtwo', ['one', 'two']],
  ['CR before CR LF', 'one\r\r\ntwo', ['one', '', 'two']],
  ['LF before CR', 'one\n\rtwo', ['one', '', 'two']],
  ['VT and NEL', 'one\vtwo\u0085three', ['one', 'two', 'three']],
  ['a new page, which ends a paragraph', 'one\ftwo', ['one', '', 'two']],
  ['a paragraph separator', 'one\u2029two', ['one', '', 'two']],
  ['nothing at U+2028, which stays in its line', 'one\u2028two', ['one\u2028two']],
  ['nothing at all', '', ['']],
])('cuts a text at %s', (_, text, expected) => {
  expect(raws(splitLines(text))).toEqual(expected);
});

test('gives every line in whatever order it is asked, however many there are', () => {
  const texts = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i % 5)}line ${i}`);
  const lines = splitLines(texts.join('\n'));
  for (let i = 0; i < texts.length; i++) {
    const index = (i * 769) % texts.length; // prime to their number: all, far apart
    expect(lines.at(index)).toEqual(toLine(texts[index] ?? ''));
  }
});

test('takes what is outside of the lines for blank', () => {
  const part = splitLines('one\ntwo\nthree').slice(1, 2);
  expect(raws(part)).toEqual(['two']);
  expect([-1, 1].map((index) => part.at(index).raw)).toEqual(['', '']);
  expect(listLines([toLine('one')]).at(1).raw).toBe('');
  expect(part.slice(1, 5).length).toBe(0);
});
