import { cleanCharacters, normalizeWithOffsets } from './normalize.ts';
import type { MarkContent, MarkType } from './types.ts';

/** One U+FFFC stands in the text for every inline image and footnote reference (invariant T3). */
export const ATOM = '\uFFFC';

/** Everything that renders as a space; NBSP and its like are kept, they mean something. */
const SPACE_RUN = /[\t\n\v\f\r\u2028\u2029 ]+/g;
const NEEDS_COLLAPSE = /[\t\n\v\f\r\u2028\u2029]| {2}/;
const LINE_END = /\r\n?/g;
/**
 * Anything that is cleaned, collapsed or composed. Most texts hold nothing of it: Latin letters and, from
 * U+2010 to U+2026, dashes and quotes, which are NFC in every version. Two looks then save six; one
 * expression for both would take longer.
 */
const UNUSUAL = /[^\x20-\u02FF\u2010-\u2026]/;
const SPACES = /[\x00-\x20]{2}/;

/** Marks that differ in nothing but their span: touching ones are joined, nested ones are one. */
const PLAIN_MARKS: ReadonlySet<MarkType> = new Set<MarkType>([
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'subscript',
  'superscript',
  'highlight',
]);

/** One for all: a text may have a million of them. */
const BREAK: MarkContent = { type: 'break' };

interface OpenSpan {
  start: number;
  end: number;
  /** Order of opening: of two marks on the same span the one opened first stands outside. */
  order: number;
  /** How many marks were open around it. */
  depth: number;
  content: MarkContent;
}

/** A finished leaf: its text, and its marks with offsets into that text. */
export interface Leaf {
  text: string;
  marks: readonly { start: number; end: number; content: MarkContent }[];
}

/**
 * The text of one leaf block while it is being read: white space collapsed as it comes in (kept in
 * code), marks as spans of it.
 */
export class InlineBuffer {
  #text = '';
  /** A space has been read that shows only if more text follows. */
  #pendingSpace = false;
  #afterBreak = false;
  #blank = true;
  /** Nothing UNUSUAL has been read. */
  #isUsual = true;
  readonly #literal: boolean;
  readonly #done: OpenSpan[] = [];
  /** `null` holds the place of a mark inside another of its type, which adds nothing. */
  readonly #open: (OpenSpan | null)[] = [];
  /** Made when the first mark opens: most leaves have none. */
  #openTypes: Set<MarkType> | undefined;
  #order = 0;

  /** `literal`: keep white space as it is, as code blocks do. */
  constructor(literal: boolean) {
    this.#literal = literal;
  }

  /** Whether nothing has been read that shows. */
  get isBlank(): boolean {
    return this.#blank;
  }

  /** Whether nothing but white space has been read since a line break. */
  get endsWithBreak(): boolean {
    return this.#afterBreak;
  }

  text(value: string): void {
    const isUsual = !UNUSUAL.test(value) && !SPACES.test(value);
    if (!isUsual) this.#isUsual = false;
    const clean = isUsual ? value : cleanCharacters(value);
    if (this.#literal) {
      this.#append(clean.includes('\r') ? clean.replace(LINE_END, '\n') : clean);
      return;
    }
    let shown = !isUsual && NEEDS_COLLAPSE.test(clean) ? clean.replace(SPACE_RUN, ' ') : clean;
    if (shown.startsWith(' ')) {
      this.#pendingSpace = true;
      shown = shown.slice(1);
    }
    if (shown === '') return;
    const endsWithSpace = shown.endsWith(' ');
    this.#append(endsWithSpace ? shown.slice(0, -1) : shown);
    this.#pendingSpace = endsWithSpace;
  }

  #append(text: string): void {
    if (text === '') return;
    if (this.#pendingSpace && !this.#blank && !this.#afterBreak) {
      this.#text += ' ';
    }
    this.#pendingSpace = false;
    this.#afterBreak = false;
    if (this.#blank && (!this.#literal || text.trim() !== '')) this.#blank = false;
    this.#text += text;
  }

