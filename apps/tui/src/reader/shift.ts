import { bodyRows, say, type State } from './state.ts';

/** Columns that one key scrolls sideways. */
const STEP = 8;

/** Scrolls the lines that are wider than the screen sideways: to the right, or back where negative. */
export function shiftBy(state: State, steps: number): State {
  const most = hiddenColumns(state);
  if (most === 0)
    return state.shift === 0 ? say(state, 'Nothing here is wider than the screen') : { ...state, shift: 0 };
  const shift = Math.max(0, Math.min(most, state.shift + steps * STEP));
  if (shift === state.shift) return say(state, shift === 0 ? 'Lines begin here' : 'Lines end here');
  return { ...state, shift };
}

/** Columns of the widest line in sight that the screen has no room for. */
function hiddenColumns(state: State): number {
  const lines = state.flow.linesFrom(state.top, bodyRows(state));
  return Math.max(0, ...lines.map((line) => (line.overflows ? line.left + line.width - state.size.columns : 0)));
}
