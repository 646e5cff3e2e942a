import { cellWidth } from '@lede/core';
import { visualText } from '../layout/visual-text.ts';
import { listRows, shownItems } from '../reader/list.ts';
import type { ListItem, ListMode, State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { chromeRow, type Piece } from './chrome-row.ts';
import { fit, truncate } from './fit.ts';

/** Less than this beside the panel is not worth showing, so the panel takes all. */
const LEAST_BESIDE = 30;
const PANEL_SHARE = 0.45;
const MAX_PANEL = 56;
const INDENT = 2;
const BORDER = '│';

/** Columns of the list at the right edge of a screen of `columns`. */
export function panelWidth(columns: number): number {
  const width = Math.min(MAX_PANEL, Math.floor(columns * PANEL_SHARE));
  return columns - width < LEAST_BESIDE ? columns : width;
}

/** The rows of a list window: its title, then the items around the selected one. */
export function listPanel(state: State, list: ListMode, painter: Painter): string[] {
  const columns = panelWidth(state.size.columns);
  const width = Math.max(0, columns - 3);
  const items = shownItems(list);
  const rows = listRows(state);
  const first = firstShown(list.selected, items.length, rows);
  const edge: Piece[] = [
    ['windowDim', columns === state.size.columns ? ' ' : BORDER],
    ['window', ' '],
  ];
  const body = Array.from({ length: rows }, (_, row) => {
    const item = items[first + row];
    const role = item && first + row === list.selected ? 'windowSelected' : 'window';
    return chromeRow(painter, columns, [
      ...edge,
      [role, fit(item ? itemText(item, width) : '', width)],
      ['window', ' '],
    ]);
  });
  const title: Piece = ['windowTitle', fit(titleText(list, items.length), width + 1)];
  return [chromeRow(painter, columns, [...edge, title]), ...body];
}

function titleText({ title, typing, filter, selected }: ListMode, shown: number): string {
  if (typing) return `${title}: ${visualText(filter)}▏`;
  return shown === 0 ? `${title} (nothing)` : `${title} ${selected + 1}/${shown}`;
}

function itemText({ label, indent, detail = '' }: ListItem, width: number): string {
  const room = detail === '' ? width : Math.max(0, width - cellWidth(detail) - 1);
  const before = ' '.repeat(Math.min(room, indent * INDENT));
  // Cut first: the end of a title is what may go, wherever it stands.
  const text = before + visualText(truncate(label, room - before.length));
  return detail === '' ? text : `${fit(text, room)} ${visualText(truncate(detail, width))}`;
}

/** Index of the first item shown: the selected one stands in the middle where it can. */
function firstShown(selected: number, length: number, rows: number): number {
  return Math.max(0, Math.min(selected - Math.floor(rows / 2), length - rows));
}
