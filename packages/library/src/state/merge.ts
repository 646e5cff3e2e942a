import type { ArticleState, Highlight, LetterMark, Removal } from './types.ts';

/**
 * Puts two copies of one article's state together, item by item: of each mark, highlight and the position
 * the one changed last stays, and a removal counts as a change. The order of merging does not matter, and
 * merging the same copy twice changes nothing, so any number of readers may save at any time.
 */
export function mergeStates(a: ArticleState, b: ArticleState): ArticleState {
  const marks = new Map<string, LetterMark | Removal>();
  const highlights = new Map<string, Highlight | Removal>();
  for (const state of [a, b]) {
    for (const mark of state.marks) keepLatest(marks, markItem(mark.letter), mark);
    for (const highlight of state.highlights) keepLatest(highlights, highlightItem(highlight.id), highlight);
    for (const removal of state.removed) {
      if (removal.item.startsWith(MARK)) keepLatest(marks, removal.item, removal);
      else keepLatest(highlights, removal.item, removal);
    }
  }
  const opened = isLater(openingOf(b), openingOf(a)) ? b : a;
  const position = [a.position, b.position].reduce((one, other) =>
    one && other ? (isLater(other, one) ? other : one) : (one ?? other),
  );
  const { schema, key, title, path } = opened;
  return {
    schema,
    key,
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { path }),
    ...(opened.opened === undefined ? {} : { opened: opened.opened }),
    ...(position === undefined ? {} : { position }),
    marks: [...marks.values()].filter(isMark).toSorted((x, y) => compare(x.letter, y.letter)),
    highlights: [...highlights.values()].filter(isHighlight).toSorted(compareHighlights),
    removed: [...marks.values(), ...highlights.values()].filter(isRemoval).toSorted((x, y) => compare(x.item, y.item)),
  };
}

const MARK = 'mark:';

export function markItem(letter: string): string {
  return MARK + letter;
}

export function highlightItem(id: string): string {
  return `highlight:${id}`;
}

/** Order in the text, as far as the anchors know it. */
function compareHighlights(a: Highlight, b: Highlight): number {
  return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || compare(a.id, b.id);
}

function keepLatest<T extends { updated: string }>(items: Map<string, T>, name: string, item: T): void {
  const known = items.get(name);
  if (!known || (item !== known && isLater(item, known))) items.set(name, item);
}

/**
 * Whether `a` is the later change. Of two at the same time the removal counts, then the greater text: any
 * rule would do that all copies share.
 */
function isLater(a: { updated: string }, b: { updated: string }): boolean {
  const order = compare(a.updated, b.updated) || Number('item' in a) - Number('item' in b);
  return (order || compare(canonicalText(a), canonicalText(b))) > 0;
}

/** JSON with sorted keys: equal for equal data, however its objects were put together. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => compare(x, y)))
      : part,
  );
}

function openingOf({ opened = '', title, path }: ArticleState): { updated: string; title?: string; path?: string } {
  return {
    updated: opened,
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { path }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function isRemoval(item: object): item is Removal {
  return 'item' in item;
}

function isMark(item: LetterMark | Removal): item is LetterMark {
  return !isRemoval(item);
}

function isHighlight(item: Highlight | Removal): item is Highlight {
  return !isRemoval(item);
}
