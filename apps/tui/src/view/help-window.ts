import { helpRows } from '../reader/help-rows.ts';
import { bodyRows, type State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { chromeRow, type Piece } from './chrome-row.ts';
import { fit, truncate } from './fit.ts';

const KEY_COLUMNS = 30;
/** On narrow screens what a key does needs more room than the keys. */
const KEY_SHARE = 0.38;
const WIDTH = 76;

/** The help window, over the whole page. */
export function helpWindow(state: State, painter: Painter): string[] {
  const { columns } = state.size;
  const width = Math.min(WIDTH, columns - 2);
  const keys = Math.min(KEY_COLUMNS, Math.floor(width * KEY_SHARE));
  const left = ' '.repeat(Math.max(1, Math.floor((columns - width) / 2)));
  const draw = (...pieces: Piece[]): string => chromeRow(painter, columns, [['window', left], ...pieces]);
  const scroll = state.mode.kind === 'help' ? state.mode.scroll : 0;
  const all = helpRows(state.bindings);
  const shown = all.slice(scroll, scroll + bodyRows(state) - 1);
  const rows = shown.map((row) => {
    if (row.title !== undefined) return draw(['windowTitle', truncate(row.title, width)]);
    if (row.keys === undefined) return '';
    return draw(['key', fit(row.keys, keys)], ['window', ` ${truncate(row.help ?? '', width - keys - 1)}`]);
  });
  const more = scroll + shown.length < all.length ? ' · Space shows more' : '';
  const hint = `Keys · q closes${more} · a number before a key repeats it`;
  const body = [draw(['windowDim', truncate(hint, width)]), ...rows];
  return Array.from({ length: bodyRows(state) }, (_, row) => body[row] ?? '');
}
