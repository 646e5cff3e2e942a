import { comparePositions, type Position } from '../layout/position.ts';
import { bodyRows, type Spot, type State } from './state.ts';

/** A page keeps this many lines of the one before, so that the eye finds its place. */
const PAGE_OVERLAP = 2;
/** Where a jump lands: this share of the screen stays above it. */
const JUMP_CONTEXT = 1 / 4;

/** Scrolls by lines, up where negative. The point goes along only as far as it must to stay on screen. */
export function scroll(state: State, lines: number): State {
  return showFrom(state, state.flow.move(state.top, lines));
}

export function scrollPages(state: State, pages: number): State {
  return scroll(state, pages * Math.max(1, bodyRows(state) - PAGE_OVERLAP));
}

/** Half a page, at least a line. */
export function scrollHalves(state: State, halves: number): State {
  return scroll(state, halves * Math.max(1, Math.floor(bodyRows(state) / 2)));
}

export function toStart(state: State): State {
  return { ...showFrom(state, state.flow.start()), point: null };
}

export function toEnd(state: State): State {
  return { ...showFrom(state, lastTop(state)), point: null };
}

/** To where `percent` of the text stands above. */
export function toPercent(state: State, percent: number): State {
  if (percent <= 0) return toStart(state);
  if (percent >= 100) return toEnd(state);
  return showAtTop(state, Math.floor((state.article.text.length * percent) / 100));
}

/**
 * Puts the line of `offset` at the top of the screen, as far as the end allows, and the point on it. What stands
 * before the text (title, authors, date) shows with its first line.
 */
export function showAtTop(state: State, offset: number): State {
  const top = offset <= 0 ? state.flow.start() : state.flow.locate(offset);
  return { ...showFrom(state, top), point: offset };
}

/** Brings `offset` into view: scrolls only when it is not, and then leaves some lines above it. */
export function reveal(state: State, offset: number): State {
  const at = state.flow.locate(offset);
  const rows = bodyRows(state);
  const below = state.flow.distance(state.top, at, rows);
  if (below >= 0 && below < rows) return { ...state, point: offset };
  return { ...showFrom(state, state.flow.move(at, -Math.floor(rows * JUMP_CONTEXT))), point: offset };
}

/** Where the reader is now. */
export function spotOf({ top, flow, anchor, point }: State): Spot {
  return { top, flow, anchor, point };
}

/** Returns to a spot: to the very line, or to its text where the lines have changed since. */
export function returnTo(state: State, spot: Spot): State {
  if (spot.flow === state.flow) return { ...showFrom(state, spot.top), point: spot.point };
  return keepPlace({ ...state, anchor: spot.anchor, point: spot.point });
}

/** Offset that commands act on: the point, or the first text on the screen. */
export function pointOf(state: State): number {
  if (state.point !== null) return state.point;
  for (const line of state.flow.linesFrom(state.top, bodyRows(state))) {
    if (line.end > line.start && line.block >= 0) return line.start;
  }
  return state.flow.offsetAt(state.top);
}

/** The same text at the top of a screen of another size. */
export function keepPlace(state: State): State {
  const top = state.anchor < 0 ? state.flow.start() : state.flow.locate(state.anchor);
  return { ...state, top: earlier(top, lastTop(state)) };
}

function showFrom(state: State, wanted: Position): State {
  const top = earlier(wanted, lastTop(state));
  const anchor = comparePositions(top, state.flow.start()) <= 0 ? -1 : state.flow.offsetAt(top);
  return withVisiblePoint({ ...state, top, anchor });
}

/** A point that has left the screen is dropped: the first line on it takes its place. */
function withVisiblePoint(state: State): State {
  if (state.point === null) return state;
  const rows = bodyRows(state);
  const row = state.flow.distance(state.top, state.flow.locate(state.point), rows);
  // The focus on a link goes with the point.
  return row >= 0 && row < rows ? state : { ...state, point: null, link: null };
}

function lastTop(state: State): Position {
  return state.flow.lastTop(bodyRows(state));
}

function earlier(a: Position, b: Position): Position {
  return comparePositions(a, b) <= 0 ? a : b;
}
