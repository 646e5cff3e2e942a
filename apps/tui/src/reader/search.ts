import { eraseCharacter, eraseWord } from './edit-text.ts';
import { remember } from './history.ts';
import { pointOf, returnTo, reveal, spotOf } from './move.ts';
import { complain, say, type Search, type State } from './state.ts';

/** A key in a longer text, in code units, would wait for the search; there it is shown first. */
const MOST_AT_ONCE = 16_000_000;

/** Opens the prompt. The search begins at the point, and Esc comes back here. */
export function openSearch(state: State): State {
  const from = spotOf(state);
  return { ...state, mode: { kind: 'search', text: '', from, before: state.search } };
}

/** What is typed becomes part of the query, and the first match from where the search began is shown. */
export function typeInSearch(state: State, typed: string): State {
  return state.mode.kind === 'search' ? searchFor(state, state.mode.text + typed) : state;
}

export function eraseInSearch(state: State): State {
  if (state.mode.kind !== 'search') return state;
  if (state.mode.text === '') return cancelSearch(state);
  return searchFor(state, eraseCharacter(state.mode.text));
}

export function eraseWordInSearch(state: State): State {
  return state.mode.kind === 'search' ? searchFor(state, eraseWord(state.mode.text)) : state;
}

export function eraseAllInSearch(state: State): State {
  return searchFor(state, '');
}

/** Closes the prompt at the match. An empty prompt repeats the search before. */
export function acceptSearch(state: State): State {
  if (state.mode.kind !== 'search') return state;
  if (state.mode.isPending) return acceptSearch(searchNow(state));
  const { text, before } = state.mode;
  const reading: State = { ...state, mode: { kind: 'read' } };
  if (text === '') return before ? nextMatch({ ...reading, search: before }, 1) : { ...reading, search: null };
  return reading.search?.matches.length
    ? remember(reading, state.mode.from)
    : complain({ ...reading, search: null }, `Not found: ${text}`);
}

/** Closes the prompt and returns to where the search began. */
export function cancelSearch(state: State): State {
  if (state.mode.kind !== 'search') return state;
  const { from, before } = state.mode;
  return returnTo({ ...state, mode: { kind: 'read' }, search: before }, from);
}

/** Goes `count` matches on, or back where negative, around the ends. */
export function nextMatch(state: State, count: number): State {
  const { search } = state;
  if (!search) return say(state, 'No search; press / to search');
  const { length } = search.matches;
  if (length === 0) return complain(state, `Not found: ${search.query}`);
  const at = currentFrom(search, pointOf(state), count);
  const current = (((at + count) % length) + length) % length;
  const wrapped =
    at + count >= length ? 'Search went on at the start' : at + count < 0 ? 'Search went on at the end' : null;
  const shown = showMatch(state, { ...search, current });
  return wrapped === null ? shown : say(shown, wrapped);
}

/** The state with a search made in another version of its article; nothing moves. */
export function searchAgain(state: State, search: Search | null): State {
  if (!search) return state;
  const matches = state.contents.finder().find(search.query);
  return { ...state, search: { ...search, matches, current: Math.min(search.current, matches.length - 1) } };
}

/** Drops the search and its marks. */
export function clearSearch(state: State): State {
  return { ...state, search: null, point: null, link: null };
}

function searchFor(state: State, text: string): State {
  if (state.mode.kind !== 'search') return state;
  const { from, before } = state.mode;
  const isHuge = text !== '' && state.article.text.length > MOST_AT_ONCE;
  const typed: State = { ...state, mode: { kind: 'search', text, from, before, isPending: isHuge } };
  return isHuge ? { ...typed, effects: [...state.effects, { type: 'search' }] } : searchNow(typed);
}

/** Searches for what was typed: shows the first match from where the search began. */
export function searchNow(state: State): State {
  if (state.mode.kind !== 'search') return state;
  const { from, text } = state.mode;
  const back = returnTo({ ...state, mode: { ...state.mode, isPending: false }, search: null }, from);
  if (text === '') return back;
  const matches = state.contents.finder().find(text);
  const first = matches.firstAfter(pointOf(back));
  const current = matches.length === 0 ? -1 : first === matches.length ? 0 : first;
  const search: Search = { query: text, matches, current };
  return current < 0 ? { ...back, search } : showMatch(back, search);
}

function showMatch(state: State, search: Search): State {
  const match = search.matches.at(search.current);
  return match ? { ...reveal(state, match.start), search } : { ...state, search };
}

/**
 * The match that counting starts from: the current one while the point is still on it, else the one just
 * before the point (after it, when going back), because the reader has moved on since.
 */
function currentFrom({ matches, current }: Search, point: number, direction: number): number {
  if (current >= 0 && matches.at(current)?.start === point) return current;
  const next = matches.firstAfter(point);
  return direction > 0 ? next - 1 : next;
}
