import type { Span } from '../article/types.ts';
import type { FoldedText } from './folded-text.ts';

/**
 * What a search found, as spans of the text, ascending. Offsets into the text are worked out when they are
 * asked for, so a million matches cost no more than their number.
 */
export class Matches {
  /** How many there are in the text; more than `length` where the search had a lower limit. */
  readonly total: number;
  readonly #folded: FoldedText;
  readonly #starts: readonly number[];
  readonly #size: number;

  /** `starts`: where matches begin in the folded text, ascending; each is `size` long there. */
  constructor(folded: FoldedText, starts: readonly number[], size: number, total: number) {
    this.#folded = folded;
    this.#starts = starts;
    this.#size = size;
    this.total = total;
  }

  /** How many are kept here. */
  get length(): number {
    return this.#starts.length;
  }

  /** The match with an index from 0 to `length - 1`; `undefined` beyond. */
  at(index: number): Span | undefined {
    const start = this.#starts[index];
    return start === undefined ? undefined : this.#folded.sourceOf(start, start + this.#size);
  }

  /** Index of the first match that ends after `offset`; `length` where there is none. */
  firstAfter(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.at(middle) as Span).end > offset) high = middle; // in range
      else low = middle + 1;
    }
    return low;
  }

  /** The matches that touch `[start, end)`: what a screen has to mark. */
  within(start: number, end: number): Span[] {
    const spans: Span[] = [];
    for (let i = this.firstAfter(start); i < this.length; i++) {
      const match = this.at(i) as Span; // in range
      if (match.start >= end) break;
      spans.push(match);
    }
    return spans;
  }

  *[Symbol.iterator](): Generator<Span, void, undefined> {
    for (let i = 0; i < this.length; i++) yield this.at(i) as Span; // in range
  }
}
