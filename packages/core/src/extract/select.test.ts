import { expect, test } from 'vitest';
import { select } from './select.ts';

const of = (scores: number[], words: number[]): number[] => [
  ...select(Int32Array.from(scores), Int32Array.from(words)).kept,
];

test('keeps what is surely the article and nothing else', () => {
  expect(of([250, 3, 250, 0], [40, 10, 40, 5])).toEqual([1, 0, 1, 0]);
});

test('takes doubtful blocks where nothing is sure: half of the best F1 is the cut', () => {
  expect(of([90, 80, 5], [50, 50, 50])).toEqual([1, 1, 0]);
  expect(of([256, 90, 5], [500, 50, 50])).toEqual([1, 0, 0]);
});

test('keeps nothing of a page without words or hope', () => {
  expect(of([], [])).toEqual([]);
  expect(select(Int32Array.of(0, 0), Int32Array.of(5, 5))).toMatchObject({ words: 0, expected: 0 });
});
