import { moveInList } from './list.ts';
import { scroll } from './move.ts';
import { scrollPopup } from './popup.ts';
import type { State } from './state.ts';

/** Lines that one notch of the wheel scrolls. */
const LINES = 3;

/** Scrolls the article, or the list over it. */
export function turnWheel(state: State, direction: 'up' | 'down'): State {
  const lines = direction === 'down' ? LINES : -LINES;
  if (state.mode.kind === 'list') return moveInList(state, lines);
  if (state.mode.kind === 'popup') return scrollPopup(state, lines);
  return state.mode.kind === 'read' ? scroll(state, lines) : state;
}
