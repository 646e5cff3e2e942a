import type { Hyphenator } from './options.ts';
import type { Piece } from './shown-text.ts';
import { Style } from './style.ts';

const SOFT_HYPHEN = '\u00ad';
const NO_WORDS = Style.code | Style.image | Style.footnote;

/** The pieces with soft hyphens where words may be broken; code and placeholders stay whole. */
export function hyphenated(pieces: readonly Piece[], hyphenator: Hyphenator): Piece[] {
  return pieces.flatMap((piece) => ((piece.style & NO_WORDS) !== 0 ? [piece] : hyphenatePiece(piece, hyphenator)));
}

function hyphenatePiece(piece: Piece, hyphenator: Hyphenator): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  // Shorter words are not broken.
  for (const { 0: word, index } of piece.text.matchAll(/[\p{L}\p{M}]{6,}/gu)) {
    for (const point of hyphenator(word)) {
      const to = index + point;
      if (to <= from || to >= piece.text.length) continue;
      result.push(partOf(piece, from, to), { text: SOFT_HYPHEN, style: piece.style });
      from = to;
    }
  }
  result.push(partOf(piece, from, piece.text.length));
  return result;
}

function partOf(piece: Piece, from: number, to: number): Piece {
  const part: Piece = { ...piece, text: piece.text.slice(from, to) };
  const { start, end } = piece;
  if (start !== undefined && end !== undefined && end - start === piece.text.length) {
    part.start = start + from;
    part.end = start + to;
  }
  return part;
}
