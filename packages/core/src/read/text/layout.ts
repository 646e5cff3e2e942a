import { endsInStop, isBlank, type Line, startOf, textOf } from './line.ts';
import type { Lines } from './lines.ts';
import { markerOf } from './marker.ts';

/** How a document is laid out in lines. */
export interface Layout {
  /** The column at which lines were wrapped; 0 where they were not. */
  width: number;
  /** The document's paragraphs begin with an indented line, so such a line begins one. */
  indentsParagraphs: boolean;
}

/** How a line goes on into the next one. */
export type Join = 'paragraph' | 'break' | 'space' | 'nothing';

/** Narrower columns are verse, addresses and the like; wider ones nobody wraps at. East Asian text is narrower. */
const MIN_WIDTH = 40;
const MIN_EAST_ASIAN_WIDTH = 16;
const MAX_WIDTH = 132;
/** Lines longer than this were not meant to be read as lines. */
const LONG_LINE = 90;
/** Enough lines to know a document by. */
const SAMPLE = 4000;
/** Enough lines to know East Asian text by. */
const SCRIPT_SAMPLE = 100;
const WIDTH_SHARE = 0.95;
/** So many lines that begin with a digit are records, as logs have them: no prose is wrapped before numbers alone. */
const RECORDS = 0.8;
const LEAST_RECORDS = 3;
/** A line of this share of the width may have been wrapped, by somebody who does not fill lines. */
const LONG_SHARE = 0.7;

/** Finds out how a document was wrapped, from those of its neighbouring lines that are long enough to tell. */
export function measure(lines: Lines): Layout {
  const least = isEastAsian(lines) ? MIN_EAST_ASIAN_WIDTH : MIN_WIDTH;
  const pairs: [Line, Line][] = [];
  const widths = new Uint32Array(MAX_WIDTH + 2);
  let outdents = 0;
  const sampled = Math.min(lines.length, SAMPLE) - 1;
  for (let i = 0; i < sampled; i++) {
    const a = lines.at(i);
    const b = lines.at(i + 1);
    if (a.width < least || isBlank(b) || isQuoteOrRow(a) || !isProse(b)) continue;
    if (a.indent > b.indent && a.indent <= b.indent + 8 && !markerOf(a)) outdents++;
    pairs.push([a, b]);
    const column = Math.min(a.width, MAX_WIDTH + 1);
    widths[column] = (widths[column] ?? 0) + 1;
  }
  const width = percentile(widths, pairs.length * WIDTH_SHARE);
  if (pairs.length === 0 || width > MAX_WIDTH) return { width: 0, indentsParagraphs: false };

  let long = 0;
  let full = 0;
  let open = 0;
  let upper = 0;
  let digit = 0;
  for (const [a, b] of pairs) {
    if (a.width < LONG_SHARE * width) continue;
    long++;
    if (isFull(a, b, width)) full++;
    if (!endsInStop(a.raw)) open++;
    const start = startOf(textOf(b));
    if (start === 'upper') upper++;
    else if (start === 'digit') digit++;
  }
  // Verse opens each line with a capital, whatever its width.
  const isVerse = upper > long * (long >= 3 ? 0.8 : 0.5);
  const isWrapped = full >= long * 0.4 && open >= long * 0.5 && !isVerse && !areRecords(digit, long);
  return {
    width: isWrapped ? width : 0,
    indentsParagraphs: isWrapped && outdents >= 2 && outdents < pairs.length * 0.8,
  };
}

/**
 * Says how each line of a chunk (lines without a blank one between them) goes on into the next: the
 * result has one entry fewer than there are lines.
 */
export function joinsOf(chunk: Lines, layout: Layout): Join[] {
  if (chunk.length < 2) return [];
  if (layout.width === 0 || !isWrappedChunk(chunk, layout.width)) return unwrappedJoins(chunk);
  const joins: Join[] = [];
  let base = Infinity;
  for (let i = 0; i < chunk.length; i++) base = Math.min(base, chunk.at(i).indent);
  for (let i = 0; i + 1 < chunk.length; i++) {
    joins.push(wrappedJoin(chunk.at(i), chunk.at(i + 1), base, layout));
  }
  return joins;
}

/** Whether `b` looks as if it went on with the sentence that stands in `a`, a line of full width. */
export function runsOn(a: Line, b: Line, { width }: Layout): boolean {
  return width > 0 && (isFull(a, b, width) || a.width >= LONG_SHARE * width);
}

