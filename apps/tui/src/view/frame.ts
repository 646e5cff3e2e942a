import { blockAt, sentenceAt, type Span } from '@lede/core';
import type { PlacedLine } from '../layout/flow.ts';
import type { Segment } from '../layout/line.ts';
import { pageOf } from '../layout/page.ts';
import { Style } from '../layout/style.ts';
import { targetOf } from '../reader/link-target.ts';
import { pointOf } from '../reader/move.ts';
import { selectedSpan } from '../reader/select.ts';
import { bodyRows, type State } from '../reader/state.ts';
import type { Overlay, Painter, PaintPicture } from '../theme/painter.ts';
import { helpWindow } from './help-window.ts';
import { withHints } from './hint-labels.ts';
import { listPanel, panelIsLeft, panelWidth } from './list-panel.ts';
import { popupRows } from './popup.ts';
import { rsvpScreen } from './rsvp-screen.ts';
import { statusRow } from './status.ts';

/** Marks the line of the point in the margin before it; in that after it where it begins at the right. */
const POINT_MARK: Segment = { text: '› ', width: 2, style: Style.marker };
const POINT_MARK_RTL: Segment = { text: ' ‹', width: 2, style: Style.marker };

/** The screen as rows of styled text, one for each row of the terminal. */
export function drawFrame(state: State, painter: Painter, picture?: PaintPicture): string[] {
  const rows = bodyRows(state);
  if (state.mode.kind === 'rsvp') return rsvpScreen(state, state.mode, painter);
  const body = state.mode.kind === 'help' ? helpWindow(state, painter) : page(state, painter, rows, picture);
  if (state.mode.kind === 'popup') {
    const popup = popupRows(state, state.mode, painter);
    body.splice(Math.max(0, rows - popup.length), popup.length, ...popup.slice(0, rows));
  }
  if (state.zen) return needsStatus(state) ? [...body.slice(0, -1), statusRow(state, painter)] : body;
  return state.size.rows > 1 ? [...body, statusRow(state, painter)] : body;
}

/** Even zen shows what one types and what the reader has to say. */
function needsStatus({ message, mode, count, pending, size }: State): boolean {
  const isAsking = mode.kind === 'search' || mode.kind === 'note' || mode.kind === 'letter';
  return size.rows > 1 && (message !== null || isAsking || count !== null || pending.length > 0);
}

/** The part of the article that is on the screen, with the panel beside it where one is open. */
function page(state: State, painter: Painter, rows: number, picture: PaintPicture | undefined): string[] {
  const { size, shift, mode } = state;
  const { columns } = size;
  const { lines, overlays } = visiblePage(state, rows);
  // In the last row of the screen a picture could make the terminal scroll.
  const pictureIn = (row: number): PaintPicture | undefined => (row + 1 < size.rows ? picture : undefined);
  if (mode.kind !== 'list') {
    return Array.from({ length: rows }, (_, row) => {
      const line = lines[row];
      return line ? painter.line(line, { columns, overlays, shift, picture: pictureIn(row) }) : painter.blank(columns);
    });
  }
  const panel = listPanel(state, mode, painter);
  const taken = panelWidth(mode, columns);
  const room = columns - taken;
  const isLeft = panelIsLeft(state);
  const moved = makeRoom(state, taken, isLeft);
  return Array.from({ length: rows }, (_, row) => {
    const line = lines[row] && { ...lines[row], left: Math.max(0, lines[row].left + moved) };
    const beside = panel[row] ?? '';
    if (room === 0) return beside;
    const hidden = line && isLeft ? taken - line.left : 0;
    const shown = line && isLeft ? { ...line, left: Math.max(0, -hidden), overflows: true } : line;
    const shifted = isLeft ? Math.max(0, hidden) : shift;
    const options = { columns: room, overlays, shift: shifted, pad: true, picture: pictureIn(row) };
    const body = (shown ? painter.line(shown, options) : painter.blank(room)) || ' '.repeat(room);
    return isLeft ? beside + body : body + beside;
  });
}

/** Columns that the text moves out of the way of a panel, into the margin on the other side. */
function makeRoom({ flow, size }: State, taken: number, isLeft: boolean): number {
  const { left, measure, margin } = pageOf(flow.options);
  const right = size.columns - left - measure;
  return isLeft
    ? Math.max(0, Math.min(right - margin, taken - left))
    : -Math.max(0, Math.min(left - margin, taken - right));
}

/** The lines on the screen and what is painted over them. */
function visiblePage(state: State, rows: number): { lines: PlacedLine[]; overlays: Overlay[] } {
  const placed = state.flow.linesFrom(state.top, rows);
  const marked = pointRow(state, placed);
  const lines = placed.map((line, row) => (row === marked ? withMark(line, state.size.columns) : line));
  if (state.mode.kind === 'hints') return withHints(lines, state.mode.hints, state.mode.typed);
  return { lines, overlays: overlaysOf(state, placed) };
}

/** The line with a mark in the margin, where the margin has room for it. */
function withMark(line: PlacedLine, columns: number): PlacedLine {
  const { width } = POINT_MARK;
  if (line.rtl) {
    if (line.left + line.width + width > columns) return line;
    return { ...line, width: line.width + width, segments: [...line.segments, POINT_MARK_RTL] };
  }
  if (line.left < width) return line;
  return { ...line, left: line.left - width, width: line.width + width, segments: [POINT_MARK, ...line.segments] };
}

/** What is painted over the visible text. */
function overlaysOf(state: State, lines: readonly PlacedLine[]): Overlay[] {
  const { search, link, article } = state;
  const first = Math.min(...lines.map(({ start }) => start));
  const last = Math.max(...lines.map(({ end }) => end));
  const overlays: Overlay[] = state.highlights
    .filter((highlighted) => highlighted.start < last && highlighted.end > first)
    .map(({ start, end }) => ({ start, end, role: 'highlight' }));
  const current = search?.matches.at(search.current);
  for (const match of search?.matches.within(first, last) ?? []) {
    overlays.push({ ...match, role: match.start === current?.start ? 'currentMatch' : 'match' });
  }
  const focused = link === null ? undefined : article.marks[link];
  if (focused) overlays.push({ start: focused.start, end: focused.end, role: 'linkFocus' });
  const selected = selectedSpan(state);
  if (selected) overlays.push({ ...selected, role: 'selection' });
  const undimmed = focusSpan(state);
  if (undimmed) {
    overlays.push(
      { start: first, end: undimmed.start, role: 'dimmed' },
      { start: undimmed.end, end: last, role: 'dimmed' },
    );
  }
  return overlays;
}

/** What the focus leaves undimmed. */
function focusSpan(state: State): Span | undefined {
  const point = pointOf(state);
  switch (state.focus) {
    case 'line':
      return state.flow.linesFrom(state.flow.locate(point), 1)[0];
    case 'sentence':
      return state.article.sentences[sentenceAt(state.article, point) ?? -1];
    case 'paragraph':
      return state.article.blocks[blockAt(state.article, point) ?? -1];
    default:
      return undefined;
  }
}

/** The row whose line holds the point; -1 where nothing is marked. */
function pointRow(state: State, lines: readonly PlacedLine[]): number {
  if (state.point === null) return -1;
  const point = pointOf(state);
  // An image or embed in focus has no text that could be marked.
  const block = state.link === null ? undefined : targetOf(state.article, state.link)?.block;
  if (block !== undefined) return lines.findIndex((line) => line.block === block && line.width > 0);
  return lines.findIndex((line) => line.block >= 0 && line.start <= point && point < line.end);
}
