import { DIGIT, LOWER, SPACE, UNCASED, UPPER } from './character-class.ts';
import { firstWord, type Follow, isStarter } from './follow.ts';
import { type AbbreviationKind, type LanguageRules, mayBeListed } from './language-rules.ts';
import type { Stop } from './stop.ts';

const FULL_STOP = 0x2e;
/** Degree sign, ordinal indicator and numero sign: parts of "N°", "Nº", "№". */
const NUMBER_SIGNS: ReadonlySet<number> = new Set([0xb0, 0xba, 0x2116]);
/** How far back to look for the word before an initial or a time. */
const MAX_BACK = 24;
/** "At 5 a.m.": with at most so many words before it, a time has no statement before it. */
const MAX_TIME_WORDS = 2;
/** Ordinals are days, centuries, world wars: two digits at most. */
const MAX_ORDINAL_DIGITS = 2;

/** A full stop, and where its sentence starts and its text ends. */
export interface FullStop {
  text: string;
  rules: LanguageRules;
  stop: Stop;
  from: number;
  to: number;
}

/** Whether one full stop ends a sentence, by the word before it and what follows (not `goes-on`). */
export function fullStopEnds(at: FullStop, next: Exclude<Follow, 'goes-on'>): boolean {
  const { text, rules, stop, to } = at;
  const before = rules.classes[text.charCodeAt(stop.start - 1)];
  if (before === DIGIT) return !rules.ordinals || !isOrdinal(at) || isStarter(text, rules, stop.next, to);
  const start = wordStart(at);
  const kind = kindOf(at, start);
  if (kind === undefined) return true;
  if (kind === 'never') return false;
  // A quotation that closes here is whole: “… of Apple Inc.” Critics …
  if (stop.quoted) return true;
  if (next === 'number') return false;
  switch (kind) {
    case 'number':
      return !isNumberLike(at);
    case 'either':
      return isStarter(text, rules, stop.next, to);
    case 'initial':
      return initialEnds(at, start);
    case 'time':
      return timeEnds(at, start);
    default:
      return true;
  }
}

/** Where the word before the stop starts, at most as far back as the longest abbreviation goes. */
function wordStart({ text, rules, stop, from }: FullStop): number {
  const earliest = Math.max(from, stop.start - rules.longest - 1);
  let start = stop.start;
  for (; start > earliest; start--) {
    const code = text.charCodeAt(start - 1);
    if (!isLetter(rules.classes[code]) && code !== FULL_STOP && !NUMBER_SIGNS.has(code)) break;
  }
  return start;
}

/** What the word before the stop is; `undefined`: no abbreviation. */
function kindOf(at: FullStop, start: number): AbbreviationKind | 'initial' | undefined {
  const { text, rules, stop } = at;
  if (start === stop.start || stop.start - start > rules.longest) return undefined;
  const word = text.slice(start, stop.start);
  const listed = word.length === 1 ? letterKind(at, start, word) : listedKind(rules, word);
  if (listed === 'unit') return followsNumber(at, start) ? 'capital' : undefined;
  if (listed !== undefined) return listed;
  if (word.length === 1) return 'initial';
  return isAcronym(rules.classes, word) ? 'either' : undefined;
}

function listedKind(rules: LanguageRules, word: string): AbbreviationKind | undefined {
  if (!mayBeListed(rules, word)) return undefined;
  const { abbreviations } = rules;
  return abbreviations.get(word) ?? abbreviations.get(word.toLowerCase());
}

/** A letter with the one before it ("z. B."), or alone; a capital alone is an initial, whatever the small one is. */
function letterKind(at: FullStop, start: number, letter: string): AbbreviationKind | undefined {
  const first = inTwoParts(at, start);
  return (first && listedKind(at.rules, first + letter)) || at.rules.abbreviations.get(letter);
}

/** "z." before the "B" of "z. B.": what the table writes as `z.b`; '' where there is no such letter. */
function inTwoParts({ text, rules, from }: FullStop, start: number): string {
  const letter = start - 3;
  if (letter < from || text.charCodeAt(start - 2) !== FULL_STOP) return '';
  if (rules.classes[text.charCodeAt(start - 1)] !== SPACE || !isLetter(rules.classes[text.charCodeAt(letter)]))
    return '';
  return text.slice(letter, start - 1);
}

/** "U.S", "N.A.T.O": single letters between full stops. */
function isAcronym(classes: Uint8Array, word: string): boolean {
  if (word.length % 2 === 0) return false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (i % 2 === 0 ? !isLetter(classes[code]) : code !== FULL_STOP) return false;
  }
  return true;
}

function followsNumber({ text, rules, from }: FullStop, start: number): boolean {
  let at = start;
  while (at > from && start - at < 2 && rules.classes[text.charCodeAt(at - 1)] === SPACE) at--;
  return at > from && rules.classes[text.charCodeAt(at - 1)] === DIGIT;
}

/** "Vol. IV", "Fig. B": what follows counts, though it is no number. */
function isNumberLike({ text, rules, stop, to }: FullStop): boolean {
  const { word } = firstWord(text, rules.classes, stop.next, to);
  if (word.length === 1) return word !== 'I' && word !== 'A';
  for (let i = 0; i < word.length; i++) if (!'IVXLC'.includes(word.charAt(i))) return false;
  return word !== '';
}

/**
 * A single letter with a full stop is an initial ("Ann B. Lee", "z. B."), unless a word that opens
 * sentences follows ("Plan B. Then"), or it is the pronoun or a variable and no name stands around it
 * ("you and I. Did", "solve for x. Next").
 */
function initialEnds(at: FullStop, start: number): boolean {
  const { text, rules, stop, to, from } = at;
  const { classes } = rules;
  if (isStarter(text, rules, stop.next, to)) return true;
  const { word, end } = firstWord(text, classes, stop.next, to);
  if (word.length === 1 && text.charCodeAt(end) === FULL_STOP) return false;
  const letter = text.charCodeAt(start);
  if (classes[letter] === LOWER) return !rules.ordinals;
  if (letter !== 'I'.charCodeAt(0)) return false;
  // The pronoun follows a word in lower case, the initial of a name another name.
  let back = start - 1;
  if (back <= from || classes[text.charCodeAt(back)] !== SPACE) return false;
  while (back > from && start - back < MAX_BACK && classes[text.charCodeAt(back - 1)] !== SPACE) back--;
  return classes[text.charCodeAt(back)] === LOWER;
}

/** "left at 6 p.m. Mr. Lee …" ends; "at 6 p.m. Eastern" and "At 5 a.m. Mr. Lee left" do not. */
function timeEnds({ text, rules, stop, from, to }: FullStop, start: number): boolean {
  if (rules.timeFollowers.has(firstWord(text, rules.classes, stop.next, to).word)) return false;
  if (start - from > MAX_BACK) return true;
  let words = 0;
  for (let i = from; i < start; i++) if (rules.classes[text.charCodeAt(i)] === SPACE) words++;
  return words > MAX_TIME_WORDS;
}

/** A whole number of one or two digits that does not open the sentence. */
function isOrdinal({ text, rules, stop, from }: FullStop): boolean {
  let start = stop.start;
  while (start > from && stop.start - start <= MAX_ORDINAL_DIGITS) {
    if (rules.classes[text.charCodeAt(start - 1)] !== DIGIT) break;
    start--;
  }
  const digits = stop.start - start;
  return digits <= MAX_ORDINAL_DIGITS && (start === from || rules.classes[text.charCodeAt(start - 1)] === SPACE);
}

function isLetter(kind: number | undefined): boolean {
  return kind === LOWER || kind === UPPER || kind === UNCASED;
}