function isWrappedChunk(chunk: Lines, width: number): boolean {
  let loose = 0;
  let full = 0;
  let upper = 0;
  let digit = 0;
  const pairs = chunk.length - 1;
  for (let i = 0; i < pairs; i++) {
    const a = chunk.at(i);
    const b = chunk.at(i + 1);
    const isFullLine = isFull(a, b, width);
    if (isFullLine) full++;
    if (isFullLine || a.width >= LONG_SHARE * width) loose++;
    const start = startOf(textOf(b));
    if (start === 'upper') upper++;
    else if (start === 'digit') digit++;
  }
  if (areRecords(digit, pairs)) return false;
  if (pairs >= 3 && upper / pairs > 0.8 && full / pairs < 0.8) return false;
  return loose / pairs >= 0.5;
}

function areRecords(digit: number, lines: number): boolean {
  return lines >= LEAST_RECORDS && digit > lines * RECORDS;
}

function wrappedJoin(a: Line, b: Line, base: number, layout: Layout): Join {
  const text = textOf(b);
  const ends = endsInStop(a.raw);
  if (b.indent > base && b.raw.charCodeAt(0) === 0x3000) return 'paragraph';
  if (b.indent > base && a.indent <= base && (layout.indentsParagraphs || ends)) return 'paragraph';
  if (b.indent > base && a.indent === b.indent && layout.indentsParagraphs && ends) return 'paragraph';
  const isShort = a.width + 1 + firstWordLength(text) <= 0.6 * layout.width;
  if (isShort && startOf(text) !== 'lower') return ends ? 'paragraph' : 'break';
  return spaceBetween(a.raw, text);
}

/** Lines that nobody wrapped are paragraphs where they are long, and meant as lines where they are short. */
function unwrappedJoins(chunk: Lines): Join[] {
  let sum = 0;
  let longest = 0;
  let stops = 0;
  for (let i = 0; i < chunk.length; i++) {
    const line = chunk.at(i);
    sum += line.width;
    longest = Math.max(longest, line.width);
    if (endsInStop(line.raw)) stops++;
  }
  const isProseByLine = longest > MAX_WIDTH || (longest > LONG_LINE && stops * 2 >= chunk.length);
  const isSentenceByLine = sum / chunk.length >= 60 && stops === chunk.length;
  const isIndented = chunk.every((line) => line.raw.charCodeAt(0) === 0x3000);
  const join = isProseByLine || isSentenceByLine || isIndented ? 'paragraph' : 'break';
  return Array.from({ length: chunk.length - 1 }, () => join);
}

/** Whether the first word of `b` had no room left in `a`. */
function isFull(a: Line, b: Line, width: number): boolean {
  return a.width + 1 + firstWordLength(textOf(b)) > width;
}

function firstWordLength(text: string): number {
  if (isEastAsianCode(text.charCodeAt(0))) return 1;
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}

/** A hyphen at the end of a line is kept, without a space: nobody knows whether the word has one. */
function spaceBetween(a: string, b: string): 'space' | 'nothing' {
  const code = a.charCodeAt(a.length - 1);
  if (isEastAsianCode(code) && isEastAsianCode(b.charCodeAt(0))) return 'nothing';
  const isHyphenated = (code === 0x2d || code === 0x2010 || code === 0xad) && startOf(a.slice(-2)) !== 'other';
  return isHyphenated && startOf(b) === 'lower' ? 'nothing' : 'space';
}

/** Lines of quotations, tables and rules say nothing about how prose is wrapped. */
function isQuoteOrRow(line: Line): boolean {
  const first = line.raw.charAt(line.lead);
  return first === '>' || first === '|' || startOf(textOf(line)) === 'other';
}

/** A line that may go on with the one before it: one with a marker opens an item instead. */
function isProse(line: Line): boolean {
  return !isQuoteOrRow(line) && markerOf(line) === undefined;
}

function isEastAsian(lines: Lines): boolean {
  for (let i = 0; i < SCRIPT_SAMPLE; i++) {
    const { raw, lead } = lines.at(i);
    if (isEastAsianCode(raw.charCodeAt(lead))) return true;
  }
  return false;
}

/** Chinese and Japanese, which put no space where a line ends; Korean does. */
function isEastAsianCode(code: number): boolean {
  return code >= 0x2e80 && (code <= 0x9fff || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xffef));
}

/** The least index up to which `counts` hold `target`. */
function percentile(counts: Uint32Array, target: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] as number; // in range
    if (sum >= target) return i;
  }
  return counts.length;
}
