import { cellWidth } from '@lede/core';
import { visualText } from '../layout/visual-text.ts';
import { bodyRows, type Mode, type State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { chromeRow } from './chrome-row.ts';
import { fit, truncate } from './fit.ts';

/** The eye rests left of a word's middle, and there each word stands still. */
const PIVOT_SHARE = 0.35;

/** One word in the middle of the screen, its pivot marked, and the pace in the last row. */
export function rsvpScreen(state: State, mode: Mode & { kind: 'rsvp' }, painter: Painter): string[] {
  const { columns, rows } = state.size;
  const { text } = state.article;
  const letters = Array.from(visualText(text.slice(mode.word.start, mode.word.end)));
  const pivot = Math.min(letters.length - 1, Math.floor(letters.length * PIVOT_SHARE));
  const before = letters.slice(0, pivot).join('');
  const middle = Math.floor(columns / 2);
  const left = ' '.repeat(Math.max(0, middle - cellWidth(before)));
  const rest = truncate(letters.slice(pivot + 1).join(''), Math.max(0, columns - middle - 2));
  const word = chromeRow(painter, columns, [
    ['window', left + before],
    ['key', letters[pivot] ?? ''],
    ['window', rest],
  ]);
  const mark = chromeRow(painter, columns, [['windowDim', `${' '.repeat(middle)}·`]]);
  const row = Math.floor(bodyRows(state) / 2);
  const screen = Array.from({ length: rows }, () => painter.blank(columns));
  if (row > 0) screen[row - 1] = mark;
  screen[row] = word;
  if (row + 1 < rows - 1) screen[row + 1] = mark;
  const percent = Math.floor((mode.word.end / Math.max(1, text.length)) * 100);
  const status = ` ${mode.pace} words a minute · ${percent}%${mode.isRunning ? '' : ' · stopped, Space goes on'}`;
  if (rows > 1) screen[rows - 1] = painter.chrome('status', fit(status, columns));
  return screen;
}
