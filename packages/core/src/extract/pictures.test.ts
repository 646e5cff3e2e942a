import { expect, test } from 'vitest';
import { parse } from '../parse.ts';

const PROSE =
  'The ferry leaves the island every morning at seven, and nobody on board has ever asked the captain why it has to be so early.';

/** File names of the pictures that the article of a page has, in order. */
function pictures(body: string, content: 'article' | 'everything' = 'article'): string[] {
  const html = `<!doctype html><body><nav><a href="/">Home</a></nav><article><h1>Ferries</h1><p>${PROSE}</p>${body}<p>${PROSE} It sails.</p></article>`;
  const result = parse(html, { mediaType: 'text/html', url: 'https://ferry.example/', content });
  if (!result.ok) throw new Error(result.error.message);
  const { blocks, marks } = result.article;
  return [...blocks, ...marks].flatMap((row) => (row.type === 'image' ? [row.url.replace(/^.*\//, '')] : []));
}

const ROW = '<div><img src="a.png" alt="A"></div><div><img src="b.png" alt="B"></div>';

test('pictures that stand together are shown once each, whatever copies the page has for its scripts', () => {
  expect(pictures(ROW + ROW + ROW)).toEqual(['a.png', 'b.png']);
  expect(pictures('<p><img src="a.png" alt="A"><div><img src="a-300x200.png" alt="A"></div></p>')).toEqual(['a.png']);
  expect(pictures(ROW + ROW, 'everything')).toEqual(['a.png', 'b.png', 'a.png', 'b.png']);
});

test('a picture comes again after words, as a star of a rating, and as the sign in a cell', () => {
  expect(pictures(`${ROW}<p>${PROSE} Twice.</p>${ROW}`)).toEqual(['a.png', 'b.png', 'a.png', 'b.png']);
  expect(pictures(`<p>${'<img src="star.png" alt="*">'.repeat(3)}</p>`)).toHaveLength(3);
  const cell = '<td><img src="yes.png" alt="yes"></td>';
  expect(
    pictures(
      `<table><tr><th>Ferry</th><th>Bikes</th><th>Dogs</th></tr><tr><td>${PROSE} By table.</td>${cell}${cell}</tr></table>`,
    ),
  ).toHaveLength(2);
});

test('a picture beside its caption keeps its title', () => {
  const html = `<p>${PROSE}</p><figure><img src="a.png" title="At dawn"><figcaption>The ferry.</figcaption></figure>`;
  const result = parse(html, { mediaType: 'text/html', url: 'https://ferry.example/', content: 'everything' });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.article.blocks.slice(1)).toMatchObject([
    { type: 'figure' },
    { type: 'image', title: 'At dawn' },
    { type: 'caption' },
  ]);
});
