import { BLANK, isBlank, type Line, toLine } from './line.ts';

/** Lines of a plain text, in order. */
export interface Lines {
  readonly length: number;
  /** The line at an index; a blank one outside of them. */
  at(index: number): Line;
  /** Lines `[from, to)`, without a copy of them. */
  slice(from: number, to: number): Lines;
  every(holds: (line: Line) => boolean): boolean;
}

/** Line ends other than LF, and CR LF, whose CR goes with the white space at its line's end. */
const UNUSUAL_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2029]/;
const LINE_ENDS = /\r\n?|[\v\u0085]/g;
/** A new page and a paragraph separator end a paragraph, not just a line. */
const PARAGRAPH_ENDS = /[\f\u2029]/g;
/** So many lines are kept once they were made; a power of two. Few paragraphs have more, and each is gone through a few times. */
const KEPT = 256;

/** Cuts a text at its line ends: LF, CR, CR LF, NEL, VT; FF and U+2029 leave a blank line. U+2028 stays in its line. */
export function splitLines(text: string): Lines {
  const plain = UNUSUAL_LINE_ENDS.test(text) ? text.replace(LINE_ENDS, '\n').replace(PARAGRAPH_ENDS, '\n\n') : text;
  const lines = new TextLines(plain);
  return new Window(lines, 0, lines.length);
}

/** Lines that were made one by one. */
export function listLines(lines: readonly Line[]): Lines {
  return new Window({ line: (index) => lines[index] ?? BLANK }, 0, lines.length);
}

/** Index of the first line in `[from, to)` that is not blank; `to` where there is none. */
export function skipBlank(lines: Lines, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(lines.at(at))) at++;
  return at;
}

/** Index of the first blank line in `[from, to)`; `to` where there is none. */
export function endOfChunk(lines: Lines, from: number, to: number): number {
  let at = from;
  while (at < to && !isBlank(lines.at(at))) at++;
  return at;
}

interface LineSource {
  line(index: number): Line;
}

/** Some lines of a source. */
class Window implements Lines {
  readonly #source: LineSource;
  readonly #from: number;
  readonly length: number;

  constructor(source: LineSource, from: number, length: number) {
    this.#source = source;
    this.#from = from;
    this.length = length;
  }

  at(index: number): Line {
    return index >= 0 && index < this.length ? this.#source.line(this.#from + index) : BLANK;
  }

  slice(from: number, to: number): Lines {
    return new Window(this.#source, this.#from + from, Math.max(0, Math.min(to, this.length) - from));
  }

  every(holds: (line: Line) => boolean): boolean {
    for (let i = 0; i < this.length; i++) if (!holds(this.at(i))) return false;
    return true;
  }
}

/**
 * The lines of a text, each made when it is looked at: a text of 50 MB that was wrapped has close to a million,
 * and as objects they would take as much memory as the text.
 */
class TextLines implements LineSource {
  readonly #text: string;
  /** Where each line starts, and behind the last of them where another one would. */
  readonly #starts: Uint32Array;
  /** The line made last of those whose index ends in the same bits, and its index. */
  readonly #made: Line[] = Array.from({ length: KEPT }, () => BLANK);
  readonly #indexes: Int32Array = new Int32Array(KEPT).fill(-1);
  readonly length: number;

  constructor(text: string) {
    this.#text = text;
    this.length = 1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.length++;
    this.#starts = new Uint32Array(this.length + 1);
    let index = 1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts[index++] = at + 1;
    this.#starts[index] = text.length + 1;
  }

  line(index: number): Line {
    const slot = index & (KEPT - 1);
    if (this.#indexes[slot] === index) return this.#made[slot] as Line; // the two are set together
    const start = this.#starts[index] as number; // callers are in range
    const line = toLine(this.#text.slice(start, (this.#starts[index + 1] as number) - 1)); // see #starts
    this.#indexes[slot] = index;
    this.#made[slot] = line;
    return line;
  }
}
