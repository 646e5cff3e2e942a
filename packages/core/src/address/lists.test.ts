import { expect, test } from 'vitest';
import { buildArticle } from '../../test/arbitrary-article.ts';
import { footnotes } from './footnotes.ts';
import { images } from './images.ts';
import { links } from './links.ts';

const PICTURE = 'https://example.org/p.png';

test('links tell their text, URL and place, repeated ones too', () => {
  const url = 'https://example.org/';
  const article = buildArticle([
    { do: 'openMark', mark: { type: 'link', url, title: 'T' } },
    { do: 'text', text: 'one' },
    { do: 'lineBreak' },
    { do: 'text', text: 'two' },
    { do: 'closeMark' },
    { do: 'text', text: ' and ' },
    { do: 'openMark', mark: { type: 'link', url } },
    { do: 'atom', mark: { type: 'image', url: PICTURE, alt: 'a picture' } },
    { do: 'closeMark' },
  ]);
  expect(links(article)).toEqual([
    { mark: 0, start: 0, end: 7, text: 'one two', url, title: 'T' },
    { mark: 2, start: 12, end: 13, text: 'a picture', url },
  ]);
});

test('images come in order, blocks with their captions and those in lines', () => {
  const article = buildArticle([
    { do: 'text', text: 'See ' },
    { do: 'atom', mark: { type: 'image', url: PICTURE, alt: 'in line' } },
    { do: 'open', block: { type: 'figure' } },
    { do: 'void', block: { type: 'image', url: PICTURE, title: 'T' } },
    { do: 'open', block: { type: 'caption' } },
    { do: 'text', text: 'The  river' },
    { do: 'close' },
    { do: 'close' },
    { do: 'void', block: { type: 'image', url: PICTURE } },
  ]);
  expect(article.text).toBe('See \uFFFC\n\n\n\nThe river\n\n');
  expect(images(article)).toEqual([
    { block: 0, inline: true, start: 4, end: 5, url: PICTURE, alt: 'in line' },
    { block: 2, inline: false, start: 7, end: 7, url: PICTURE, title: 'T', caption: 'The river' },
    { block: 4, inline: false, start: 20, end: 20, url: PICTURE },
  ]);
});

test('footnotes come in the order of their references, then those without', () => {
  const article = buildArticle([
    { do: 'text', text: 'a' },
    { do: 'atom', mark: { type: 'footnoteReference', target: 'y' } },
    { do: 'text', text: 'b' },
    { do: 'atom', mark: { type: 'footnoteReference', target: 'x' } },
    { do: 'atom', mark: { type: 'footnoteReference', target: 'y' } },
    ...['x', 'unused', 'x'].flatMap(
      (label) =>
        [
          { do: 'open', block: { type: 'footnoteDefinition', label } },
          { do: 'text', text: `Note ${label}.` },
          { do: 'close' },
        ] as const,
    ),
  ]);
  expect(footnotes(article)).toEqual([
    {
      label: 'y',
      references: [
        { start: 1, end: 2 },
        { start: 4, end: 5 },
      ],
    },
    { label: 'x', references: [{ start: 3, end: 4 }], block: 1, text: 'Note x.' },
    { label: 'unused', references: [], block: 3, text: 'Note unused.' },
  ]);
});
