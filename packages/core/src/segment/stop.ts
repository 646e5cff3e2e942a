import { CLOSE, DIGIT, DOT, FULL, LINE_END, LOWER, QUOTE, SPACE, STRONG, UNCASED, UPPER } from './character-class.ts';

/** A stop with all that belongs to it: `?!`, `. . .`, closing quotes and brackets, white space. */
export interface Stop {
  start: number;
  /** End of the stop characters. */
  end: number;
  /** End of the quotes, brackets and references that close after it. */
  closed: number;
  /** End of the white space after that. */
  next: number;
  /** How many full stops; an ellipsis character counts as three. */
  dots: number;
  /** Whether the full stops have spaces between them. */
  spaced: boolean;
  /** Whether a question or exclamation mark, or a stop of another script, is among them. */
  strong: boolean;
  /** Whether a quotation mark closes after it. */
  quoted: boolean;
  /** Whether the white space after it holds a line end. */
  endsLine: boolean;
}

const SPACE_CODE = 0x20;
const FULL_STOP = 0x2e;
const ELLIPSIS = 0x2026;
const GUILLEMET = 0xbb;
const LEFT_BRACKET = 0x5b;
const RIGHT_BRACKET = 0x5d;
/** `[1234]`: no reference has more digits. */
const MAX_REFERENCE_DIGITS = 4;

/** Reads the stop at `start`, which is of class DOT, STRONG or FULL, up to `to` at most. */
export function readStop(text: string, classes: Uint8Array, start: number, to: number): Stop {
  let at = start;
  let dots = 0;
  let spaced = false;
  let strong = false;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    const kind = classes[code];
    if (kind === DOT) dots += code === ELLIPSIS ? 3 : 1;
    else if (kind === STRONG || kind === FULL) strong = true;
    else if (code === SPACE_CODE && dots > 0 && isLooseDot(text, classes, at + 1, to)) spaced = true;
    else break;
  }
  const end = at;
  let quoted = false;
  for (; at < to; at++) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === QUOTE) {
      if (opens(text, classes, at)) break;
      quoted = true;
    }
    if (kind !== QUOTE && kind !== CLOSE) {
      const reference = endOfReference(text, classes, at, to);
      if (reference === at) break;
      at = reference - 1;
    }
  }
  // « Oui ! » — French puts a space inside its quotation marks.
  if (at + 1 < to && classes[text.charCodeAt(at)] === SPACE && text.charCodeAt(at + 1) === GUILLEMET) {
    const after = classes[text.charCodeAt(at + 2)];
    if (at + 2 >= to || (after !== LOWER && after !== UPPER && after !== UNCASED && after !== DIGIT)) {
      at += 2;
      quoted = true;
    }
  }
  const closed = at;
  let endsLine = false;
  for (; at < to; at++) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === LINE_END) endsLine = true;
    else if (kind !== SPACE) break;
  }
  return { start, end, closed, next: at, dots, spaced, strong, quoted, endsLine };
}

/** A full stop that stands alone, as in `. . .`; the one of ".NET" does not. */
function isLooseDot(text: string, classes: Uint8Array, at: number, to: number): boolean {
  if (at >= to || text.charCodeAt(at) !== FULL_STOP) return false;
  const after = at + 1 < to ? classes[text.charCodeAt(at + 1)] : SPACE;
  return after !== LOWER && after !== UPPER && after !== UNCASED && after !== DIGIT;
}

/** Whether a quotation mark that may also close opens here: 你呢？“好 */
function opens(text: string, classes: Uint8Array, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x201c && code !== 0x2018) return false;
  const after = classes[text.charCodeAt(at + 1)];
  return after === UPPER || after === LOWER || after === UNCASED || after === DIGIT;
}

/** Where a reference like `[12]` ends; `at` where there is none. */
function endOfReference(text: string, classes: Uint8Array, at: number, to: number): number {
  if (text.charCodeAt(at) !== LEFT_BRACKET) return at;
  let end = at + 1;
  while (end < to && end - at <= MAX_REFERENCE_DIGITS && classes[text.charCodeAt(end)] === DIGIT) end++;
  return end > at + 1 && end < to && text.charCodeAt(end) === RIGHT_BRACKET ? end + 1 : at;
}
