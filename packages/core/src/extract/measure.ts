import * as C from './characters.ts';
import { type Hints, shingle } from './hints.ts';
import { BREAK, INLINE_CODE, INSIDE, LINK, type Page, STRONG } from './page.ts';
import { HASH_SEED, hashNext, numberHash } from './words.ts';

/** Words at the start and at the end of a block whose hashes are kept. */
export const LEAD_WORDS = 12;
export const TAIL_WORDS = 4;

/** What the characters of each block come to, as columns; one pass over the text. */
export interface Measures {
  /** Letters, digits and punctuation; no white space. */
  chars: Int32Array;
  /** Runs of letters and digits; two ideographs count as a word. */
  words: Int32Array;
  shortWords: Int32Array;
  upperWords: Int32Array;
  commas: Int32Array;
  stops: Int32Array;
  punctuation: Int32Array;
  dividers: Int32Array;
  currency: Int32Array;
  others: Int32Array;
  upper: Int32Array;
  linkChars: Int32Array;
  strongChars: Int32Array;
  codeChars: Int32Array;
  /** Words that the title or the description hold too. */
  inTitle: Int32Array;
  inDescription: Int32Array;
  /** Three words in a row that JSON-LD's `articleBody` holds too. */
  inBody: Int32Array;
  firstClass: Uint8Array;
  lastClass: Uint8Array;
  /** Hash of all words in order: equal for equal texts. */
  hash: Int32Array;
  /** Hashes of the first words of block `b`: `lead[b * LEAD_WORDS + i]`, 0 where there are fewer. Numbers are told by their length. */
  lead: Int32Array;
  /** The same of its last words, the very last first. */
  tail: Int32Array;
}

export function measure(page: Page, hints: Hints): Measures {
  const count = page.blockElement.length;
  const column = (): Int32Array => new Int32Array(count);
  const m: Measures = {
    chars: column(),
    words: column(),
    shortWords: column(),
    upperWords: column(),
    commas: column(),
    stops: column(),
    punctuation: column(),
    dividers: column(),
    currency: column(),
    others: column(),
    upper: column(),
    linkChars: column(),
    strongChars: column(),
    codeChars: column(),
    inTitle: column(),
    inDescription: column(),
    inBody: column(),
    firstClass: new Uint8Array(count),
    lastClass: new Uint8Array(count),
    hash: column(),
    lead: new Int32Array(count * LEAD_WORDS),
    tail: new Int32Array(count * TAIL_WORDS),
  };
  for (let b = 0; b < count; b++) measureBlock(page, hints, m, b);
  return m;
}

function measureBlock(page: Page, hints: Hints, m: Measures, b: number): void {
  const counts = new Int32Array(11);
  const ends = new Int32Array(TAIL_WORDS);
  let runs = 0;
  const end = page.blockTexts[b + 1] as number;
  const insideLink = ((page.elementInside[page.blockElement[b] as number] as number) & INSIDE.link) !== 0;
  let words = 0;
  let shortWords = 0;
  let upperWords = 0;
  let inTitle = 0;
  let inDescription = 0;
  let inBody = 0;
  let chars = 0;
  let hash = 0;
  let word = HASH_SEED;
  let length = 0;
  let ideographs = 0;
  let digits = 0;
  let startsUpper = false;
  let previous = 0;
  let beforePrevious = 0;
  let first = -1;
  let last = C.SPACE;
  for (let t = page.blockTexts[b] as number; t <= end; t++) {
    // One round more than there are texts: it ends the last word.
    const text = t < end ? (page.texts[t] as { value: string }).value : ' ';
    const inline = t < end ? (page.textInline[t] as number) : BREAK;
    const before = chars;
    for (let i = inline & BREAK ? -1 : 0; i < text.length; i++) {
      const code = i < 0 ? 32 : text.charCodeAt(i);
      const kind = C.characterClass(code);
      counts[kind] = (counts[kind] as number) + 1;
      if (kind === C.LOWER || kind === C.UPPER || kind === C.DIGIT || kind === C.IDEOGRAPH) {
        if (length === 0) startsUpper = kind === C.UPPER;
        word = hashNext(word, C.lowerCode(code));
        length++;
        if (kind === C.IDEOGRAPH) ideographs++;
        else if (kind === C.DIGIT) digits++;
      } else if (length > 0) {
        const named = digits === length ? numberHash(digits) : word;
        if (words < LEAD_WORDS) m.lead[b * LEAD_WORDS + words] = named;
        ends[runs++ % TAIL_WORDS] = named;
        words += ideographs > 2 ? ideographs >> 1 : 1;
        if (length <= 3) shortWords++;
        if (startsUpper) upperWords++;
        if (hints.title.has(word)) inTitle++;
        if (hints.description.has(word)) inDescription++;
        if (hints.body !== null && hints.body.has(shingle(beforePrevious, previous, word))) inBody++;
        beforePrevious = previous;
        previous = word;
        hash = (Math.imul(hash, 1_000_003) + word) | 0;
        word = HASH_SEED;
        length = 0;
        ideographs = 0;
        digits = 0;
      }
      if (kind !== C.SPACE) {
        chars++;
        last = kind;
        if (first < 0) first = kind;
      }
    }
    const added = chars - before;
    if (insideLink || inline & LINK) m.linkChars[b] = (m.linkChars[b] as number) + added;
    if (inline & STRONG) m.strongChars[b] = (m.strongChars[b] as number) + added;
    if (inline & INLINE_CODE) m.codeChars[b] = (m.codeChars[b] as number) + added;
  }
  for (let i = 0; i < TAIL_WORDS && i < runs; i++) {
    m.tail[b * TAIL_WORDS + i] = ends[(runs - 1 - i) % TAIL_WORDS] as number;
  }
  m.chars[b] = chars;
  m.words[b] = words;
  m.shortWords[b] = shortWords;
  m.upperWords[b] = upperWords;
  m.commas[b] = counts[C.COMMA] as number;
  m.stops[b] = counts[C.STOP] as number;
  m.punctuation[b] = counts[C.PUNCTUATION] as number;
  m.dividers[b] = counts[C.DIVIDER] as number;
  m.currency[b] = counts[C.CURRENCY] as number;
  m.others[b] = counts[C.OTHER] as number;
  m.upper[b] = counts[C.UPPER] as number;
  m.inTitle[b] = inTitle;
  m.inDescription[b] = inDescription;
  m.inBody[b] = inBody;
  m.firstClass[b] = Math.max(first, 0);
  m.lastClass[b] = last;
  m.hash[b] = hash;
}
