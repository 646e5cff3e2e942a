import type { Span } from '../article/types.ts';
import { foldCharacter, type FoldOptions, isIgnored } from './fold.ts';

/** In the table of folded code units: not looked up yet. */
const UNKNOWN = 0;
/** In the table of folded code units, as everything up to it: takes more than a look into the table. */
const SPECIAL = 1;
const SPACE = 0x20;
const WHITE_SPACE = /^\s$/;
/** `String.fromCharCode` takes its units as arguments; engines allow some tens of thousands. */
const CHUNK = 8192;

/**
 * A text as searches compare it, and the way back to exact offsets. Every character is folded by itself;
 * a run of white space, block separators included, is one space.
 *
 * Made once per text in linear time; 10 MB of prose take some tens of milliseconds.
 */
export class FoldedText {
  readonly text: string;
  /**
   * The pieces that folding made longer or shorter, ascending: `[start, end)` in the folded text stands
   * for `[sourceStart, sourceEnd)`. Everything between two pieces moved as a whole.
   */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];

  constructor(source: string, options: FoldOptions) {
    const table = new Uint16Array(0x10000);
    const special = new Map<string, string>();
    let out = new Uint16Array(source.length);
    let length = 0;
    /** All units that may be in `out`, or-ed together. */
    let every = SPACE;
    for (let i = 0; i < source.length;) {
      const plain = copyPlain(source, i, table, out, length);
      length += plain - i;
      i = plain;
      if (i === source.length) break;
      const code = source.charCodeAt(i);
      if (table[code] === UNKNOWN) {
        table[code] = foldUnit(code, options);
        every |= table[code];
        continue;
      }
      const character = String.fromCodePoint(source.codePointAt(i) as number); // i is in range
      const next = i + character.length;
      let form = special.get(character);
      if (form === undefined) {
        form = WHITE_SPACE.test(character) ? ' ' : foldCharacter(character, options);
        special.set(character, form);
        for (let k = 0; k < form.length; k++) every |= form.charCodeAt(k);
      }
      const joins = form === ' ' ? out[length - 1] === SPACE : form === '' && length > 0 && !isIgnored(character);
      if (joins) {
        this.#extend(length, i, next);
      } else {
        if (form.length !== character.length) this.#add(length, length + form.length, i, next);
        if (length + form.length + source.length - next > out.length) out = grown(out);
        for (let k = 0; k < form.length; k++) out[length++] = form.charCodeAt(k);
      }
      i = next;
    }
    this.text = stringOf(out.subarray(0, length), every);
  }

  /**
   * Visits every place where a needle stands in the folded text, in order. A match that ends inside what one
   * character was folded to (`s` in the `ss` of `ß`) covers that character: the next one starts after it.
   */
  search(needle: string, visit: (at: number) => void): void {
    let piece = 0;
    let at = this.text.indexOf(needle);
    while (at >= 0) {
      visit(at);
      const end = at + needle.length;
      while (piece < this.#ends.length && (this.#ends[piece] as number) <= end) piece++;
      const isInside = piece < this.#ends.length && (this.#starts[piece] as number) < end;
      at = this.text.indexOf(needle, isInside ? this.#ends[piece] : end);
    }
  }

  /** The span in the source of a span of the folded text, widened to whole characters. */
  sourceOf(start: number, end: number): Span {
    const sourceStart = this.#sourceStart(start);
    return { start: sourceStart, end: Math.max(sourceStart, this.#sourceEnd(end)) };
  }

  /** Where the character begins that stands at `offset` of the folded text. */
  #sourceStart(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (piece < 0) return offset;
    const end = this.#ends[piece] as number; // pieces are in range
    return offset < end ? (this.#sourceStarts[piece] as number) : (this.#sourceEnds[piece] as number) + offset - end;
  }

  /** Where the character ends whose folded form ends at `offset`. */
  #sourceEnd(offset: number): number {
    const piece = this.#pieceAt(offset - 1);
    if (piece < 0) return offset;
    const end = this.#ends[piece] as number; // pieces are in range
    return (this.#sourceEnds[piece] as number) + Math.max(0, offset - end);
  }

  /** Index of the last piece that starts at or before `offset`; -1 where there is none. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #add(start: number, end: number, sourceStart: number, sourceEnd: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#sourceStarts.push(sourceStart);
    this.#sourceEnds.push(sourceEnd);
  }

  /** Lets the last folded character, which ends at `length`, stand for what follows it in the source too. */
  #extend(length: number, sourceStart: number, sourceEnd: number): void {
    const last = this.#ends.length - 1;
    if (this.#ends[last] === length && this.#sourceEnds[last] === sourceStart) this.#sourceEnds[last] = sourceEnd;
    else this.#add(length - 1, length, sourceStart - 1, sourceEnd);
  }
}

/**
 * Folds characters that the table knows to become one code unit, up to one that it does not or a second
 * space in a row. Returns where that is. The whole text goes through here: keep it a bare loop.
 */
function copyPlain(source: string, from: number, table: Uint16Array, out: Uint16Array, to: number): number {
  const shift = to - from;
  let last = to === 0 ? 0 : (out[to - 1] as number);
  let i = from;
  for (; i < source.length; i++) {
    const folded = table[source.charCodeAt(i)] as number; // the table has every code unit
    if (folded <= SPECIAL || (folded === SPACE && last === SPACE)) break;
    out[i + shift] = last = folded;
  }
  return i;
}

/** Folds a text that needs no way back: a query. */
export function foldText(text: string, options: FoldOptions): string {
  return new FoldedText(text, options).text;
}

function foldUnit(code: number, options: FoldOptions): number {
  if (code === SPACE) return SPACE;
  const character = String.fromCharCode(code);
  if ((code & 0xf800) === 0xd800 || WHITE_SPACE.test(character)) return SPECIAL;
  const folded = foldCharacter(character, options);
  const unit = folded.charCodeAt(0);
  return folded.length === 1 && unit > SPECIAL ? unit : SPECIAL;
}

function grown(units: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length + (units.length >> 1) + 64);
  larger.set(units);
  return larger;
}

/** `every` is all units or-ed together. */
function stringOf(units: Uint16Array, every: number): string {
  // Nearly all prose in Latin letters folds to ASCII, and decoding that is ten times as fast.
  if (every < 0x80) return new TextDecoder().decode(new Uint8Array(units));
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += CHUNK) {
    // A typed array serves as the list of arguments; spreading it would be seven times slower.
    parts.push(String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[]));
  }
  return parts.join('');
}
