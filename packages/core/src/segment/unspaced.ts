import { DIGIT, LINE_END, LOWER, SPACE, UNCASED, UPPER } from './character-class.ts';
import type { LanguageRules } from './language-rules.ts';
import type { Stop } from './stop.ts';

const FULL_STOP = 0x2e;
/** What stands in addresses, paths and code, and in no sentence without spaces around it. */
const TECHNICAL = '@/\\_#=<>|{}~^$*';
/** Farther back than this no number goes on. */
const MAX_NUMBER = 20;

/**
 * Finds sentences that no white space separates ("the end.Then"), and keeps addresses, file names and
 * code whole. One object for each text: it remembers the token that it looked at last.
 */
export class UnspacedStops {
  readonly #text: string;
  readonly #rules: LanguageRules;
  #tokenEnd = 0;
  #technical = false;

  constructor(text: string, rules: LanguageRules) {
    this.#text = text;
    this.#rules = rules;
  }

  /** Whether a stop that no white space follows ends the sentence that starts at `from`. */
  ends(stop: Stop, from: number): boolean {
    const { classes } = this.#rules;
    const before = classes[this.#text.charCodeAt(stop.start - 1)];
    const first = classes[this.#text.charCodeAt(stop.closed)];
    if (first === UNCASED) return stop.strong && before === UNCASED;
    if (first !== UPPER || classes[this.#text.charCodeAt(stop.closed + 1)] !== LOWER) return false;
    if (this.#isTechnical(stop)) return false;
    if (stop.strong || stop.dots >= 3) return before === LOWER || before === UPPER || before === DIGIT;
    if (before === DIGIT) return this.#isNumber(stop.start, from);
    return before === LOWER && this.#wordsFit(stop, from);
  }

  /** "1,000.That": digits with white space or a currency before them, not "v2.Final" or "1.Start". */
  #isNumber(end: number, from: number): boolean {
    let start = end;
    for (; start > from && end - start < MAX_NUMBER; start--) {
      const code = this.#text.charCodeAt(start - 1);
      if (this.#rules.classes[code] !== DIGIT && code !== 0x2c && code !== FULL_STOP) break;
    }
    if (start === from) return false;
    const before = this.#rules.classes[this.#text.charCodeAt(start - 1)];
    return before !== LOWER && before !== UPPER && before !== UNCASED;
  }

  /** "end.Then", and "Monday.Mr" or "Monday.Then"; not "System.Text" or "a.Text". */
  #wordsFit(stop: Stop, from: number): boolean {
    const { classes, starters, abbreviations } = this.#rules;
    let start = stop.start;
    while (start > from && classes[this.#text.charCodeAt(start - 1)] === LOWER && stop.start - start < MAX_NUMBER)
      start--;
    if (stop.start - start < 2) return false;
    if (start === from || classes[this.#text.charCodeAt(start - 1)] !== UPPER) return true;
    let end = stop.closed + 1;
    while (classes[this.#text.charCodeAt(end)] === LOWER && end - stop.closed < MAX_NUMBER) end++;
    const word = this.#text.slice(stop.closed, end);
    return starters.has(word) || abbreviations.get(word.toLowerCase()) === 'never';
  }

  /** Whether the token around the stop is an address, a path or code. Each token is looked at once. */
  #isTechnical(stop: Stop): boolean {
    if (stop.start < this.#tokenEnd) return this.#technical;
    const { classes } = this.#rules;
    let at = stop.start;
    while (at > this.#tokenEnd && !isSpace(classes[this.#text.charCodeAt(at - 1)])) at--;
    this.#technical = false;
    for (; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      const kind = classes[code];
      if (isSpace(kind)) break;
      const before = classes[this.#text.charCodeAt(at - 1)];
      // "example.com", "call(": a letter, then a stop with a small letter after it, or a bracket.
      if (TECHNICAL.includes(this.#text.charAt(at)) || (code === 0x28 && before === LOWER)) this.#technical = true;
      else if (code === FULL_STOP && before !== undefined && before <= DIGIT && before >= LOWER) {
        if (classes[this.#text.charCodeAt(at + 1)] === LOWER) this.#technical = true;
      }
    }
    this.#tokenEnd = at;
    return this.#technical;
  }
}

function isSpace(kind: number | undefined): boolean {
  return kind === SPACE || kind === LINE_END;
}
