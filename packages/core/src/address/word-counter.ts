export interface WordCount {
  /** Words of scripts that put spaces between them, and an estimate for those of South-East Asia. */
  words: number;
  /** Chinese characters and Japanese letters. */
  characters: number;
}

/** What a character is to the count; 0 in the table is one not looked up yet. */
const BETWEEN = 1;
const PUNCTUATION = 2;
const LETTER = 3;
const CHARACTER = 4;
const UNSPACED_LETTER = 5;

/** Thai, Lao, Khmer and Burmese put no spaces between words; marks above and below are not counted. */
const LETTERS_PER_UNSPACED_WORD = 4;

/** White space and long dashes, which stand between words even without spaces around them. */
const GAPS = /^[\s\u2012-\u2015]$/;
/** Latin letters up to here: every code point from U+00C0 on is one but the two signs below. */
const LAST_LATIN = 0x2c1;
const SIGNS_AMONG_LETTERS = '\u00D7\u00F7';
/** Letters and digits below U+00C0 that are not ASCII. */
const EARLY_LETTERS = '\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC\u00BD\u00BE';
/** Dashes, quotation marks, ellipsis. */
const FIRST_QUOTE = 0x2010;
const LAST_QUOTE = 0x2027;

/**
 * Counts words: runs of letters and digits, of which one sign may hold two together (`don't`, `well-known`,
 * `3.14`). Quick enough to count a book while it is read.
 */
export class WordCounter {
  /** What each UTF-16 code unit is, filled in as they come up. */
  readonly #kinds = new Uint8Array(0x10000);

  /**
   * Counts what begins in `text.slice(start, end)`: a word goes to the slice that holds its first letter, so
   * the counts of neighbouring slices add up to that of the whole.
   */
  count(text: string, start: number, end: number): WordCount {
    const kinds = this.#kinds;
    const stop = Math.min(end, text.length);
    let words = 0;
    let characters = 0;
    let unspaced = 0;
    let before = this.#kindAt(text, start - 2);
    let last = this.#kindAt(text, start - 1);
    for (let i = start; i < stop; i++) {
      // A call for each would take most of the time while this has not been compiled, as before a first frame.
      const kind = kinds[text.charCodeAt(i)] || this.#kindAt(text, i);
      if (kind === LETTER) {
        if (last !== LETTER && (last !== PUNCTUATION || before !== LETTER)) words++;
      } else if (kind === CHARACTER) characters++;
      else if (kind === UNSPACED_LETTER) unspaced++;
      before = last;
      last = kind;
    }
    return { words: words + unspaced / LETTERS_PER_UNSPACED_WORD, characters };
  }

  #kindAt(text: string, at: number): number {
    if (at < 0) return BETWEEN;
    const code = text.charCodeAt(at);
    // Half of a pair is nothing by itself, and never gets into the table.
    if ((code & 0xf800) === 0xd800) return kindOfHalf(text, at);
    return (this.#kinds[code] ||= kindOfUnit(code));
  }
}

/** The first half of a pair is what the pair is; the second half goes on with a letter, and counts as none. */
function kindOfHalf(text: string, at: number): number {
  const isFirst = (text.charCodeAt(at) & 0xfc00) === 0xd800;
  const kind = kindOf(isFirst ? text.slice(at, at + 2) : text.slice(at - 1, at + 1));
  return isFirst || kind === LETTER ? kind : PUNCTUATION;
}

/**
 * Most texts hold nothing but Latin letters and the usual punctuation, which never change; asking Unicode's
 * properties for them would take longer than counting a whole article.
 */
function kindOfUnit(code: number): number {
  const character = String.fromCharCode(code);
  if (code > LAST_LATIN && (code < FIRST_QUOTE || code > LAST_QUOTE)) return kindOf(character);
  if (GAPS.test(character)) return BETWEEN;
  const isDigit = code >= 0x30 && code <= 0x39;
  const isBasic = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  const isLatin = code >= 0xc0 && code <= LAST_LATIN && !SIGNS_AMONG_LETTERS.includes(character);
  return isDigit || isBasic || isLatin || EARLY_LETTERS.includes(character) ? LETTER : PUNCTUATION;
}

function kindOf(character: string): number {
  if (GAPS.test(character)) return BETWEEN;
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30FC]$/u.test(character)) return CHARACTER;
  if (/^(?=\p{L})[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u.test(character)) return UNSPACED_LETTER;
  return /^[\p{L}\p{N}\p{M}]$/u.test(character) ? LETTER : PUNCTUATION;
}
