import type { PlacedLine } from '../layout/flow.ts';
import type { Segment } from '../layout/line.ts';
import { Style } from '../layout/style.ts';
import { pointOf } from '../reader/move.ts';
import { bodyRows, type State } from '../reader/state.ts';
import type { Overlay, Painter } from '../theme/painter.ts';
import { helpWindow } from './help-window.ts';
import { withHints } from './hint-labels.ts';
import { listPanel, panelWidth } from './list-panel.ts';
import { popupRows } from './popup.ts';
import { statusRow } from './status.ts';

/** Marks the line of the point in the margin. */
const POINT_MARK: Segment = { text: '› ', width: 2, style: Style.marker };

/** The screen as rows of styled text, one for each row of the terminal. */
export function drawFrame(state: State, painter: Painter): string[] {
  const rows = bodyRows(state);
  const body = state.mode.kind === 'help' ? helpWindow(state, painter) : page(state, painter, rows);
  if (state.mode.kind === 'popup') {
    const popup = popupRows(state.mode.title, state.mode.lines, state.size.columns, rows, painter);
    body.splice(Math.max(0, rows - popup.length), popup.length, ...popup.slice(0, rows));
  }
  return state.size.rows > 1 ? [...body, statusRow(state, painter)] : body;
}

/** The part of the article that is on the screen, with the panel beside it where one is open. */
function page(state: State, painter: Painter, rows: number): string[] {
  const { columns } = state.size;
  const panel = state.mode.kind === 'list' ? listPanel(state, state.mode, painter) : null;
  const room = panel ? columns - panelWidth(columns) : columns;
  const { lines, overlays } = visiblePage(state, rows);
  return Array.from({ length: rows }, (_, row) => {
    const line = lines[row];
    if (!panel) return line ? painter.line(line, { columns, overlays }) : painter.blank(columns);
    const left = line && room > 0 ? painter.line(line, { columns: room, overlays, pad: true }) : painter.blank(room);
    return (left === '' ? ' '.repeat(room) : left) + (panel[row] ?? '');
  });
}

/** The lines on the screen and what is painted over them. */
function visiblePage(state: State, rows: number): { lines: PlacedLine[]; overlays: Overlay[] } {
  const placed = state.flow.linesFrom(state.top, rows);
  const marked = pointRow(state, placed);
  const lines = placed.map((line, row) => (row === marked ? withMark(line) : line));
  if (state.mode.kind === 'hints') return withHints(lines, state.mode.hints, state.mode.typed);
  return { lines, overlays: overlaysOf(state, placed) };
}

/** The line with a mark in the margin, where the margin has room for it. */
function withMark(line: PlacedLine): PlacedLine {
  const { width } = POINT_MARK;
  if (line.left < width) return line;
  return { ...line, left: line.left - width, width: line.width + width, segments: [POINT_MARK, ...line.segments] };
}

/** What is painted over the visible text. */
function overlaysOf(state: State, lines: readonly PlacedLine[]): Overlay[] {
  const overlays: Overlay[] = [];
  const { search, link, article } = state;
  const start = Math.min(...lines.map((line) => line.start));
  const end = Math.max(...lines.map((line) => line.end));
  const current = search?.matches.at(search.current);
  for (const match of search?.matches.within(start, end) ?? []) {
    overlays.push({ ...match, role: match.start === current?.start ? 'currentMatch' : 'match' });
  }
  const focused = link === null ? undefined : article.marks[link];
  if (focused) overlays.push({ start: focused.start, end: focused.end, role: 'linkFocus' });
  return overlays;
}

/** The row whose line holds the point; -1 where nothing is marked. */
function pointRow(state: State, lines: readonly PlacedLine[]): number {
  if (state.point === null) return -1;
  const point = pointOf(state);
  return lines.findIndex((line) => line.block >= 0 && line.start <= point && point < line.end);
}
