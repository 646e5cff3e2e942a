import { type Draft, draft } from '@lede/core';
import { expect, test } from 'vitest';
import type { PictureRoom } from '../layout/options.ts';
import { scroll } from './move.ts';
import { openArticle, replacePictures, resize } from './start.ts';
import type { State } from './state.ts';

const TEXT = [
  '![A](https://images.example/a.png)',
  ...Array.from({ length: 20 }, (_, i) => `Paragraph ${i}.`),
  '![B](https://images.example/b.png)',
  ...Array.from({ length: 20 }, (_, i) => `Line ${i}.`),
].join('\n\n');

function article(): Draft {
  const result = draft(TEXT, { mediaType: 'text/markdown' });
  if (!result.ok) throw new Error(result.error.code);
  return result.draft;
}

/** Pictures of so many pixels in height: A, B. */
function room(a: number, b: number): PictureRoom {
  const heights: Readonly<Record<string, number>> = { 'a.png': a, 'b.png': b };
  return {
    cell: { width: 10, height: 20 },
    sizeOf: (url) => ({ width: 200, height: heights[url.slice(-5)] ?? 0 }),
  };
}

function onScreen({ flow, top, size }: State): string[] {
  return flow.linesFrom(top, size.rows - 1).map(({ segments }) => {
    return segments.map(({ text, picture }) => (picture ? `row ${picture.row}` : text)).join('');
  });
}

test('other rooms for images out of sight leave every line where it is, in the middle of a picture too', () => {
  const opened = openArticle(article(), { columns: 80, rows: 20 }, { pictures: room(200, 200) });
  const onB = scroll(opened, 12 + 20 * 2 + 4);
  expect(onScreen(onB)[0]).toMatch(/^row [1-9]$/);
  for (const height of [0, 40, 180]) expect(onScreen(replacePictures(onB, room(height, 200)))).toEqual(onScreen(onB));
  const onText = scroll(opened, 16);
  expect(onScreen(onText).join('')).not.toContain('row');
  expect(onScreen(replacePictures(onText, room(40, 400)))).toEqual(onScreen(onText));
});

test('a window of another height gives pictures another size', () => {
  const opened = openArticle(article(), { columns: 80, rows: 40 }, { pictures: room(1000, 1000) });
  const rowsOf = (state: State): number => onScreen(state).filter((line) => line.startsWith('row')).length;
  expect(rowsOf(opened)).toBe(20);
  expect(rowsOf(resize(opened, { columns: 80, rows: 24 }))).toBe(12);
});
