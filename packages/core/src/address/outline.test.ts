import { expect, test } from 'vitest';
import { type ArticleEvent, buildArticle } from '../../test/arbitrary-article.ts';
import type { HeadingDepth } from '../article/types.ts';
import { outline, sectionAt } from './outline.ts';

/** Headings of these depths, titled A, B …, each over a paragraph "text". */
function headings(...depths: readonly HeadingDepth[]): ArticleEvent[] {
  return depths.flatMap((depth, i): ArticleEvent[] => [
    { do: 'open', block: { type: 'heading', depth } },
    { do: 'text', text: String.fromCharCode(65 + i) },
    { do: 'close' },
    { do: 'open', block: { type: 'paragraph' } },
    { do: 'text', text: 'text' },
    { do: 'close' },
  ]);
}

test('a section goes to the next heading that is not deeper', () => {
  //  A\n\ntext\n\nB\n\ntext\n\nC\n\ntext\n\nD\n\ntext
  //  0   3       9   12      18  21      27  30     34
  const article = buildArticle(headings(2, 3, 3, 1));
  expect(outline(article)).toEqual([
    { block: 0, depth: 2, title: 'A', parent: null, start: 0, end: 27 },
    { block: 2, depth: 3, title: 'B', parent: 0, start: 9, end: 18 },
    { block: 4, depth: 3, title: 'C', parent: 0, start: 18, end: 27 },
    { block: 6, depth: 1, title: 'D', parent: null, start: 27, end: article.text.length },
  ]);
});

test('a heading that skips a depth belongs to the nearest one above', () => {
  expect(outline(buildArticle(headings(1, 4, 3, 6))).map(({ parent }) => parent)).toEqual([null, 0, 0, 2]);
});

test('a title is one line, with images told by their text', () => {
  const [section] = outline(
    buildArticle([
      { do: 'open', block: { type: 'heading', depth: 1 } },
      { do: 'text', text: 'The' },
      { do: 'lineBreak' },
      { do: 'atom', mark: { type: 'image', url: 'https://example.org/p.png', alt: 'river' } },
      { do: 'text', text: ' rose' },
      { do: 'atom', mark: { type: 'footnoteReference', target: '1' } },
    ]),
  );
  expect(section?.title).toBe('The river rose');
});

test('sectionAt finds the innermost section', () => {
  const sections = outline(buildArticle([{ do: 'text', text: 'before' }, ...headings(1, 2)]));
  //  before\n\nA\n\ntext\n\nB\n\ntext
  //  0        8          17
  expect([0, 7, 8, 16, 17, 999].map((offset) => sectionAt(sections, offset))).toEqual([
    undefined,
    undefined,
    0,
    0,
    1,
    1,
  ]);
});
