import { comparePositions } from '../layout/position.ts';
import { returnTo, showAtTop, spotOf } from './move.ts';
import { complain, say, type Spot, type State } from './state.ts';

/** More than anyone goes back. */
const MOST_SPOTS = 100;
/** The mark that every jump sets: where the reader was before it. */
const BEFORE_JUMP = "'";

/** The state after a jump, with the spot that it left to come back to. */
export function jump(state: State, go: (state: State) => State): State {
  return remember(go(state), spotOf(state));
}

/** Keeps a spot that the reader has left; one that it is still at is not worth keeping. */
export function remember(state: State, from: Spot): State {
  const stayed = from.flow === state.flow && comparePositions(from.top, state.top) === 0 && from.point === state.point;
  if (stayed) return state;
  const marks = { ...state.marks, [BEFORE_JUMP]: Math.max(0, from.point ?? from.anchor) };
  return { ...state, back: [...state.back, from].slice(-MOST_SPOTS), forward: [], marks };
}

export function goBack(state: State, count: number): State {
  let current = state;
  for (let left = count; left > 0; left--) {
    const spot = current.back.at(-1);
    if (!spot) return current === state ? say(state, 'No place before this one') : current;
    const forward = [...current.forward, spotOf(current)];
    current = { ...returnTo(current, spot), back: current.back.slice(0, -1), forward };
  }
  return current;
}

export function goForward(state: State, count: number): State {
  let current = state;
  for (let left = count; left > 0; left--) {
    const spot = current.forward.at(-1);
    if (!spot) return current === state ? say(state, 'No place after this one') : current;
    const back = [...current.back, spotOf(current)];
    current = { ...returnTo(current, spot), back, forward: current.forward.slice(0, -1) };
  }
  return current;
}

/** Waits for the letter of a mark. */
export function askMark(state: State, command: 'set-mark' | 'go-to-mark'): State {
  return { ...state, mode: { kind: 'letter', command } };
}

/** Sets or goes to the mark that the letter names. */
export function useMark(state: State, key: string): State {
  if (state.mode.kind !== 'letter') return state;
  const { command } = state.mode;
  const reading: State = { ...state, mode: { kind: 'read' } };
  if (command === 'set-mark') {
    if (!/^\p{L}$/u.test(key)) return complain(reading, 'A mark is a letter');
    const offset = Math.max(0, reading.point ?? reading.anchor);
    return say({ ...reading, marks: { ...reading.marks, [key]: offset } }, `Mark ${key} set`);
  }
  const offset = reading.marks[key];
  return offset === undefined ? complain(reading, `No mark ${key}`) : jump(reading, (now) => showAtTop(now, offset));
}
