import { sentenceAt, type Span } from '@lede/core';
import { jump } from './history.ts';
import { openList } from './list.ts';
import { pointOf, showAtTop } from './move.ts';
import { endSelection, selectedSpan } from './select.ts';
import { complain, type Highlighted, type ListItem, say, type State } from './state.ts';

/** Highlights what is selected; without a selection, the sentence at the point. Again: removes it. */
export function highlight(state: State): State {
  const selected = selectedSpan(state);
  const reading = endSelection(state);
  const existing = selected ? undefined : highlightAt(reading, pointOf(reading));
  if (existing) return removeHighlight(reading, existing.key);
  const span = selected ?? sentenceSpan(reading);
  return span ? say(add(reading, span), 'Highlighted') : complain(reading, 'Nothing to highlight here');
}

/** Asks for a note to the highlight at the point, which is made if there is none. */
export function askNote(state: State): State {
  const selected = selectedSpan(state);
  const reading = endSelection(state);
  const point = selected?.start ?? pointOf(reading);
  const existing = selected ? undefined : highlightAt(reading, point);
  if (existing) return { ...reading, mode: { kind: 'note', key: existing.key, text: existing.note ?? '' } };
  const span = selected ?? sentenceSpan(reading);
  if (!span) return complain(reading, 'Nothing to note here');
  const added = add(reading, span);
  return { ...added, mode: { kind: 'note', key: added.nextKey - 1, text: '' } };
}

/** Ends the note; an empty one is none. */
export function acceptNote(state: State): State {
  if (state.mode.kind !== 'note') return state;
  const { key, text } = state.mode;
  const note = text.trim();
  const highlights = state.highlights.map((highlighted) => {
    if (highlighted.key !== key) return highlighted;
    const { start, end, text: words } = highlighted;
    return note === '' ? { key, start, end, text: words } : Object.assign({}, highlighted, { note });
  });
  return say({ ...state, highlights, mode: { kind: 'read' } }, note === '' ? 'No note' : 'Noted');
}

export function cancelNote(state: State): State {
  return state.mode.kind === 'note' ? { ...state, mode: { kind: 'read' } } : state;
}

export function changeNote(state: State, change: (text: string) => string): State {
  return state.mode.kind === 'note' ? { ...state, mode: { ...state.mode, text: change(state.mode.text) } } : state;
}

/** Goes to the next highlight, or the one before where negative. */
export function jumpHighlight(state: State, count: number): State {
  const point = pointOf(state);
  const after = state.highlights.filter(({ start }) => (count > 0 ? start > point : start < point));
  const target = count > 0 ? after[Math.min(count, after.length) - 1] : after[Math.max(0, after.length + count)];
  return target ? jump(state, (now) => showAtTop(now, target.start)) : say(state, 'No highlight there');
}

/** Lists highlights with their notes, and those whose words the article no longer has. */
export function listHighlights(state: State): State {
  if (state.highlights.length + state.orphans.length === 0) return say(state, 'No highlights; h makes one');
  const items = state.highlights.map((highlighted): ListItem => {
    return { label: labelOf(highlighted), indent: 0, choose: { type: 'go', offset: highlighted.start } };
  });
  for (const orphan of state.orphans) {
    const said = `No longer in the article: ${orphan.text.replaceAll(/\s+/g, ' ')}`;
    items.push({ label: labelOf(orphan), indent: 0, detail: 'lost', choose: { type: 'say', text: said } });
  }
  const selected = Math.max(
    0,
    state.highlights.findLastIndex(({ start }) => start <= pointOf(state)),
  );
  return openList(state, { title: 'Highlights', items, selected, typing: false });
}

/** The highlight that covers an offset; the innermost, where several do. */
export function highlightAt(state: State, offset: number): Highlighted | undefined {
  return state.highlights.findLast(({ start, end }) => start <= offset && offset < end);
}

function labelOf({ text, note }: Highlighted): string {
  const words = text.replaceAll(/\s+/g, ' ');
  return note === undefined ? words : `${note} — ${words}`;
}

function removeHighlight(state: State, key: number): State {
  const highlights = state.highlights.filter((highlighted) => highlighted.key !== key);
  return say({ ...state, highlights }, 'Highlight removed');
}

function add(state: State, { start, end }: Span): State {
  const { text } = state.article;
  const added: Highlighted = { key: state.nextKey, start, end, text: text.slice(start, end) };
  const highlights = [...state.highlights, added].toSorted((a, b) => a.start - b.start);
  return { ...state, highlights, nextKey: state.nextKey + 1 };
}

function sentenceSpan(state: State): Span | undefined {
  const row = sentenceAt(state.article, pointOf(state));
  return row === undefined ? undefined : state.article.sentences[row];
}
