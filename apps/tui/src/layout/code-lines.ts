import { cellWidth, graphemeEnd, prefixWithin } from '@lede/core';
import { bodyLine, type BodyLine } from './fill.ts';
import type { Segment } from './line.ts';
import type { CodeToken } from './options.ts';
import { isPrintable, printableStretches } from './printable.ts';
import { Style, type StyleSet } from './style.ts';

const TAB = 4;
const INDENT = 2;
/** Stands before what goes on from the line above, in the columns of the indent. */
const CONTINUED = '\u21b3 ';
/** A row may end this share of its columns early, to break in a good place. */
const BREAK_SHARE = 0.4;
const BREAK_AFTER = /[\s,;([{|&/]/;
/** What goes on is not indented further than this share of the row. */
const MOST_HANGING = 0.4;
/** Narrower than this the indent is left out. */
const LEAST = 20;

/**
 * Lines of code as they are, indented; a longer one goes on in the next row. `offset` is where `code` stands in
 * the article's text, `tokens` are sorted and counted from there too.
 */
export function codeLines(code: string, offset: number, tokens: readonly CodeToken[], width: number): BodyLine[] {
  const indent = width < LEAST ? 0 : INDENT;
  const lines: BodyLine[] = [];
  let token = 0;
  for (let start = 0; start <= code.length;) {
    const lineEnd = code.indexOf('\n', start);
    const end = lineEnd < 0 ? code.length : lineEnd;
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= offset + start) token++;
    const pieces = coloured(code, offset, start, end, tokens, token);
    addRows(lines, pieces, offset + start, width, indent);
    start = end + 1;
  }
  return lines;
}

/** The segments of one line of code, cut where colours change and around tabs. */
function coloured(
  code: string,
  offset: number,
  start: number,
  end: number,
  tokens: readonly CodeToken[],
  firstToken: number,
): Segment[] {
  const segments: Segment[] = [];
  let column = 0;
  const add = (from: number, to: number, style: StyleSet): void => {
    for (let at = from; at < to;) {
      const tab = code.indexOf('\t', at);
      const stop = tab < 0 || tab > to ? to : tab;
      if (stop > at) column += addText(segments, code.slice(at, stop), offset + at, style);
      if (stop < to) {
        const width = TAB - (column % TAB);
        segments.push({ text: ' '.repeat(width), width, style, start: offset + stop, end: offset + stop + 1 });
        column += width;
      }
      at = stop + 1;
    }
  };
  let at = start;
  for (let i = firstToken; i < tokens.length; i++) {
    const token = tokens[i] as CodeToken; // in range
    const from = Math.max(at, token.start - offset);
    const to = Math.min(end, token.end - offset);
    if (from >= end) break;
    if (to <= from) continue;
    add(at, from, Style.codeBlock);
    add(from, to, Style.codeBlock | token.style);
    at = to;
  }
  add(at, end, Style.codeBlock);
  return segments;
}

function addText(segments: Segment[], text: string, start: number, style: StyleSet): number {
  const stretches: [number, number][] = isPrintable(text) ? [[0, text.length]] : printableStretches(text);
  let columns = 0;
  for (const [from, to] of stretches) {
    const part = text.slice(from, to);
    const width = cellWidth(part);
    segments.push({ text: part, width, style, start: start + from, end: start + to });
    columns += width;
  }
  return columns;
}

/**
 * Puts the segments of one line into as many rows as they need. Rows break after a space or a bracket where one is
 * near, and what goes on stands under the beginning of its line.
 */
function addRows(lines: BodyLine[], segments: readonly Segment[], at: number, width: number, indent: number): void {
  const hang = indent > 0 ? Math.min(leadingSpace(segments), Math.floor(width * MOST_HANGING)) : 0;
  const first: Segment[] = indent > 0 ? [spaces(indent)] : [];
  const others: Segment[] = indent > 0 ? [{ text: CONTINUED, width: indent, style: Style.marker }] : [];
  if (hang > 0) others.push(spaces(hang));
  let rest = segments;
  let position = at;
  for (let edge = first; ; edge = others) {
    const used = edge === first ? indent : indent + hang;
    const [row, after] = splitRow(rest, Math.max(1, width - used));
    const line = bodyLine([...edge, ...row], false, position);
    lines.push(line);
    if (after.length === 0) return;
    position = line.end;
    rest = after;
  }
}

/** Columns of the white space that a line begins with. */
function leadingSpace(segments: readonly Segment[]): number {
  let columns = 0;
  for (const { text } of segments) {
    const trimmed = text.trimStart();
    columns += text.length - trimmed.length;
    if (trimmed !== '') break;
  }
  return columns;
}

function spaces(width: number): Segment {
  return { text: ' '.repeat(width), width, style: 0 };
}

/** What of the segments goes into a row of `room` columns, and what is left. */
function splitRow(segments: readonly Segment[], room: number): [row: readonly Segment[], rest: readonly Segment[]] {
  let used = 0;
  const over = segments.findIndex(({ width }) => (used += width) > room);
  const segment = segments[over];
  if (!segment) return [segments, []];
  let fits = isExact(segment) ? prefixWithin(segment.text, room - used + segment.width) : 0;
  // At least one character, even where it is wider than the row.
  if (over === 0 && fits === 0) fits = isExact(segment) ? graphemeEnd(segment.text, 0) : segment.text.length;
  const [index, offset] = goodCut(segments, over, fits, Math.floor(room * BREAK_SHARE)) ?? [over, fits];
  const cut = segments[index] as Segment; // a cut lies in a segment
  if (offset === 0) return [segments.slice(0, index), segments.slice(index)];
  if (offset === cut.text.length) return [segments.slice(0, index + 1), segments.slice(index + 1)];
  const [head, tail] = split(cut, offset);
  return [
    [...segments.slice(0, index), head],
    [tail, ...segments.slice(index + 1)],
  ];
}

/** The last place to break at most `most` characters before a cut; `null` where there is none after some text. */
function goodCut(
  segments: readonly Segment[],
  over: number,
  fits: number,
  most: number,
): [index: number, offset: number] | null {
  let left = most;
  for (let index = over, offset = fits; index >= 0; offset = segments[--index]?.text.length ?? 0) {
    const text = segments[index]?.text ?? '';
    for (; offset > 0 && left > 0; offset--, left--) {
      if (!BREAK_AFTER.test(text.charAt(offset - 1))) continue;
      const hasText = segments.slice(0, index).some((before) => before.text.trim() !== '');
      return hasText || text.slice(0, offset).trim() !== '' ? [index, offset] : null;
    }
    if (left === 0) return null;
  }
  return null;
}

function isExact({ text, start, end }: Segment): boolean {
  return start !== undefined && end !== undefined && end - start === text.length;
}

function split(segment: Segment, at: number): [Segment, Segment] {
  const middle = (segment.start ?? 0) + at;
  const head = segment.text.slice(0, at);
  const tail = segment.text.slice(at);
  return [
    { ...segment, text: head, width: cellWidth(head), end: middle },
    { ...segment, text: tail, width: cellWidth(tail), start: middle },
  ];
}
