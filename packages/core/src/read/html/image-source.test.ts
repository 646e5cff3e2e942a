import { expect, test } from 'vitest';
import { imageSources, largest } from './image-source.ts';
import { type Element, isElement, walk } from './nodes.ts';
import { parseFragment } from './parse-tree.ts';

function sources(html: string): string[] {
  let image: Element | undefined;
  walk(parseFragment(html), (node) => {
    if (isElement(node) && node.tagName === 'img') image = node;
    return undefined;
  });
  return image ? imageSources(image) : [];
}

test.each([
  ['a.jpg', 'a.jpg'],
  ['a.jpg 1x, b.jpg 2x', 'b.jpg'],
  ['a.jpg, b.jpg 1.5x, c.jpg 8x', 'b.jpg'],
  ['a.jpg 400w, b.jpg 1200w, c.jpg 9000w', 'b.jpg'],
  ['a.jpg 4000w,b.jpg 9000w', 'a.jpg'],
  [
    'https://x.example/w_300,h_200/a.jpg 300w, https://x.example/w_600,h_400/a.jpg 600w',
    'https://x.example/w_600,h_400/a.jpg',
  ],
  ['  ,, a.jpg   100w  ,\n b.jpg 200w ,', 'b.jpg'],
  ['a.jpg 100w 50h, b.jpg 50w 25h', 'a.jpg'],
  ['data:image/png;base64,AAAA 1x', 'data:image/png;base64,AAAA'],
  ['a.jpg nonsense', 'a.jpg'],
  ['', undefined],
  [' , ,', undefined],
])('of %j the largest sensible is %s', (srcset, expected) => {
  expect(largest(srcset)).toBe(expected);
});

test('puts what a lazy loader would load before its placeholder', () => {
  expect(sources('<img src="data:image/gif;base64,AAAA" data-src="a.jpg">')).toEqual(['a.jpg']);
  expect(sources('<img src="/img/placeholder.png" data-lazy-src="a.jpg">')).toEqual(['a.jpg', '/img/placeholder.png']);
  expect(sources('<img src="a.jpg" data-srcset="b.jpg 500w">')).toEqual(['b.jpg', 'a.jpg']);
});

test('finds an image in an attribute of a loader that nobody knows', () => {
  expect(
    sources('<img src="/blank.gif" data-id="7" data-src-pc="//x.example/a.jpg?w=2" data-alt="a.jpg, big">'),
  ).toEqual(['//x.example/a.jpg?w=2', '/blank.gif']);
  expect(sources('<img src="a.jpg" data-thumb="b.jpg">')).toEqual(['a.jpg']);
});

test('leaves out a placeholder that says itself that it says nothing', () => {
  expect(sources('<img src="/img/placeholder.60f9.svg" alt="">')).toEqual([]);
  expect(sources('<img src="/img/clear-lake.png" alt="">')).toEqual(['/img/clear-lake.png']);
  expect(sources('<img src="/img/loading-dock.jpg" alt="">')).toEqual(['/img/loading-dock.jpg']);
  expect(sources('<img src="/img/placeholder.svg" alt="A chair">')).toEqual(['/img/placeholder.svg']);
});

test('keeps a real image whose name sounds like a placeholder, and a real data URL', () => {
  expect(sources('<img src="/loading.jpg">')).toEqual(['/loading.jpg']);
  const data = `data:image/png;base64,${'A'.repeat(400)}`;
  expect(sources(`<img src="${data}">`)).toEqual([data]);
});

test('asks the sources of a picture only where the image has none', () => {
  expect(sources('<picture><source srcset="a.webp"><img src="a.jpg"></picture>')).toEqual(['a.jpg']);
  expect(sources('<picture><source srcset="a.webp"><img></picture>')).toEqual(['a.webp']);
});
