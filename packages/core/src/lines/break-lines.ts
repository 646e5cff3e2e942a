import { characterTable } from './character-table.ts';
import { WordBoundaries } from './complex-script.ts';
import type { BreakContext } from './context-rules.ts';
import { fullLine } from './full-line.ts';
import { type BreakOptions, type LineSpan, trimEnd } from './line-span.ts';
import { pairRules } from './pair-rules.ts';
import { plainLine } from './plain-line.ts';

const NOT_PLAIN = /[^ -~]/;
/** Plain text is looked for in steps of this many code units, so that a few lines of a huge text stay cheap. */
const STEP = 4096;
const LINE_FEED = 0x0a;

/**
 * Breaks one paragraph into lines of at most `width` terminal columns (a single wider character stands alone).
 *
 * Lines end where UAX #14 lets them: after spaces, hyphens and dashes, between ideographs but not before closing
 * or after opening punctuation, between the words of Thai, Lao, Khmer and Burmese, at soft hyphens (`hyphen`
 * says so). A word longer than a line is cut at a sign, as a URL's `/`, or where the line is full, never inside
 * a grapheme cluster. White space at a break belongs to no line; a LF always breaks. Empty text is one empty
 * line. Takes time in proportion to the text.
 *
 * @example
 * breakLines('one two', 5).map(({ start, end }) => 'one two'.slice(start, end)); // ['one', 'two']
 */
export function breakLines(text: string, width: number, options: BreakOptions = {}): LineSpan[] {
  return breakLinesFrom(text, options.start ?? 0, width, Infinity, options);
}

/**
 * The first `count` lines from `offset`, which must be the start of a line: the start of the text or the `next`
 * of a line broken before. Costs as much as what it returns, however long `text` is.
 */
export function breakLinesFrom(
  text: string,
  offset: number,
  width: number,
  count: number,
  options: BreakOptions = {},
): LineSpan[] {
  const breaker = new LineBreaker(
    text,
    Math.max(1, Math.floor(width)),
    Math.min(options.end ?? text.length, text.length),
  );
  const lines: LineSpan[] = [];
  for (let start: number | null = offset; start !== null && lines.length < count;) {
    const line: LineSpan = breaker.line(start);
    lines.push(line);
    start = line.next;
  }
  return lines;
}

/** Breaks one text, forwards, and remembers what is known of the text ahead. */
class LineBreaker {
  readonly #context: BreakContext;
  readonly #width: number;
  /** The text is printable ASCII from the line being broken up to here … */
  #plainEnd = 0;
  /** … and here is something else, or the end of the text. */
  #plainEndKnown = false;

  constructor(text: string, width: number, limit: number) {
    const table = characterTable();
    this.#context = { text, limit, table, rules: pairRules(), words: new WordBoundaries(text, table) };
    this.#width = width;
  }

  line(start: number): LineSpan {
    const { text, limit } = this.#context;
    const full = start + this.#width;
    if (this.#plainEnd <= full && !(this.#plainEndKnown && this.#plainEnd > start)) this.#lookAhead(start, full);
    const plainEnd = this.#plainEnd;
    if (full < plainEnd) {
      const line = plainLine(this.#context, start, this.#width, plainEnd);
      if (line) return line;
    } else if (this.#plainEndKnown && (plainEnd === limit || text.charCodeAt(plainEnd) === LINE_FEED)) {
      const end = trimEnd(text, start, plainEnd);
      return { start, end, width: end - start, hyphen: false, next: plainEnd === limit ? null : plainEnd + 1 };
    }
    return fullLine(this.#context, start, this.#width);
  }

  /** Finds how far the text is plain: past `needed`, or to where it ends. */
  #lookAhead(start: number, needed: number): void {
    const { text, limit } = this.#context;
    let from = Math.max(start, this.#plainEnd);
    if (this.#plainEndKnown) from = start;
    this.#plainEndKnown = false;
    while (!this.#plainEndKnown && from <= needed) {
      const to = Math.min(limit, from + STEP);
      const found = text.slice(from, to).search(NOT_PLAIN);
      this.#plainEndKnown = found >= 0 || to === limit;
      from = found >= 0 ? from + found : to;
    }
    this.#plainEnd = from;
  }
}
