import { cellWidth } from '@lede/core';
import type { PlacedLine } from '../layout/flow.ts';
import { pointOf } from '../reader/move.ts';
import { bodyRows, type State } from '../reader/state.ts';
import type { Overlay, Painter } from '../theme/painter.ts';
import { helpWindow } from './help-window.ts';
import { listPanel, panelWidth } from './list-panel.ts';
import { statusRow } from './status.ts';

/** Marks the line of the point in the margin. */
const POINT_MARK = '›';

/** The screen as rows of styled text, one for each row of the terminal. */
export function drawFrame(state: State, painter: Painter): string[] {
  const rows = bodyRows(state);
  const body = state.mode.kind === 'help' ? helpWindow(state, painter) : page(state, painter, rows);
  return state.size.rows > 1 ? [...body, statusRow(state, painter)] : body;
}

/** The part of the article that is on the screen, with the panel beside it where one is open. */
function page(state: State, painter: Painter, rows: number): string[] {
  const { columns } = state.size;
  const panel = state.mode.kind === 'list' ? listPanel(state, state.mode, painter) : null;
  const room = panel ? columns - panelWidth(columns) : columns;
  const lines = state.flow.linesFrom(state.top, rows);
  const overlays = overlaysOf(state, lines);
  const marked = pointRow(state, lines);
  return Array.from({ length: rows }, (_, row) => {
    const line = lines[row];
    if (!panel) return line ? drawLine(line, row === marked, painter, columns, overlays) : painter.blank(columns);
    if (room === 0) return panel[row] ?? '';
    const left = line ? drawLine(line, row === marked, painter, room, overlays) : painter.blank(room);
    const width = line && line.segments.length > 0 ? Math.min(room, line.left + line.width) : 0;
    return left + ' '.repeat(room - width) + (panel[row] ?? '');
  });
}

function drawLine(line: PlacedLine, isPoint: boolean, painter: Painter, columns: number, overlays: Overlay[]): string {
  const width = cellWidth(POINT_MARK);
  if (!isPoint || line.left <= width) return painter.line(line, { columns, overlays });
  const gap = line.left - width - 1;
  const rest = painter.line({ ...line, left: 1 }, { columns: columns - gap - width, overlays });
  return ' '.repeat(gap) + painter.chrome('key', POINT_MARK) + rest;
}

/** What is painted over the visible text. */
function overlaysOf(state: State, lines: readonly PlacedLine[]): Overlay[] {
  const { search } = state;
  const [first] = lines;
  const last = lines.at(-1);
  if (!search || !first || !last || search.matches.length === 0) return [];
  const current = search.matches.at(Math.max(0, search.current));
  return search.matches
    .within(first.start, last.end)
    .map(({ start, end }) => ({ start, end, role: start === current.start ? 'currentMatch' : 'match' }));
}

/** The row whose line holds the point; -1 where nothing is marked. */
function pointRow(state: State, lines: readonly PlacedLine[]): number {
  if (state.point === null) return -1;
  const point = pointOf(state);
  return lines.findIndex((line) => line.block >= 0 && line.start <= point && point < line.end);
}
