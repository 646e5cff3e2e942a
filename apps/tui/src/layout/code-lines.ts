import { cellWidth, prefixWithin } from '@lede/core';
import { bodyLine, type BodyLine } from './fill.ts';
import type { Segment } from './line.ts';
import type { CodeToken } from './options.ts';
import { isPrintable, printableStretches } from './printable.ts';
import { Style, type StyleSet } from './style.ts';

const TAB = 4;
const INDENT = 2;
/** Stands before what goes on from the line above, in the columns of the indent. */
const CONTINUED = '\u21b3 ';
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

/** Puts the segments of one line into as many rows as they need. */
function addRows(lines: BodyLine[], segments: readonly Segment[], at: number, width: number, indent: number): void {
  let row: Segment[] = indent > 0 ? [{ text: ' '.repeat(indent), width: indent, style: 0 }] : [];
  let used = indent;
  let position = at;
  const next = (): void => {
    const line = bodyLine(row, false, position);
    lines.push(line);
    position = line.end;
    row = indent > 0 ? [{ text: CONTINUED, width: indent, style: Style.marker }] : [];
    used = indent;
  };
  for (const segment of segments) {
    let rest = segment;
    while (used + rest.width > width) {
      const fits = prefixWithin(rest.text, width - used);
      if (fits > 0 && isExact(rest)) {
        const [head, tail] = split(rest, fits);
        row.push(head);
        rest = tail;
      } else if (used === indent) {
        break; // one character wider than the row
      }
      next();
    }
    row.push(rest);
    used += rest.width;
  }
  lines.push(bodyLine(row, false, position));
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
