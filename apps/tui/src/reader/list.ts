import { sectionAt } from '@lede/core';
import type { CommandName } from './key-table.ts';
import { eraseCharacter } from './edit-text.ts';
import { jump } from './history.ts';
import { pointOf, showAtTop } from './move.ts';
import { bodyRows, type ListItem, type ListMode, say, type State } from './state.ts';

/** Rows of the window that are not items: its title. */
const TITLE_ROWS = 1;

/** Opens the outline with the current section selected. */
export function openOutline(state: State): State {
  const sections = state.contents.sections();
  if (sections.length === 0) return say(state, 'The article has no headings');
  const least = Math.min(...new Set(sections.map(({ depth }) => depth)));
  const items = sections.map(({ title, depth, start }): ListItem => {
    return { label: title, indent: depth - least, choose: { type: 'go', offset: start } };
  });
  const selected = sectionAt(sections, pointOf(state)) ?? 0;
  return openList(state, { title: 'Outline', items, selected, typing: false });
}

export function openList(
  state: State,
  list: Pick<ListMode, 'title' | 'items' | 'selected' | 'typing' | 'isWhole' | 'isPrompt'>,
): State {
  return { ...state, mode: { kind: 'list', filter: '', ...list } };
}

/**
 * The items that match the filter: those in which each of its words begins a word, those that hold them, then those
 * that hold the letters of each in order.
 */
export function shownItems({ items, filter }: ListMode): readonly ListItem[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return items;
  const ranks: ListItem[][] = [[], [], []];
  for (const item of items) {
    const text = `${item.label} ${item.detail ?? ''} ${item.also ?? ''}`.toLowerCase();
    const rank = words.every((word) => beginsWord(text, word))
      ? 0
      : words.every((word) => text.includes(word))
        ? 1
        : words.every((word) => hasLetters(text, word))
          ? 2
          : -1;
    ranks[rank]?.push(item);
  }
  return ranks.flat();
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** Whether a text has the letters of a word in order, whatever stands between them. */
function hasLetters(text: string, word: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

/** Rows for items in the window. */
export function listRows(state: Pick<State, 'size' | 'zen'>): number {
  return Math.max(1, bodyRows(state) - TITLE_ROWS);
}

export function moveInList(state: State, by: number): State {
  return inList(state, (list) => {
    const last = Math.max(0, shownItems(list).length - 1);
    return { ...list, selected: Math.max(0, Math.min(last, list.selected + by)) };
  });
}

export function pageInList(state: State, pages: number): State {
  return moveInList(state, pages * Math.max(1, listRows(state) - 1));
}

export function startFilter(state: State): State {
  return inList(state, (list) => ({ ...list, typing: true }));
}

export function typeInFilter(state: State, typed: string): State {
  return inList(state, (list) => ({ ...list, filter: list.filter + typed, selected: 0 }));
}

export function eraseInFilter(state: State): State {
  return inList(state, (list) =>
    list.filter === '' ? { ...list, typing: false } : { ...list, filter: eraseCharacter(list.filter), selected: 0 },
  );
}

export function eraseAllInFilter(state: State): State {
  return inList(state, (list) => ({ ...list, filter: '', selected: 0 }));
}

export function endFilter(state: State): State {
  if (state.mode.kind === 'list' && state.mode.isPrompt) return closeList(state);
  return inList(state, (list) => ({ ...list, filter: '', typing: false, selected: 0 }));
}

export function closeList(state: State): State {
  return { ...state, mode: { kind: 'read' } };
}

/** Does what the selected item is for. */
export function chooseInList(state: State, run: (state: State, command: CommandName) => State): State {
  if (state.mode.kind !== 'list') return state;
  const item = shownItems(state.mode)[state.mode.selected];
  if (!item) return state;
  // The list stays until the article is there; it may not be. Who comes back to it is not typing any more.
  if (item.choose.type === 'open')
    return { ...state, mode: { ...state.mode, typing: false }, effects: [...state.effects, item.choose] };
  const reading: State = { ...state, mode: { kind: 'read' } };
  if (item.choose.type === 'go') return goTo(reading, item.choose.offset);
  return item.choose.type === 'say' ? say(reading, item.choose.text) : run(reading, item.choose.command);
}

function goTo(state: State, offset: number): State {
  return jump(state, (now) => showAtTop(now, offset));
}

function inList(state: State, change: (list: ListMode) => ListMode): State {
  return state.mode.kind === 'list' ? { ...state, mode: change(state.mode) } : state;
}
