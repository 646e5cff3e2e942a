import { cellWidth } from './cell-width.ts';
import { graphemeEnd } from './grapheme.ts';
import type { BreakOptions, LineSpan } from './line-span.ts';

/**
 * Breaks one paragraph into lines of at most `width` terminal columns (a single wider character stands
 * alone). A LF always breaks. Empty text is one empty line.
 */
export function breakLines(text: string, width: number, options: BreakOptions = {}): LineSpan[] {
  return breakLinesFrom(text, options.start ?? 0, width, Infinity, options);
}

/**
 * The first `count` lines from `offset`, which must be the start of a line: 0 or the `next` of a line
 * broken before. Costs as much as what it returns, however long `text` is.
 */
export function breakLinesFrom(
  text: string,
  offset: number,
  width: number,
  count: number,
  options: BreakOptions = {},
): LineSpan[] {
  const limit = options.end ?? text.length;
  const lines: LineSpan[] = [];
  let start: number | null = offset;
  while (start !== null && lines.length < count) {
    const line = nextLine(text, start, limit, width);
    lines.push(line);
    start = line.next;
  }
  return lines;
}

function nextLine(text: string, start: number, limit: number, width: number): LineSpan {
  let used = 0;
  let at = start;
  let lastBreak = -1;
  while (at < limit) {
    if (text[at] === '\n') return trim(text, start, at, at + 1);
    const end = graphemeEnd(text, at);
    const cells = cellWidth(text.slice(at, end));
    if (text[at] === ' ') lastBreak = end;
    else if (used + cells > width && at > start) {
      const cut: number = lastBreak < 0 ? at : lastBreak;
      return trim(text, start, cut, cut);
    }
    used += cells;
    at = end;
  }
  return trim(text, start, limit, null);
}

function trim(text: string, start: number, end: number, next: number | null): LineSpan {
  let last = end;
  while (last > start && text[last - 1] === ' ') last--;
  return { start, end: last, width: cellWidth(text.slice(start, last)), hyphen: false, next };
}
