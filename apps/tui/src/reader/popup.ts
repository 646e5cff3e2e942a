import { breakLines } from '@lede/core';
import { bodyRows, type Mode, type State } from './state.ts';

export type PopupMode = Mode & { kind: 'popup' };

const MEASURE = 70;
/** A popup leaves at least this share of the page in sight. */
const SHARE = 0.6;
/** Rows of it that are not text: the rule with its title, and an empty one. */
const AROUND = 2;

/** Columns of a popup's text on a screen of `columns`. */
export function popupMeasure(columns: number): number {
  return Math.max(1, Math.min(MEASURE, columns - 4));
}

/** The text of a popup, broken into lines. */
export function popupLines({ lines }: PopupMode, columns: number): string[] {
  const width = popupMeasure(columns);
  return lines.flatMap((line) => {
    const spans = breakLines(line, width);
    return spans.length === 0 ? [''] : spans.map(({ start, end }) => line.slice(start, end));
  });
}

/** Rows for the text. */
export function popupRoom(state: Pick<State, 'size' | 'zen'>): number {
  return Math.max(1, Math.floor(bodyRows(state) * SHARE) - AROUND);
}

/** Shows more of a popup that is longer than its room. */
export function scrollPopup(state: State, lines: number): State {
  if (state.mode.kind !== 'popup') return state;
  const last = Math.max(0, popupLines(state.mode, state.size.columns).length - popupRoom(state));
  const scroll = Math.max(0, Math.min(last, (state.mode.scroll ?? 0) + lines));
  return { ...state, mode: { ...state.mode, scroll } };
}
