import { cellWidth } from '@lede/core';
import { directionOf } from '../layout/bidi.ts';
import { visualText } from '../layout/visual-text.ts';
import { listRows, shownItems } from '../reader/list.ts';
import type { ListItem, ListMode, State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { chromeRow, type Piece } from './chrome-row.ts';
import { fit, truncate, truncateStart } from './fit.ts';

/** Less than this beside the panel is not worth showing, so the panel takes all. */
const LEAST_BESIDE = 30;
const LEAST_PANEL = 24;
const MOST_PANEL = 50;
/** Items that decide how wide the panel is; an outline may have thousands. */
const SAMPLE = 500;
/** The border, a space on either side of the items, and one between a label and its detail. */
const AROUND = 4;
const INDENT = 2;
const BORDER = '│';

/** Columns of the list at the right edge of a screen of `columns`: what its items need, so that the page keeps the rest. */
export function panelWidth({ items, title, isWhole = false }: ListMode, columns: number): number {
  if (isWhole) return columns;
  let widest = cellWidth(`${title} ${items.length}/${items.length}`);
  for (const { label, indent, detail = '' } of items.slice(0, SAMPLE)) {
    widest = Math.max(widest, indent * INDENT + cellWidth(label) + cellWidth(detail));
  }
  const width = Math.min(MOST_PANEL, Math.max(LEAST_PANEL, widest + AROUND));
  return columns - width < LEAST_BESIDE ? columns : width;
}

/** The rows of a list window: its title, then the items around the selected one. */
export function listPanel(state: State, list: ListMode, painter: Painter): string[] {
  const columns = panelWidth(list, state.size.columns);
  const width = Math.max(0, columns - 3);
  const items = shownItems(list);
  const rows = listRows(state);
  const first = firstShown(list.selected, items.length, rows);
  const rtl = panelIsLeft(state);
  const border: Piece = ['windowDim', columns === state.size.columns ? ' ' : BORDER];
  const space: Piece = ['window', ' '];
  const row = (piece: Piece): string =>
    chromeRow(painter, columns, rtl ? [space, piece, space, border] : [border, space, piece, space]);
  const body = Array.from({ length: rows }, (_, index) => {
    const item = items[first + index];
    const role = item && first + index === list.selected ? 'windowSelected' : 'window';
    return row([role, item ? itemText(item, width, rtl) : ' '.repeat(width)]);
  });
  return [row(['windowTitle', fit(titleText(list, items.length), width)]), ...body];
}

/** The panel never covers the side on which lines begin. */
export function panelIsLeft({ article }: State): boolean {
  return article.meta.direction === 'rtl';
}

function titleText({ title, typing, filter, selected }: ListMode, shown: number): string {
  if (typing) return `${title}: ${visualText(filter)}▏`;
  const name = filter === '' ? title : `${title}: ${visualText(filter)}`;
  return shown === 0 ? `${name} (nothing)` : `${name} ${selected + 1}/${shown}`;
}

/** An item in `width` columns; in a panel of right-to-left text such a label begins at the right, if it stands alone. */
function itemText({ label, indent, detail = '', isPath }: ListItem, width: number, rtl: boolean): string {
  const room = detail === '' ? width : Math.max(0, width - cellWidth(detail) - 1);
  const before = ' '.repeat(Math.min(room, indent * INDENT));
  // Cut first: the end of a title is what may go, wherever it stands.
  const text = visualText((isPath ? truncateStart : truncate)(label, room - before.length));
  if (detail !== '') return `${fit(before + text, room)} ${visualText(truncate(detail, width))}`;
  if (!rtl || directionOf(label, 'rtl') === 'ltr') return fit(before + text, room);
  return ' '.repeat(Math.max(0, room - before.length - cellWidth(text))) + text + before;
}

/** Index of the first item shown: the selected one stands in the middle where it can. */
function firstShown(selected: number, length: number, rows: number): number {
  return Math.max(0, Math.min(selected - Math.floor(rows / 2), length - rows));
}
