import type { Mark } from '@lede/core';
import type { PlacedLine } from '../layout/flow.ts';
import { sectionNamed } from './fragment.ts';
import { jump } from './history.ts';
import { pointOf, reveal, showAtTop } from './move.ts';
import { bodyRows, complain, type Hint, say, type State } from './state.ts';

/** Letters for hints: under the fingers first; none that is easily taken for another. */
const LETTERS = 'asdfghjkewruio';

/** Puts the focus on the next link or footnote reference, from the one in focus or the point; back where negative. */
export function focusLink(state: State, count: number): State {
  const { marks } = state.article;
  const step = Math.sign(count);
  let found: number | null = null;
  let row = state.link ?? firstMarkFrom(marks, pointOf(state)) - (step > 0 ? 1 : 0);
  for (let left = Math.abs(count); left > 0; left--) {
    do row += step;
    while (row >= 0 && row < marks.length && urlOf(marks[row] as Mark) === undefined); // in range
    if (row < 0 || row >= marks.length) break;
    found = row;
  }
  if (found === null) return say(state, step > 0 ? 'No link after this' : 'No link before this');
  return { ...reveal(state, marks[found]?.start ?? 0), link: found };
}

/** Index of the first mark that starts at `offset` or after it. */
function firstMarkFrom(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] as Mark).start < offset) low = middle + 1; // in range
    else high = middle;
  }
  return low;
}

/** Address of the link in focus. */
export function focusedUrl(state: State): string | undefined {
  const mark = state.link === null ? undefined : state.article.marks[state.link];
  return mark ? urlOf(mark) : undefined;
}

/** Where the link in focus leads, in words: its address, or the note that it refers to. */
export function focusedTarget(state: State): string | undefined {
  const mark = state.link === null ? undefined : state.article.marks[state.link];
  return mark?.type === 'footnoteReference' ? `Note ${mark.target}` : focusedUrl(state);
}

/** Follows the link in focus: within the article where it leads there, else to the page, on top of this article. */
export function followLink(state: State, otherwise: (state: State) => State): State {
  return state.link === null ? otherwise(state) : follow(state, state.link);
}

/** Opens the link in focus, or the article's own address, in the browser. */
export function browse(state: State): State {
  const { canonicalUrl } = state.article.meta;
  const url = focusedUrl(state) ?? canonicalUrl ?? state.article.source.url;
  if (url === undefined || url.startsWith('#')) return complain(state, 'No address to open');
  return { ...say(state, `Opening ${url}`), effects: [...state.effects, { type: 'browse', url }] };
}

/** Puts letters on all links on the screen. */
export function showHints(state: State): State {
  const marks = visibleLinks(state.flow.linesFrom(state.top, bodyRows(state)));
  if (marks.length === 0) return say(state, 'No link on this screen');
  const hints = marks.map((mark, index): Hint => ({ label: labelOf(index, marks.length), mark }));
  return { ...state, mode: { kind: 'hints', hints, typed: '' } };
}

/** Takes a letter of a hint; the last one follows the link. Any other key puts the letters away. */
export function typeHint(state: State, key: string): State {
  if (state.mode.kind !== 'hints') return state;
  const typed = state.mode.typed + key;
  const hint = state.mode.hints.find(({ label }) => label === typed);
  if (hint) return follow({ ...state, mode: { kind: 'read' } }, hint.mark);
  if (state.mode.hints.some(({ label }) => label.startsWith(typed)))
    return { ...state, mode: { ...state.mode, typed } };
  return { ...state, mode: { kind: 'read' } };
}

function follow(state: State, row: number): State {
  const mark = state.article.marks[row];
  const url = mark && urlOf(mark);
  if (url === undefined) return state;
  const focused: State = { ...state, link: row };
  if (/^https?:/i.test(url)) return { ...focused, effects: [...state.effects, { type: 'open', input: url }] };
  if (!url.startsWith('#')) return browse(focused);
  if (mark?.type === 'footnoteReference') return showFootnote(focused, mark.target);
  const section = sectionNamed(state.contents.sections(), url.slice(1));
  return section ? jump(focused, (now) => showAtTop(now, section.start)) : complain(focused, `Leads nowhere: ${url}`);
}

/** Shows a footnote where one is reading; Enter goes to it. */
function showFootnote(state: State, label: string): State {
  const { blocks, text } = state.article;
  const note = blocks.find((block) => block.type === 'footnoteDefinition' && block.label === label);
  if (!note) return complain(state, `The article has no footnote ${label}`);
  const lines = text.slice(note.start, note.end).split(/\n+/);
  return { ...state, mode: { kind: 'popup', title: `Note ${label}`, lines, goTo: note.start } };
}

function urlOf(mark: Mark): string | undefined {
  return mark.type === 'link' ? mark.url : mark.type === 'footnoteReference' ? `#${mark.target}` : undefined;
}

/** Indexes of the marks that lead somewhere, in the order in which they are on the screen. */
export function visibleLinks(lines: readonly PlacedLine[]): number[] {
  const marks = new Set<number>();
  for (const { segments } of lines) {
    for (const { mark } of segments) if (mark !== undefined) marks.add(mark);
  }
  return [...marks];
}

/** Labels of one length, so that none begins another. */
function labelOf(index: number, count: number): string {
  let label = '';
  for (
    let rest = index, size = count - 1;
    ;
    rest = Math.floor(rest / LETTERS.length), size = Math.floor(size / LETTERS.length)
  ) {
    label = `${LETTERS[rest % LETTERS.length]}${label}`;
    if (size < LETTERS.length) return label;
  }
}
