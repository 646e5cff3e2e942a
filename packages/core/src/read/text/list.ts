import type { ArticleBuilder } from '../../article/builder.ts';
import type { BlockContent } from '../../article/types.ts';
import { type Layout, runsOn } from './layout.ts';
import { isBlank, type Line } from './line.ts';
import { type Lines, listLines, skipBlank } from './lines.ts';
import { continuesList, type Marker, markerOf } from './marker.ts';

/** A list whose items are being read. */
interface OpenList {
  indent: number;
  marker: Marker;
}

/** Bullets that nothing else is written with: one item is a list. */
const CLEAR_BULLETS = '\u2022\u2023\u25E6\u2043\u25AA\u25CF';
/** Markers whose columns differ by less are on one level: numbers are often set flush right. */
const LEVEL = 2;

/** Whether a list starts at this line: its marker is followed by the next one of its kind. */
export function isListStart(lines: Lines, at: number, to: number, layout: Layout): boolean {
  const first = lines.at(at);
  const marker = markerOf(first);
  if (!marker) return false;
  if (CLEAR_BULLETS.includes(marker.style)) return true;
  let before = first;
  for (let i = at + 1; i < to; i++) {
    const line = lines.at(i);
    if (isBlank(line)) {
      before = line;
      continue;
    }
    if (line.indent < first.indent + LEVEL) {
      const next = markerOf(line);
      if (next) return line.indent > first.indent - LEVEL && continuesList(marker, next);
      if (line.indent <= first.indent && (isBlank(before) || !runsOn(before, line, layout))) return false;
    }
    before = line;
  }
  return false;
}

/**
 * Reads the list that starts at line `from` into the builder, nested as it is indented. Returns the first
 * line after it. `block` reads what some lines of an item make; whether they open it decides what they may be.
 */
export function readList(
  lines: Lines,
  from: number,
  to: number,
  layout: Layout,
  builder: ArticleBuilder,
  block: (chunk: Lines, opensItem: boolean) => void,
): number {
  const open: OpenList[] = [];
  let at = from;
  while (at < to) {
    const line = lines.at(at);
    const marker = itemMarker(lines, at, to, open, layout);
    const isItem = marker !== undefined && placeItem(open, line.indent, marker, builder);
    if (!isItem && (marker !== undefined || !belongs(open, line, builder))) break;
    const chunk: Line[] = [isItem && !marker.isKept ? withoutMarker(line, marker) : line];
    at++;
    for (; at < to; at++) {
      const next = lines.at(at);
      const top = open.at(-1) as OpenList; // the item above is in it
      if (isBlank(next) || itemMarker(lines, at, to, open, layout)) break;
      if (next.indent <= top.indent && !runsOn(lines.at(at - 1), next, layout)) break;
      chunk.push(next);
    }
    // The lines after the first hang below its text: they open no paragraph of their own.
    const [first, second] = chunk;
    if (first && second) chunk[0] = { ...first, indent: Math.max(first.indent, second.indent) };
    block(listLines(chunk), isItem);
    at = skipBlank(lines, at, to);
  }
  while (open.length > 0) closeList(open, builder);
  // What ended the list may stand after blank lines: those say nothing to the blocks that follow.
  return at;
}

/**
 * The marker of a line inside a list. A number that neither counts on nor opens a list of its own is text:
 * the year at the start of a wrapped line.
 */
function itemMarker(
  lines: Lines,
  at: number,
  to: number,
  open: readonly OpenList[],
  layout: Layout,
): Marker | undefined {
  const line = lines.at(at);
  const marker = markerOf(line);
  if (marker?.number === undefined || marker.number === 1) return marker;
  const countsOn = open.some(
    (list) => continuesList(list.marker, marker) && Math.abs(line.indent - list.indent) < LEVEL,
  );
  return countsOn || open.length === 0 || isListStart(lines, at, to, layout) ? marker : undefined;
}

/** Opens an item on its level. Returns whether it belongs to this list at all. */
function placeItem(open: OpenList[], indent: number, marker: Marker, builder: ArticleBuilder): boolean {
  let top = open.at(-1);
  while (top && open.length > 1 && indent <= top.indent - LEVEL) {
    closeList(open, builder);
    top = open.at(-1);
  }
  if (top && indent < top.indent + LEVEL) {
    if (!continuesList(top.marker, marker)) return false;
    builder.close();
    top.marker = marker;
  } else {
    open.push({ indent, marker });
    builder.open(listContent(marker));
  }
  builder.open({ type: 'listItem' });
  return true;
}

/** Whether a line without a marker goes on with an open item: it is indented deeper than the marker. */
function belongs(open: OpenList[], line: Line, builder: ArticleBuilder): boolean {
  if (!open.some(({ indent }) => line.indent > indent)) return false;
  while (open.length > 0 && line.indent <= (open.at(-1) as OpenList).indent) closeList(open, builder);
  return true;
}

function listContent(marker: Marker): BlockContent {
  if (marker.number === undefined) return { type: 'list', ordered: false };
  return { type: 'list', ordered: true, ...(marker.number === 1 ? {} : { first: marker.number }) };
}

function closeList(open: OpenList[], builder: ArticleBuilder): void {
  open.pop();
  builder.close();
  builder.close();
}

function withoutMarker(line: Line, marker: Marker): Line {
  let lead = line.lead + marker.length;
  while (line.raw.charCodeAt(lead) === 0x20 || line.raw.charCodeAt(lead) === 0x09) lead++;
  return { ...line, lead, indent: line.indent + lead - line.lead };
}
