import { DIGIT, DOT, FULL, GOES_ON, LOWER, STRONG, UNCASED, UPPER } from './character-class.ts';
import type { LanguageRules } from './language-rules.ts';

/** What comes after a stop: the sentence goes on, or something that may open the next one. */
export type Follow = 'goes-on' | 'number' | 'capital';

/** The longest word that a starter or a verb of speech is. */
const MAX_WORD = 16;
/** How far a parenthesis may reach to be taken for a citation. */
const MAX_CITATION = 120;

/** Looks past quotes, brackets, dashes and symbols at the first letter or digit from `at` on. */
export function follow(text: string, classes: Uint8Array, at: number, to: number): Follow {
  if (classes[text.charCodeAt(at)] === GOES_ON) return 'goes-on';
  for (let i = at; i < to; i++) {
    switch (classes[text.charCodeAt(i)]) {
      case UPPER:
      case UNCASED:
        return 'capital';
      case DIGIT:
        return 'number';
      case LOWER:
        return isCamel(text, classes, i, to) ? 'capital' : 'goes-on';
      case DOT:
      case STRONG:
      case FULL:
        // ".NET" opens with a stop; any other stop here belongs to the one before.
        if (!isLetter(classes[text.charCodeAt(i + 1)])) return 'goes-on';
        break;
      default:
    }
  }
  return 'goes-on';
}

/** "iPhone", "eBay": a name that begins a sentence as it is. */
function isCamel(text: string, classes: Uint8Array, at: number, to: number): boolean {
  return at + 2 < to && classes[text.charCodeAt(at + 1)] === UPPER && classes[text.charCodeAt(at + 2)] === LOWER;
}

/** The first word from `at` on, past what is no letter; '' where it is longer than any we know. */
export function firstWord(text: string, classes: Uint8Array, at: number, to: number): { word: string; end: number } {
  let start = at;
  while (start < to && start - at < MAX_WORD && !isLetter(classes[text.charCodeAt(start)])) start++;
  let end = start;
  while (end < to && end - start <= MAX_WORD && isLetter(classes[text.charCodeAt(end)])) end++;
  return { word: end - start > MAX_WORD ? '' : text.slice(start, end), end };
}

/** Whether the text at `at` opens with a word that opens sentences ("In", but not the "I." of a name). */
export function isStarter(text: string, rules: LanguageRules, at: number, to: number): boolean {
  const { word, end } = firstWord(text, rules.classes, at, to);
  return rules.starters.has(word) && text.charCodeAt(end) !== 0x2e;
}

/** Whether a name and a verb of speech stand at `at`: the quotation before is part of their sentence. */
export function isSpeechTag(text: string, rules: LanguageRules, at: number, to: number): boolean {
  const subject = firstWord(text, rules.classes, at, to);
  if (subject.word !== 'I' && rules.starters.has(subject.word)) return false;
  return rules.speech.has(firstWord(text, rules.classes, subject.end, to).word);
}

/**
 * Whether a parenthesis stands at `at` that belongs to the sentence before, as a source after a quotation
 * does: its own text has no stop at its end, and one follows it.
 *
 *     “… [...]” (Lee 55). Then
 */
export function isCitation(text: string, classes: Uint8Array, at: number, to: number): boolean {
  if (text.charCodeAt(at) !== 0x28) return false;
  const limit = Math.min(to, at + MAX_CITATION);
  for (let i = at + 1; i < limit; i++) {
    if (text.charCodeAt(i) !== 0x29) continue;
    const inside = classes[text.charCodeAt(i - 1)];
    const after = i + 1 < to ? classes[text.charCodeAt(i + 1)] : undefined;
    return !isStop(inside) && (isStop(after) || after === GOES_ON);
  }
  return false;
}

function isStop(kind: number | undefined): boolean {
  return kind === DOT || kind === STRONG || kind === FULL;
}

function isLetter(kind: number | undefined): boolean {
  return kind === LOWER || kind === UPPER || kind === UNCASED;
}
