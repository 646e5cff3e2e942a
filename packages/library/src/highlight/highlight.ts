import { type Article, createAnchor, hashSource, type Span, toSelectors, toTextFragment } from '@lede/core';
import { lastChange } from '../state/change.ts';
import { highlightItem, mergeStates } from '../state/merge.ts';
import { timeOfChange, timestamp } from '../state/timestamp.ts';
import type { ArticleState, Highlight, HighlightColor } from '../state/types.ts';
import { pageOf } from '../state/page-of.ts';

export interface HighlightOptions {
  now: Date;
  /** Default `yellow`. */
  color?: HighlightColor;
  note?: string;
}

/**
 * Highlights a span of the article, without the white space at its ends. The very same span is not
 * highlighted twice: its highlight takes the new colour, and the new note where there is one. `undefined`
 * where the span holds no text.
 *
 * @example
 * const added = addHighlight(state, article, { start: 10, end: 42 }, { now: new Date() });
 * if (added) await store.save(added.state);
 */
export function addHighlight(
  state: ArticleState,
  article: Article,
  span: Span,
  { now, color, note }: HighlightOptions,
): { state: ArticleState; highlight: Highlight } | undefined {
  const trimmed = trim(article.text, span);
  if (!trimmed) return undefined;
  const anchor = createAnchor(article, trimmed);
  const same = state.highlights.find(({ anchor: { start, end, exact } }) => {
    return start === anchor.start && end === anchor.end && exact === anchor.exact;
  });
  if (same) {
    const changed: Highlight = { ...same, updated: timeOfChange(now, same.updated) };
    if (color) changed.color = color;
    if (note) changed.note = note;
    return { state: withHighlight(state, changed), highlight: changed };
  }
  const created = timestamp(now);
  const id = hashSource(`${state.key} ${anchor.start} ${anchor.end} ${created}`).slice(0, ID_LENGTH);
  const [, { start, end }] = toSelectors(article, anchor);
  const highlight: Highlight = {
    id,
    anchor,
    color: color ?? 'yellow',
    created,
    updated: timeOfChange(now, lastChange(state, highlightItem(id), undefined)),
    codePoints: { start, end },
  };
  if (note) highlight.note = note;
  const fragment = pageOf(state) === undefined ? undefined : toTextFragment(article, trimmed);
  if (fragment !== undefined) highlight.fragment = fragment;
  return { state: withHighlight(state, highlight), highlight };
}

/** Hexadecimal digits: 128 bits. */
const ID_LENGTH = 32;

/** Writes the note of a highlight; an empty one takes it away. A highlight that is not there is left alone. */
export function setNote(state: ArticleState, id: string, note: string, now: Date): ArticleState {
  return changeHighlight(state, id, now, (highlight) => {
    const changed = { ...highlight, note };
    if (note === '') delete (changed as Partial<typeof changed>).note; // optional in a highlight
    return changed;
  });
}

export function setColor(state: ArticleState, id: string, color: HighlightColor, now: Date): ArticleState {
  return changeHighlight(state, id, now, (highlight) => ({ ...highlight, color }));
}

/** Removes a highlight with its note; one that is not there is left alone. */
export function removeHighlight(state: ArticleState, id: string, now: Date): ArticleState {
  const highlight = state.highlights.find((one) => one.id === id);
  if (!highlight) return state;
  const removal = { item: highlightItem(id), updated: timeOfChange(now, highlight.updated) };
  return mergeStates(state, { ...state, removed: [removal] });
}

function changeHighlight(
  state: ArticleState,
  id: string,
  now: Date,
  change: (highlight: Highlight) => Highlight,
): ArticleState {
  const highlight = state.highlights.find((one) => one.id === id);
  if (!highlight) return state;
  return withHighlight(state, { ...change(highlight), updated: timeOfChange(now, highlight.updated) });
}

function withHighlight(state: ArticleState, highlight: Highlight): ArticleState {
  return mergeStates(state, { ...state, highlights: [highlight] });
}

/** The span without white space at its ends; `undefined` where nothing is left. */
function trim(text: string, span: Span): Span | undefined {
  let start = Math.max(0, Math.min(span.start, text.length));
  let end = Math.max(start, Math.min(span.end, text.length));
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  return start < end ? { start, end } : undefined;
}
