import { type Draft, draft } from '@lede/core';
import { expect, test } from 'vitest';
import { Flow, type PlacedLine } from './flow.ts';
import type { LayoutOptions } from './options.ts';

const CELL = { width: 10, height: 20 };
const SIZES: Readonly<Record<string, { width: number; height: number }>> = {
  'https://images.example/wide.png': { width: 1400, height: 400 },
  'https://images.example/small.png': { width: 30, height: 40 },
};

function article(html: string): Draft {
  const result = draft(html, { mediaType: 'text/html', content: 'everything' });
  if (!result.ok) throw new Error(result.error.code);
  return result.draft;
}

function linesOf(html: string, options: Partial<LayoutOptions> = {}): PlacedLine[] {
  const pictures = { cell: CELL, sizeOf: (url: string) => SIZES[url] };
  const flow = new Flow(article(html), { columns: 80, rows: 40, titleBlock: false, pictures, ...options });
  return flow.linesFrom(flow.start(), 100);
}

/** A line a row: columns and row of a picture, or the text. */
function shown(lines: readonly PlacedLine[]): string[] {
  return lines.map(({ left, segments }) => {
    const picture = segments.find((segment) => segment.picture)?.picture;
    const text = segments.map((segment) => segment.text).join('');
    return picture ? `${left}: ${picture.row + 1} of ${picture.columns}x${picture.rows}` : text;
  });
}

const SMALL = '<img src="https://images.example/small.png"';
const WIDE = '<img src="https://images.example/wide.png"';

test('a picture stands over its words, at the measure, and without words alone', () => {
  expect(shown(linesOf(`<p>One.</p>${SMALL} alt="A stamp"><p>Two.</p>${SMALL}>`))).toEqual([
    'One.',
    '',
    '5: 1 of 3x2',
    '5: 2 of 3x2',
    '[image: A stamp]',
    '',
    'Two.',
    '',
    '5: 1 of 3x2',
    '5: 2 of 3x2',
  ]);
  expect(shown(linesOf(`${WIDE}>`))).toHaveLength(10);
  expect(shown(linesOf(`${WIDE}>`, { rows: 12 }))).toContain('5: 6 of 42x6');
});

test('an image that is not drawn is its words, and so is one within a line or a table', () => {
  expect(shown(linesOf('<img src="https://images.example/none.png" alt="A"><p>Two.</p>'))).toEqual([
    '[image: A]',
    '',
    'Two.',
  ]);
  expect(shown(linesOf(`<p>A ${SMALL} alt="stamp"> here.</p>`))).toEqual(['A [image: stamp] here.']);
  const table = `<table><tr><td>${SMALL} alt="A"></td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>`;
  expect(shown(linesOf(table)).join('\n')).not.toContain(' of ');
});

test('a picture keeps to the blocks around it, and to the side where lines begin', () => {
  const [first, second] = linesOf(`<blockquote>${SMALL} alt="A"></blockquote>`);
  expect([first, second].map((line) => line?.segments.map(({ text }) => text))).toEqual([
    ['│ ', '   '],
    ['│ ', '   '],
  ]);
  const [line] = linesOf(`<html dir="rtl" lang="ar">${SMALL}>`);
  expect(line?.left).toBe(72);
});
