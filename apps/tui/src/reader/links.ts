import { isAddress, isPath } from '../cli/input-kind.ts';
import type { PlacedLine } from '../layout/flow.ts';
import { sectionNamed } from './fragment.ts';
import { jump } from './history.ts';
import { targetOf } from './link-target.ts';
import { pointOf, reveal, showAtTop } from './move.ts';
import { bodyRows, complain, type Hint, say, type State } from './state.ts';

/** Letters for hints: under the fingers first; none that is easily taken for another. */
const LETTERS = 'asdfghjkewruio';

/**
 * Puts the focus on the next link, footnote reference, image or embed, from the one in focus or the point; back where
 * negative.
 */
export function focusLink(state: State, count: number): State {
  const ids = state.contents.links();
  if (ids.length === 0) return say(state, 'The article has no links');
  const startOf = (index: number): number => targetOf(state.article, ids[index] ?? -1)?.start ?? 0;
  const from = state.link === null ? -1 : ids.indexOf(state.link);
  const point = pointOf(state);
  const next = from >= 0 ? from + (count > 0 ? 1 : 0) : firstFrom(ids.length, startOf, point);
  const wanted = count > 0 ? next + count - 1 : next + count;
  const found = Math.max(0, Math.min(ids.length - 1, wanted));
  const isThere = count > 0 ? next < ids.length : next > 0;
  if (!isThere) return say(state, count > 0 ? 'No link after this' : 'No link before this');
  return { ...reveal(state, startOf(found)), link: ids[found] ?? null };
}

/** Index of the first that starts at `offset` or after it. */
function firstFrom(length: number, startOf: (index: number) => number, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Address of the link in focus. */
export function focusedUrl(state: State): string | undefined {
  return state.link === null ? undefined : targetOf(state.article, state.link)?.url;
}

/** Where the link in focus leads, in words: its address, or the note that it refers to. */
export function focusedTarget(state: State): string | undefined {
  const target = state.link === null ? undefined : targetOf(state.article, state.link);
  return target?.note === undefined ? target?.url : `Note ${target.note}`;
}

/** Follows the link in focus: within the article where it leads there, else to the page, on top of this article. */
export function followLink(state: State, otherwise: (state: State) => State): State {
  return state.link === null ? otherwise(state) : follow(state, state.link);
}

/** Opens the link in focus, or the article's own address or file, in the browser. */
export function browse(state: State): State {
  const { canonicalUrl } = state.article.meta;
  const url = focusedUrl(state) ?? canonicalUrl ?? state.article.source.url;
  const { input } = state.origin;
  if (url === undefined && isPath(input))
    return { ...say(state, `Opening ${input}`), effects: [...state.effects, { type: 'browse-file', file: input }] };
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

function follow(state: State, id: number): State {
  const target = targetOf(state.article, id);
  if (!target) return state;
  const focused: State = { ...state, link: id };
  if (target.note !== undefined) return showFootnote(focused, target.note);
  const fragment = fragmentOf(state, target.url);
  if (fragment !== undefined) {
    const section = sectionNamed(state.contents.sections(), fragment);
    if (section) return jump(focused, (now) => showAtTop(now, section.start));
    if (target.url.startsWith('#')) return complain(focused, `Leads nowhere: ${target.url}`);
  }
  // An image or a film is no article.
  if (target.block !== undefined || !isAddress(target.url)) return browse(focused);
  return { ...focused, effects: [...state.effects, { type: 'open', input: target.url }] };
}

/** The fragment of an address within this article, without its sign. */
function fragmentOf({ article: { source, meta } }: State, url: string): string | undefined {
  const at = url.indexOf('#');
  if (at < 0) return undefined;
  const page = url.slice(0, at);
  return page === '' || page === source.url || page === meta.canonicalUrl ? url.slice(at + 1) : undefined;
}

/** Shows a footnote where one is reading; Enter goes to it. */
function showFootnote(state: State, label: string): State {
  const { blocks, text } = state.article;
  const note = blocks.find((block) => block.type === 'footnoteDefinition' && block.label === label);
  if (!note) return complain(state, `The article has no footnote ${label}`);
  const lines = text.slice(note.start, note.end).replaceAll('\uFFFC', '').split(/\n+/);
  return { ...state, mode: { kind: 'popup', title: `Note ${label}`, lines, goTo: note.start } };
}

/** Ids of all that leads somewhere, in the order in which they are on the screen. */
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
