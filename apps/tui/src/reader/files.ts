import { closeList, openList } from './list.ts';
import { type Effect, type ListItem, say, type State } from './state.ts';

/** Something that can be opened: a file, an address. */
export interface Openable {
  input: string;
  label: string;
  /** The label is a path or an address, not a title. */
  isPath?: boolean;
  detail?: string;
}

/** Lists what can be opened. Choosing one opens it on top of a page of our own, else in place of this article. */
export function listFiles(state: State, title = 'Articles'): State {
  // A page of our own says so itself.
  if (state.files.length === 0) return state.origin.input === '' ? state : say(state, 'No other articles');
  const inPlace = indexOf(state) >= 0;
  const items = state.files.map(({ input, ...shown }): ListItem => {
    return { ...shown, indent: 0, choose: { type: 'open', input, inPlace } };
  });
  const isWhole = state.origin.input === '';
  return openList(state, { title, items, selected: Math.max(0, indexOf(state)), typing: false, isWhole });
}

/** Opens the article `count` places on in the list, or back where negative, in place of this one. */
export function openNeighbour(state: State, count: number): State {
  const at = indexOf(state);
  const file = at < 0 ? undefined : state.files[at + count];
  if (!file) return say(state, count > 0 ? 'No article after this one' : 'No article before this one');
  const effect: Effect = { type: 'open', input: file.input, inPlace: true };
  return { ...state, effects: [...state.effects, effect] };
}

/** Where the article stands in the list of what can be opened: `2/7`; `undefined` where it is not in one. */
export function placeInFiles(state: State): string | undefined {
  const at = indexOf(state);
  return at < 0 || state.files.length < 2 ? undefined : `${at + 1}/${state.files.length}`;
}

/** Closes a list; on a page of our own, which is nothing without its list, that is to leave. */
export function leaveList(state: State): State {
  const effects: Effect[] = [...state.effects, { type: state.origin.input === '' ? 'quit' : 'cancel' }];
  return state.origin.input === '' ? { ...state, effects } : { ...closeList(state), effects };
}

function indexOf({ files, origin }: State): number {
  return files.findIndex(({ input }) => input === origin.input);
}
