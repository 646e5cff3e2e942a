import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryArticle, buildArticle } from '../../test/arbitrary-article.ts';
import type { Article } from '../article/types.ts';
import { blockAt, isLeaf, sentenceAt } from './locate.ts';
import { nextOf, previousOf, sentencesOf } from './neighbours.ts';

/**
 * Rows:      0 heading  1 paragraph       2 list, 3 item, 4 paragraph   5 image
 * Text:      `Head\n\nOne x. Two y.\n\nItem\n\n`
 * Offsets:    0        6      13         21      27
 */
const article: Article = buildArticle([
  { do: 'open', block: { type: 'heading', depth: 1 } },
  { do: 'text', text: 'Head' },
  { do: 'close' },
  { do: 'open', block: { type: 'paragraph' } },
  { do: 'text', text: 'One ' },
  { do: 'openMark', mark: { type: 'link', url: 'https://example.org/' } },
  { do: 'text', text: 'x' },
  { do: 'closeMark' },
  { do: 'text', text: '. Two y.' },
  { do: 'close' },
  { do: 'open', block: { type: 'listItem' } },
  { do: 'text', text: 'Item' },
  { do: 'close' },
  { do: 'void', block: { type: 'image', url: 'https://example.org/p.png' } },
]);
// Sentences by hand: what is tested here is not how they are found.
article.sentences = [
  { block: 0, start: 0, end: 4 },
  { block: 1, start: 6, end: 12 },
  { block: 1, start: 13, end: 19 },
  { block: 4, start: 21, end: 25 },
];

test('the article is as drawn', () => {
  expect(article.text).toBe('Head\n\nOne x. Two y.\n\nItem\n\n');
  expect(article.blocks.map((b) => b.type)).toEqual(['heading', 'paragraph', 'list', 'listItem', 'paragraph', 'image']);
});

describe('blockAt', () => {
  test.each([
    ['the start', 0, 0],
    ['the end of a block', 4, 0],
    ['between two blocks', 5, 0],
    ['the start of the next block', 6, 1],
    ['a leaf inside containers', 21, 4],
    ['an image, which has no text', 27, 5],
    ['beyond the end', 999, 5],
    ['before the start', -1, 0],
  ])('finds the leaf at %s', (_, offset, row) => {
    expect(blockAt(article, offset)).toBe(row);
  });

  test('finds none in an article without blocks', () => {
    expect(blockAt(buildArticle([]), 0)).toBeUndefined();
  });

  test('finds the leaf that holds an offset, and for one between two the leaf before, in any article', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(), (any, n) => {
        const offset = n % (any.text.length + 1);
        const leaves = [...any.blocks.keys()].filter((row) => isLeaf(any.blocks, row));
        expect(blockAt(any, offset)).toBe(leaves.findLast((row) => (any.blocks[row]?.start ?? 0) <= offset));
      }),
    );
  });
});

test('sentenceAt finds the sentence at an offset or before it', () => {
  expect([0, 5, 6, 12, 13, 99].map((offset) => sentenceAt(article, offset))).toEqual([0, 0, 1, 1, 2, 3]);
  expect(sentenceAt(buildArticle([]), 0)).toBeUndefined();
});

test.each([
  ['block', 0, { row: 1, start: 6, end: 19 }],
  ['block', 7, { row: 4, start: 21, end: 25 }],
  ['block', 21, { row: 5, start: 27, end: 27 }],
  ['block', 27, undefined],
  ['heading', -1, { row: 0, start: 0, end: 4 }],
  ['heading', 0, undefined],
  ['sentence', 6, { row: 2, start: 13, end: 19 }],
  ['link', 0, { row: 0, start: 10, end: 11 }],
  ['link', 10, undefined],
] as const)('the next %s after %i', (landmark, offset, expected) => {
  expect(nextOf(article, landmark, offset)).toEqual(expected);
});

test.each([
  ['block', 27, { row: 4, start: 21, end: 25 }],
  ['block', 8, { row: 1, start: 6, end: 19 }],
  ['block', 6, { row: 0, start: 0, end: 4 }],
  ['block', 0, undefined],
  ['heading', 27, { row: 0, start: 0, end: 4 }],
  ['sentence', 13, { row: 1, start: 6, end: 12 }],
  ['link', 27, { row: 0, start: 10, end: 11 }],
  ['link', 10, undefined],
] as const)('the %s before %i', (landmark, offset, expected) => {
  expect(previousOf(article, landmark, offset)).toEqual(expected);
});

test('sentencesOf gives those of a block, and of all blocks in a container', () => {
  expect(sentencesOf(article, 1)).toEqual(article.sentences.slice(1, 3));
  expect(sentencesOf(article, 2)).toEqual(article.sentences.slice(3));
  expect(sentencesOf(article, 5)).toEqual([]);
  expect(sentencesOf(article, 99)).toEqual([]);
});

test('going forward from the start meets every landmark once, and backward the same ones', () => {
  fc.assert(
    fc.property(arbitraryArticle, fc.constantFrom('block', 'heading', 'sentence', 'link'), (any, landmark) => {
      const forward: number[] = [];
      for (let at = nextOf(any, landmark, -1); at; at = nextOf(any, landmark, at.start)) forward.push(at.start);
      const backward: number[] = [];
      for (let at = previousOf(any, landmark, Infinity); at; at = previousOf(any, landmark, at.start)) {
        backward.push(at.start);
      }
      expect(backward.toReversed()).toEqual(forward);
    }),
  );
});
