import { breakLines, cellWidth } from '@lede/core';
import { shaped } from './arabic-shapes.ts';
import { directionOf, type Direction, hasRightToLeft, visualOrder } from './bidi.ts';
import { justified } from './justify.ts';
import type { Segment } from './line.ts';
import { printable, printableStretches, isPrintable } from './printable.ts';
import type { Piece } from './shown-text.ts';

/** A line of a block before it is placed on the page. */
export interface BodyLine {
  segments: Segment[];
  /** Columns of the segments together. */
  width: number;
  /** The part of the article's text that it shows. */
  start: number;
  end: number;
  /** Set from right to left, and so aligned to the right. */
  rtl: boolean;
  /** Of a table's line: columns of the whole table, by which all its rows are placed alike. */
  extent?: number;
}

export interface FillOptions {
  /** Columns of a line. */
  width: number;
  /** The direction of text without letters. */
  direction: Direction;
  /** The direction of the paragraph where its first letter is not its author's: "[image: …]" begins with our word. */
  paragraph?: Direction;
  justify?: boolean;
}

/**
 * Breaks pieces of text into lines of segments. `at` is the offset that a line without text of the article
 * stands at.
 */
export function fill(pieces: readonly Piece[], options: FillOptions, at: number): BodyLine[] {
  const plain = joined(pieces);
  const isBidi = hasRightToLeft(plain) || options.direction === 'rtl';
  const shown = isBidi ? shaped(pieces) : pieces;
  const text = isBidi ? joined(shown) : plain;
  const rtl = isBidi && (options.paragraph ?? directionOf(text, options.direction)) === 'rtl';
  const order = isBidi ? visualOrder(text, rtl ? 'rtl' : 'ltr') : null;
  const lines: BodyLine[] = [];
  const cursor = new PieceCursor(shown);
  for (const line of breakLines(text, options.width)) {
    let segments = order
      ? order(line.start, line.end).flatMap((run) => cursor.cut(run.start, run.end, run.text))
      : cursor.cut(line.start, line.end);
    if (line.hyphen) {
      const hyphen: Segment = { text: '-', width: 1, style: segments.at(-1)?.style ?? 0 };
      if (rtl) segments.unshift(hyphen);
      else segments.push(hyphen);
    }
    const isLast = line.next === null || text.charCodeAt(line.next - 1) === 0x0a;
    if (options.justify && !isLast) segments = justified(segments, options.width);
    lines.push(bodyLine(segments, rtl, lines.at(-1)?.end ?? at));
  }
  return lines;
}

function joined(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map((piece) => piece.text).join('');
}

/** A line of these segments; without text of the article it stands at `at`. */
export function bodyLine(segments: Segment[], rtl: boolean, at: number): BodyLine {
  let width = 0;
  let start = Infinity;
  let end = -1;
  for (const segment of segments) {
    width += segment.width;
    if (segment.start === undefined || segment.end === undefined) continue;
    start = Math.min(start, segment.start);
    end = Math.max(end, segment.end);
  }
  return { segments, width, start: end < 0 ? at : start, end: end < 0 ? at : end, rtl };
}

/** Cuts segments out of pieces; quick when asked in order. */
class PieceCursor {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** Offset of the current piece in the text of all. */
  #offset = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Segments of `[start, end)` of the text; `shown` stands there instead, where it is given. */
  cut(start: number, end: number, shown?: string): Segment[] {
    const segments: Segment[] = [];
    while (this.#index > 0 && this.#offset > start) this.#offset -= this.#pieces[--this.#index]?.text.length ?? 0;
    for (let at = start; at < end;) {
      const piece = this.#pieces[this.#index];
      if (!piece) break;
      const next = this.#offset + piece.text.length;
      if (next <= at) {
        this.#offset = next;
        this.#index++;
        continue;
      }
      const to = Math.min(end, next);
      addSegments(segments, piece, at - this.#offset, to - this.#offset, shown);
      at = to;
    }
    return segments;
  }
}

function addSegments(segments: Segment[], piece: Piece, from: number, to: number, shown: string | undefined): void {
  const text = piece.text.slice(from, to);
  const isExact = piece.start !== undefined && piece.end !== undefined && piece.end - piece.start === piece.text.length;
  if (shown !== undefined || !isExact) {
    const clean = printable(shown ?? text);
    if (clean === '') return;
    const segment = segmentOf(piece, clean);
    if (isExact && piece.start !== undefined) {
      segment.start = piece.start + from;
      segment.end = piece.start + to;
    } else if (piece.start !== undefined && piece.end !== undefined) {
      segment.start = piece.start;
      segment.end = piece.end;
    }
    segments.push(segment);
    return;
  }
  const start = (piece.start ?? 0) + from;
  const stretches: [number, number][] = isPrintable(text) ? [[0, text.length]] : printableStretches(text);
  for (const [a, b] of stretches) {
    const segment = segmentOf(piece, text.slice(a, b));
    segment.start = start + a;
    segment.end = start + b;
    segments.push(segment);
  }
}

function segmentOf(piece: Piece, text: string): Segment {
  const segment: Segment = { text, width: cellWidth(text), style: piece.style };
  if (piece.url !== undefined) segment.url = piece.url;
  if (piece.mark !== undefined) segment.mark = piece.mark;
  return segment;
}