  /** A line break: one LF under a `break` mark; in code just the LF. Leading and repeated ones are none. */
  lineBreak(): void {
    if (this.#literal) {
      this.#append('\n');
    } else if (!this.#blank && !this.#afterBreak) {
      this.#pendingSpace = false;
      const start = this.#text.length;
      this.#append('\n');
      this.#afterBreak = true;
      this.#point(start, BREAK);
    }
  }

  /** An image or footnote reference; code is text alone and holds none. */
  atom(content: MarkContent): void {
    if (this.#literal) return;
    this.#append(ATOM);
    this.#point(this.#text.length - 1, content);
  }

  #point(start: number, content: MarkContent): void {
    this.#done.push({ start, end: start + 1, order: this.#order++, depth: this.#open.length, content });
  }

  /** Opens a mark; in code it is none, there marks are colours. */
  openMark(content: MarkContent): void {
    if (this.#literal) {
      this.#open.push(null);
      return;
    }
    const start = this.#text.length;
    const depth = this.#open.length;
    const isPlain = PLAIN_MARKS.has(content.type);
    if (isPlain || content.type === 'link') {
      this.#openTypes ??= new Set();
      if (this.#openTypes.has(content.type)) {
        this.#open.push(null);
        return;
      }
      this.#openTypes.add(content.type);
    }
    if (isPlain) {
      // `<b>a</b><b>b</b>` is one strong "ab": a mark that has just closed goes on.
      const last = this.#done.at(-1);
      if (last?.end === start && last.depth === depth && last.content.type === content.type && !this.#pendingSpace) {
        this.#done.pop();
        this.#open.push(last);
        return;
      }
    }
    this.#open.push({ start, end: -1, order: this.#order++, depth, content });
  }

  closeMark(): void {
    const span = this.#open.pop();
    if (!span) return;
    this.#openTypes?.delete(span.content.type);
    span.end = this.#text.length;
    if (span.end > span.start) this.#done.push(span);
  }

  /** Closes what is open, trims, brings the text to NFC and sorts the marks (invariants T1, T3, M1). */
  finish(): Leaf {
    while (this.#open.length > 0) this.closeMark();
    const kept = this.#text.slice(0, endOfText(this.#text));
    const { text, mapOffset } = this.#isUsual ? { text: kept, mapOffset: null } : normalizeWithOffsets(kept);
    if (this.#done.length === 0) return { text, marks: [] };
    const spans: OpenSpan[] = [];
    for (const span of this.#done) {
      let { start } = span;
      let end = Math.min(span.end, kept.length);
      if (start >= end) continue;
      if (mapOffset) {
        start = mapOffset(start, 'start');
        end = mapOffset(end, 'end');
      }
      if (span.content.type !== 'break' && !this.#literal) {
        while (start < end && isSpace(text.charCodeAt(start))) start++;
        while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
      }
      if (start >= end) continue;
      span.start = start;
      span.end = end;
      spans.push(span);
    }
    spans.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
    return { text, marks: mapOffset ? untangle(spans) : spans };
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}

/** Where a leaf ends: trailing line ends go (spaces never get there, see `#pendingSpace`). */
function endOfText(text: string): number {
  let i = text.length;
  while (i > 0 && text.charCodeAt(i - 1) === 0x0a) i--;
  return i;
}

/**
 * Composition can stretch a mark over its neighbour's edge: such a mark is cut at the edge of the outer one,
 * and left out where that is of its own kind.
 */
function untangle<T extends { start: number; end: number; content: MarkContent }>(spans: readonly T[]): T[] {
  const enclosing: T[] = [];
  return spans.filter((span) => {
    let outer = enclosing.at(-1);
    while (outer && outer.end <= span.start) {
      enclosing.pop();
      outer = enclosing.at(-1);
    }
    if (outer && span.end > outer.end) span.end = outer.end;
    const { type } = span.content;
    if ((PLAIN_MARKS.has(type) || type === 'link') && enclosing.some((mark) => mark.content.type === type))
      return false;
    enclosing.push(span);
    return true;
  });
}
