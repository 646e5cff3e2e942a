import { isDeepStrictEqual } from 'node:util';
import { type AnchorResolution, type Article, createAnchor, resolveAnchor, resolveAnchors } from '@lede/core';
import type { ArticleIdentity } from './identify.ts';
import { markItem, mergeStates } from './merge.ts';
import { timeOfChange } from './timestamp.ts';
import type { ArticleState, LetterMark } from './types.ts';

/** The state of an article about which nothing is known. */
export function emptyState({ key, title, path }: ArticleIdentity): ArticleState {
  return {
    schema: 'lede.state/1',
    key,
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { path }),
    marks: [],
    highlights: [],
    removed: [],
  };
}

/** Where reading stands. */
export interface Place {
  /** Of the first character on the screen. */
  offset: number;
  /** From 0 to 1; reckoned from the offset where absent. */
  progress?: number;
}

/** Remembers where reading stands. Nothing changes where it stands as before: another reader may have moved. */
export function setPosition(state: ArticleState, article: Article, place: Place, now: Date): ArticleState {
  const { offset, progress: share = offset / Math.max(1, article.text.length) } = place;
  const anchor = createAnchor(article, { start: offset, end: offset });
  const progress = Math.max(0, Math.min(1, share));
  const before = state.position;
  if (before && before.progress === progress && isDeepStrictEqual(before.anchor, anchor)) return state;
  return { ...state, position: { anchor, progress, updated: timeOfChange(now, before?.updated) } };
}

/**
 * Where reading stopped, as an offset into the article as it is now; `undefined` where it never began. When
 * the words there are gone, the place as far into the text as it was.
 */
export function resolvePosition(state: ArticleState, article: Article): number | undefined {
  if (!state.position) return undefined;
  const { anchor, progress } = state.position;
  const found = resolveAnchor(article, anchor);
  return found.status === 'orphaned' ? Math.floor(progress * article.text.length) : found.span.start;
}

/** Names a place with a letter; the letter's old place is forgotten. */
export function setMark(
  state: ArticleState,
  article: Article,
  letter: string,
  offset: number,
  now: Date,
): ArticleState {
  const anchor = createAnchor(article, { start: offset, end: offset });
  const item = markItem(letter);
  const mark = { letter, anchor, updated: timeOfChange(now, lastChange(state, item, findMark(state, letter))) };
  return mergeStates(state, { ...state, marks: [mark] });
}

export function removeMark(state: ArticleState, letter: string, now: Date): ArticleState {
  const mark = findMark(state, letter);
  if (!mark) return state;
  const removal = { item: markItem(letter), updated: timeOfChange(now, mark.updated) };
  return mergeStates(state, { ...state, removed: [removal] });
}

/** A mark, and where it is in the article as it is now. */
export type ResolvedMark = { mark: LetterMark } & AnchorResolution;

export function resolveMarks(state: ArticleState, article: Article): ResolvedMark[] {
  const found = resolveAnchors(
    article,
    state.marks.map(({ anchor }) => anchor),
  );
  return state.marks.map((mark, i) => ({ mark, ...(found[i] ?? { status: 'orphaned' }) }));
}

/** When an item was last changed or removed; `undefined` where it never existed. */
export function lastChange(
  state: ArticleState,
  item: string,
  present: { updated: string } | undefined,
): string | undefined {
  return present?.updated ?? state.removed.find((removal) => removal.item === item)?.updated;
}

function findMark(state: ArticleState, letter: string): LetterMark | undefined {
  return state.marks.find((mark) => mark.letter === letter);
}
