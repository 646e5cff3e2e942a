import type { Draft, Mark } from '@lede/core';
import { quotationMarks } from './quotation-marks.ts';
import { lower, raise } from './raised-text.ts';
import { Style, type StyleSet } from './style.ts';

/** A stretch of shown text in one style. */
export interface Piece {
  text: string;
  style: StyleSet;
  /** The part of the article's text it shows. One for one where it has the length of `text`, else as a whole. */
  start?: number;
  end?: number;
  url?: string;
  /** Index into `article.marks` of the link or footnote reference; of an image or embed its `blockLinkId`. */
  mark?: number;
}

/** The marks that say how text looks, by the bit they set. */
const STYLE_OF_MARK: Partial<Record<Mark['type'], StyleSet>> = {
  emphasis: Style.emphasis,
  strong: Style.strong,
  delete: Style.delete,
  inlineCode: Style.code,
  highlight: Style.mark,
  link: Style.link,
};

/** Keeps a footnote's number on the line of the word before it. */
const WORD_JOINER = '\u2060';

/** On a page nothing need stand between an image and a word; between words something must. */
const OPENS = /[\s([{«“‘\uFFFC]/;
const CLOSES = /[\s.,;:!?)\]}»”’]/;

interface OpenMark {
  mark: Mark;
  index: number;
}

/**
 * What a leaf shows for `[start, end)` of the text: its text cut where styles change, images and footnote
 * references as words, quotation marks around quotes. `open` are marks that begin before `start`.
 */
export function shownText(
  article: Draft,
  start: number,
  end: number,
  style: StyleSet,
  open: readonly number[] = [],
): Piece[] {
  const { marks, text, meta } = article;
  const pieces: Piece[] = [];
  const stack: OpenMark[] = open.map((index) => ({ mark: marks[index] as Mark, index })); // indexes of marks
  let at = start;

  function emit(to: number): void {
    if (to > at) pieces.push(...stretch(text.slice(at, to), at, stack, style));
    at = Math.max(at, to);
  }
  function decorate(decoration: string): void {
    const [piece] = stretch(decoration, -1, stack, style);
    if (piece) pieces.push({ text: decoration, style: piece.style });
  }
  function closeUntil(offset: number): void {
    for (let top = stack.at(-1); top && top.mark.end <= offset; top = stack.at(-1)) {
      emit(top.mark.end);
      stack.pop();
      if (top.mark.type === 'quote') decorate(quotationMarks(meta.language, quoteDepth(stack))[1]);
    }
  }

  for (let index = firstMarkFrom(marks, start); index < marks.length; index++) {
    const mark = marks[index] as Mark; // in range
    if (mark.start >= end) break;
    closeUntil(mark.start);
    emit(mark.start);
    if (mark.type === 'break') continue;
    if (mark.type === 'image' || mark.type === 'footnoteReference') {
      const apart = mark.type === 'image';
      if (apart && mark.start > start && !OPENS.test(text.charAt(mark.start - 1))) decorate(' ');
      pieces.push(atom(mark, index, stack, style));
      if (apart && mark.end < end && !CLOSES.test(text.charAt(mark.end))) decorate(' ');
      at = mark.end;
      continue;
    }
    if (mark.type === 'quote') decorate(quotationMarks(meta.language, quoteDepth(stack))[0]);
    stack.push({ mark, index });
  }
  closeUntil(end);
  emit(end);
  return pieces;
}

/** Index of the first mark that starts at or after `offset`. */
export function firstMarkFrom(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).start < offset) low = middle + 1; // in range
    else high = middle;
  }
  return low;
}

function stretch(text: string, start: number, stack: readonly OpenMark[], base: StyleSet): Piece[] {
  const piece: Piece = start < 0 ? { text, style: base } : { text, style: base, start, end: start + text.length };
  for (const { mark, index } of stack) {
    piece.style |= STYLE_OF_MARK[mark.type] ?? 0;
    if (mark.type === 'link') {
      piece.url = mark.url;
      piece.mark = index;
    } else if (mark.type === 'superscript') {
      piece.text = raise(piece.text);
    } else if (mark.type === 'subscript') {
      piece.text = lower(piece.text);
    }
  }
  return [piece];
}

function atom(
  mark: Mark & { type: 'image' | 'footnoteReference' },
  index: number,
  stack: readonly OpenMark[],
  base: StyleSet,
): Piece {
  const [around] = stretch('', 0, stack, base);
  const { start, end } = mark;
  if (mark.type === 'footnoteReference') {
    const style = base | Style.footnote;
    return { text: `${WORD_JOINER}[${mark.target}]`, style, start, end, mark: index };
  }
  const piece: Piece = { text: imageText(mark.alt), style: base | Style.image, start, end };
  // A linked image leads where the link does.
  piece.url = around?.url ?? mark.url;
  if (around?.mark !== undefined) piece.mark = around.mark;
  return piece;
}

/** What stands for an image. */
export function imageText(alt: string | undefined): string {
  return alt === undefined ? '[image]' : `[image: ${alt}]`;
}

function quoteDepth(stack: readonly OpenMark[]): number {
  return stack.filter(({ mark }) => mark.type === 'quote').length;
}
