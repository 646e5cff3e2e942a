import type { Draft, Span } from '../article/types.ts';
import type { FoldOptions } from './fold.ts';
import { foldText, FoldedText } from './folded-text.ts';
import { Matches } from './matches.ts';

export interface FindOptions extends FoldOptions {
  /** Only matches with no letter or digit right before or after. Default: anywhere. */
  wholeWord?: boolean;
  /** The most matches to keep; `total` counts on. Default 1,000,000. */
  limit?: number;
}

/** Four bytes each: enough for every letter "e" of a 10 MB book, and bounded on whatever else comes. */
const DEFAULT_LIMIT = 1_000_000;

/**
 * Searches one text again and again. What is prepared once (a folded copy of the text for each combination
 * of `caseSensitive` and `diacritics` in use) lives as long as the finder.
 *
 * @example
 * const finder = new Finder(article.text);
 * const matches = finder.find('resume'); // finds "Résumé" too
 * for (const { start, end } of matches) console.log(article.text.slice(start, end));
 */
export class Finder {
  readonly #text: string;
  readonly #folded = new Map<string, FoldedText>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Prepares for searches with these options, so that the first one is as quick as the next. */
  prepare(options: FoldOptions = {}): void {
    this.#fold(options);
  }

  /**
   * All matches of a query, in order, not overlapping. White space in the query matches any run of it,
   * the separators between blocks included, so a phrase is found across a line or list item. A query
   * that is empty or all white space matches nothing.
   */
  find(query: string, options: FindOptions = {}): Matches {
    const folded = this.#fold(options);
    const needle = foldText(query.toWellFormed().normalize('NFC'), options);
    const limit = options.limit ?? DEFAULT_LIMIT;
    const starts: number[] = [];
    let total = 0;
    if (needle.trim() !== '') {
      folded.search(needle, (at) => {
        if (options.wholeWord && !this.#isWhole(folded.sourceOf(at, at + needle.length))) return;
        if (total < limit) starts.push(at);
        total++;
      });
    }
    return new Matches(folded, starts, needle.length, total);
  }

  #fold({ caseSensitive = false, diacritics = false }: FoldOptions): FoldedText {
    const key = `${caseSensitive}/${diacritics}`;
    let folded = this.#folded.get(key);
    if (!folded) {
      folded = new FoldedText(this.#text, { caseSensitive, diacritics });
      this.#folded.set(key, folded);
    }
    return folded;
  }

  #isWhole({ start, end }: Span): boolean {
    return isWordEdge(this.#text, start) && isWordEdge(this.#text, end);
  }
}

/** One search. Where more follow on the same text, a `Finder` does the preparing once. */
export function find(source: Draft | string, query: string, options: FindOptions = {}): Matches {
  return new Finder(typeof source === 'string' ? source : source.text).find(query, options);
}

/** Whether a word may begin or end at an offset: not between two letters of a script with spaces. */
export function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = characterBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) as number); // in range
  if (!isOfWord(before) || !isOfWord(after)) return true;
  return isUnspaced(before) || isUnspaced(after);
}

// Expressions that name properties of Unicode take half a millisecond each to set up: here they wait for their use.

function isOfWord(character: string): boolean {
  return /^[\p{L}\p{N}\p{M}_]$/u.test(character);
}

/** Of a script written without spaces: every edge of a character may be the edge of a word. */
function isUnspaced(character: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u.test(character);
}

function characterBefore(text: string, offset: number): string {
  const last = text.charCodeAt(offset - 1);
  const isPair = (last & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 2) & 0xfc00) === 0xd800;
  return text.slice(offset - (isPair ? 2 : 1), offset);
}
