import type { Span } from '../article/types.ts';
import { align } from './align.ts';
import type { Quote } from './quote.ts';
import { likelyPlaces } from './seeds.ts';

/** Code units of a quote that are aligned at once; the edges of a longer one are looked for separately. */
const PIECE = 256;
/** How far into a quote its edge is looked for, in pieces, when the outermost ones are gone. */
const MAX_PIECES = 2;
/** Code units on each side of the old place to look in before the whole text is searched. */
const NEIGHBOURHOOD = 1 << 16;

/** Of the words themselves, at most half may differ where their context vouches for them … */
const MAX_CHANGED = 0.5;
/** … which takes that of words and context together no more than this differs. */
const MAX_CHANGED_WITH_CONTEXT = 0.3;
/** Without context: from this many code units on, words may differ by no more than a quarter. */
const ALONE = 32;
const MAX_CHANGED_ALONE = 0.25;

/** Part of a quote: `words` between contexts that may be empty, and where the part was. */
interface Piece {
  before: string;
  words: string;
  after: string;
  near: number;
}

/** A piece that begins `offset` code units into the quote's words. */
type EdgePiece = Piece & { offset: number };

/**
 * Finds the words of a quote where they were edited. Linear in the text: short pieces of the quote are
 * looked for as they are, and only the places where several of them stand in order are compared closely.
 */
export function matchFuzzily(text: string, quote: Quote): Span | undefined {
  const { exact, prefix, suffix, start } = quote;
  if (exact.length <= PIECE) {
    const span = place(text, { before: prefix, words: exact, after: suffix, near: start });
    if (span || exact.length < 2 * ALONE) return span;
  }
  // The quote is long, or much was inserted into it: look for its two edges.
  const size = Math.min(PIECE, Math.ceil(exact.length / 2));
  const first = edge(text, headPieces(quote, size));
  const last = first && edge(text, tailPieces(quote, size, first.start - first.offset));
  if (!first || !last) return undefined;
  const length = last.end - first.start;
  // Two edges crossed, or far apart, are not those of one quote.
  const isOne = length * 2 >= exact.length && length <= exact.length * 2 + PIECE;
  return isOne ? { start: first.start, end: last.end } : undefined;
}

/** The outermost of some pieces that is found. */
function edge(text: string, pieces: readonly EdgePiece[]): (Span & { offset: number }) | undefined {
  for (const piece of pieces) {
    const span = place(text, piece);
    if (span) return { ...span, offset: piece.offset };
  }
  return undefined;
}

function headPieces({ exact, prefix, start }: Quote, size: number): EdgePiece[] {
  const count = Math.min(MAX_PIECES, Math.ceil(exact.length / size));
  return Array.from({ length: count }, (_, i) => {
    const offset = i * size;
    const words = exact.slice(offset, offset + size);
    return { before: i === 0 ? prefix : '', words, after: '', near: start + offset, offset };
  });
}

/** `start`: where the quote is now thought to begin. */
function tailPieces({ exact, suffix }: Quote, size: number, start: number): EdgePiece[] {
  const count = Math.min(MAX_PIECES, Math.ceil(exact.length / size));
  return Array.from({ length: count }, (_, i) => {
    const end = exact.length - i * size;
    const offset = Math.max(0, end - size);
    return { before: '', words: exact.slice(offset, end), after: i === 0 ? suffix : '', near: start + offset, offset };
  });
}

/** Where a piece stands: close to its old place if there is one like it, else anywhere. */
function place(text: string, piece: Piece): Span | undefined {
  const from = Math.max(0, piece.near - NEIGHBOURHOOD);
  const to = Math.min(text.length, piece.near + NEIGHBOURHOOD);
  const span = from < to ? placeWithin(text, piece, from, to) : undefined;
  return span ?? (to - from < text.length ? placeWithin(text, piece, 0, text.length) : undefined);
}

function placeWithin(text: string, piece: Piece, from: number, to: number): Span | undefined {
  const pattern = piece.before + piece.words + piece.after;
  let best: (Span & { changed: number }) | undefined;
  for (const start of likelyPlaces(text, pattern, piece.near - piece.before.length, from, to)) {
    const found = compare(text, piece, pattern, start);
    if (found && (!best || found.changed < best.changed)) best = found;
  }
  return best && { start: best.start, end: best.end };
}

/** Aligns a piece with the text around a place, and says how much of it is changed there; not if too much. */
function compare(text: string, piece: Piece, pattern: string, at: number): (Span & { changed: number }) | undefined {
  const slack = Math.ceil(pattern.length / 3) + 8;
  const origin = Math.max(0, at - slack);
  const { places, differs } = align(pattern, text.slice(origin, at + pattern.length + slack));
  const first = piece.before.length;
  const stop = first + piece.words.length;

  let start = -1;
  let end = -1;
  let kept = 0;
  for (let i = first; i < stop; i++) {
    const spot = places[i] as number; // one for each code unit of the pattern
    if (spot < 0) continue;
    if (start < 0) start = spot;
    end = spot + 1;
    kept++;
  }
  let changed = end - start - kept;
  for (let i = first; i < stop; i++) changed += differs[i] as number;
  let changedAround = 0;
  for (let i = 0; i < pattern.length; i++) if (i < first || i >= stop) changedAround += differs[i] as number;

  if (piece.words === '') start = end = gapAfter(places, first);
  if (start < 0) return undefined;
  const { length } = piece.words;
  const withContext =
    changed <= length * MAX_CHANGED && changed + changedAround <= pattern.length * MAX_CHANGED_WITH_CONTEXT;
  const alone = length >= ALONE && changed <= length * MAX_CHANGED_ALONE;
  if (!withContext && !alone) return undefined;
  return { start: origin + start, end: origin + end, changed: changed + changedAround };
}

/** Where an empty quote stands: before the first code unit of what followed it, else after what preceded. */
function gapAfter(places: Int32Array, first: number): number {
  for (let i = first; i < places.length; i++) if ((places[i] as number) >= 0) return places[i] as number;
  for (let i = first - 1; i >= 0; i--) if ((places[i] as number) >= 0) return (places[i] as number) + 1;
  return -1;
}
