import { HELP_ROWS } from '../reader/help-rows.ts';
import { bodyRows, type State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { fit, truncate } from './fit.ts';

const KEY_COLUMNS = 30;
const WIDTH = 76;

/** The help window, over the whole page. */
export function helpWindow(state: State, painter: Painter): string[] {
  const { columns } = state.size;
  const width = Math.min(WIDTH, columns - 2);
  const keys = Math.min(KEY_COLUMNS, Math.floor(width / 2));
  const left = ' '.repeat(Math.max(1, Math.floor((columns - width) / 2)));
  const scroll = state.mode.kind === 'help' ? state.mode.scroll : 0;
  const shown = HELP_ROWS.slice(scroll, scroll + bodyRows(state) - 1);
  const rows = shown.map((row) => {
    if (row.title !== undefined) return left + painter.chrome('windowTitle', truncate(row.title, width));
    if (row.keys === undefined) return '';
    const text = painter.chrome('window', truncate(row.help ?? '', width - keys - 1));
    return `${left}${painter.chrome('key', fit(row.keys, keys))} ${text}`;
  });
  const more = scroll + shown.length < HELP_ROWS.length ? ' · Space shows more' : '';
  const hint = `Keys · a number before a key repeats it · q closes${more}`;
  const body = [left + painter.chrome('windowDim', truncate(hint, width)), ...rows];
  return Array.from({ length: bodyRows(state) }, (_, row) => body[row] ?? '');
}
