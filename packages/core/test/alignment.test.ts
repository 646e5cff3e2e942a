import { expect, test } from 'vitest';
import { label } from '../training/labels.ts';

test('a block is the article as far as the reference claims its words', () => {
  const { labels } = label(
    ['Home News', 'the cat sat on the mat', 'the dog ran up the hill'],
    'the cat sat on the mat',
  );
  expect([...labels]).toEqual([0, 1, 0]);
});

test('of two copies one is the article', () => {
  const { labels } = label(['a b c d e', 'x y z', 'a b c d e'], 'a b c d e');
  expect((labels[0] ?? 0) + (labels[2] ?? 0)).toBe(1);
});

test('a short block counts where its neighbours say it stands', () => {
  const { labels } = label(
    ['price', 'one two three four', 'price', 'five six seven eight'],
    'one two three four price five six seven eight',
  );
  expect([...labels]).toEqual([0, 1, 1, 1]);
});

test('a block without words has no label', () => {
  expect([...label(['—', 'one two three four'], 'one two three four').labels]).toEqual([-1, 1]);
});
