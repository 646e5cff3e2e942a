import { parseMarkdown } from '@lede/core';
import { expect, test } from 'vitest';
import { createPainter } from '../theme/painter.ts';
import { THEMES } from '../theme/themes.ts';
import { drawFrame } from '../view/frame.ts';
import { createKeymap } from './keymap.ts';
import { press } from './press.ts';
import { openArticle } from './start.ts';
import type { State } from './state.ts';

const keymap = createKeymap();
const painter = createPainter({ theme: THEMES[0] as (typeof THEMES)[number], depth: 'none' });
const names = Array.from({ length: 12 }, (_, i) => `Column${i}`);
const TABLE = `| ${names.join(' | ')} |\n|${' --- |'.repeat(12)}\n| ${names.map((name) => name.toLowerCase()).join(' | ')} |\n`;

function opened(markdown: string): State {
  const result = parseMarkdown(`# Tables\n\n${markdown}`);
  if (!result.ok) throw new Error(result.error.message);
  return openArticle(result.article, { columns: 60, rows: 12 });
}

function after(state: State, keys: string): State {
  return keys.split(' ').reduce((current, key) => press(current, key, keymap), state);
}

function shown(state: State): string {
  // eslint-disable-next-line no-control-regex
  return drawFrame(state, painter)
    .join('\n')
    .replaceAll(/\u001B\[[\d;]*m/g, '');
}

test('a table that is too wide scrolls sideways to its last column and back', () => {
  const state = opened(TABLE);
  expect(shown(state)).toContain('Column0');
  expect(shown(state)).not.toContain('Column11');
  const right = after(state, '9 9 Shift-Right');
  expect(shown(right)).toContain('Column11');
  expect(shown(right)).not.toContain('Column0 ');
  expect(after(right, 'Right').message?.text).toBe('Lines end here');
  const back = after(right, '9 9 Shift-Left');
  expect(shown(back)).toBe(shown(state));
  expect(after(back, 'Left').message?.text).toBe('Lines begin here');
});

test('says so where nothing is wider than the screen', () => {
  expect(after(opened('Words.'), 'Right').message?.text).toBe('Nothing here is wider than the screen');
});

test('justified lines end in one column, and are ragged again on the same key', () => {
  const state = opened(`${'Some words of uneven lengths make an unremarkable paragraph here; '.repeat(6)}\n`);
  const justified = after(state, 'J');
  const paragraph = state.article.blocks.findIndex(({ type }) => type === 'paragraph');
  const widths = (of: State) =>
    of.flow
      .linesFrom(of.top, 12)
      .filter(({ block, start, end }) => block === paragraph && end > start)
      .map(({ width }) => width);
  expect(new Set(widths(justified).slice(0, -1)).size).toBe(1);
  expect(widths(after(justified, 'J'))).toEqual(widths(state));
  expect(new Set(widths(state).slice(0, -1)).size).toBeGreaterThan(1);
});
