import { LEAD_WORDS, type Measures, TAIL_WORDS } from './measure.ts';
import { mix } from './words.ts';

/** Size of the table that terms of texts are hashed into, a power of two. */
export const TEXT_TERMS: number = 2 ** 16;

/**
 * What the linear model is told of a block, as places in a table: words at its beginning and end, alone and with those before
 * them, the words of the heading above, the beginnings of its neighbours. Whatever has a fixed wording on a site
 * (a note on commissions, the beginning of an author's life) shows in it.
 */
export function eachTextTerm(m: Measures, b: number, heading: number, tell: (term: number) => void): void {
  const visit = (hash: number): void => tell(hash & (TEXT_TERMS - 1));
  const words = m.words[b] as number;
  const isLong = words > LEAD_WORDS ? 1 : 0;
  let previous = 0;
  let beforePrevious = 0;
  let whole = 0;
  for (let i = 0; i < LEAD_WORDS; i++) {
    const word = m.lead[b * LEAD_WORDS + i] as number;
    if (word === 0) continue;
    visit(mix(word, WORD + isLong));
    visit(mix(mix(previous, word), PAIR + isLong));
    if (previous !== 0) visit(mix(mix(mix(beforePrevious, previous), word), TRIPLE + isLong));
    whole = mix(whole, word);
    beforePrevious = previous;
    previous = word;
  }
  visitBeginning(m, b, BEGINNING, visit);
  if (isLong === 0) visit(mix(whole, WHOLE));
  let next = 0;
  for (let i = 0; i < TAIL_WORDS; i++) {
    const word = m.tail[b * TAIL_WORDS + i] as number;
    if (word === 0) break;
    visit(mix(word, LAST_WORD + isLong));
    visit(mix(mix(next, word), LAST_PAIR + isLong));
    next = word;
  }
  if (heading >= 0) {
    previous = 0;
    for (let i = 0; i < HEADING_WORDS; i++) {
      const word = m.lead[heading * LEAD_WORDS + i] as number;
      if (word === 0) continue;
      visit(mix(word, HEADING_WORD));
      visit(mix(mix(previous, word), HEADING_PAIR));
      previous = word;
    }
  }
  if (b > 0) visitBeginning(m, b - 1, BEFORE, visit);
  if (b + 1 < m.words.length) visitBeginning(m, b + 1, AFTER, visit);
}

/** The first word and the first two, with how long the block is. */
function visitBeginning(m: Measures, b: number, place: number, visit: (hash: number) => void): void {
  const first = m.lead[b * LEAD_WORDS] as number;
  if (first === 0) return;
  const size = sizeClass(m.words[b] as number);
  const second = m.lead[b * LEAD_WORDS + 1] as number;
  visit(mix(mix(first, size), place));
  if (second !== 0) visit(mix(mix(mix(first, second), size), place + 1));
}

/** Words of a heading that are looked at. */
const HEADING_WORDS = 8;

/** Where words were found; one word in two places is two terms. */
const WORD = 1;
const PAIR = 3;
const TRIPLE = 5;
const BEGINNING = 7;
const WHOLE = 9;
const LAST_WORD = 10;
const LAST_PAIR = 12;
const HEADING_WORD = 14;
const HEADING_PAIR = 15;
const BEFORE = 16;
const AFTER = 18;

/** How many sizes of blocks are told apart. */
export const SIZE_CLASSES = 5;

/** Sizes of blocks: a word or two, a line, a teaser, a short paragraph, a long one. */
export function sizeClass(words: number): number {
  return words <= 3 ? 0 : words <= 6 ? 1 : words <= 12 ? 2 : words <= 30 ? 3 : 4;
}
