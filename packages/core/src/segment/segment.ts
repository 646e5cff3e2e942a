import { FULL, GOES_ON, LINE_END, LOWER, SPACE, UPPER } from './character-class.ts';
import { firstWord, follow, isCitation, isSpeechTag } from './follow.ts';
import { fullStopEnds } from './full-stop.ts';
import { inlineItems, skipMarker } from './inline-list.ts';
import { type LanguageRules, rulesFor } from './language-rules.ts';
import { endsLine, endsProse } from './line.ts';
import { readStop, type Stop } from './stop.ts';
import { UnspacedStops } from './unspaced.ts';

/**
 * Splits one block's text into sentences. Returns the end offset of each sentence, ascending; the last is
 * `text.length`, so that the sentences tile the text (white space after a sentence belongs to it).
 *
 *     Mr. Lee left. “Why?” she asked.
 *                   ^                ^   [14, 31]
 *
 * The rules are our own and so is their table of letters, so that no version of an engine or of Unicode
 * moves a boundary. `language` is a BCP 47 tag; it chooses the abbreviations. Time is linear.
 */
export function segment(text: string, language?: string): number[] {
  const rules = rulesFor(language);
  const whole: Whole = {
    text,
    rules,
    isProse: endsProse(text, rules.classes),
    unspaced: new UnspacedStops(text, rules),
    stop: -1,
  };
  const ends: number[] = [];
  let from = 0;
  for (const item of inlineItems(text)) {
    segmentPart(whole, from, item, ends);
    from = item;
  }
  segmentPart(whole, from, text.length, ends);
  return ends;
}

/** The text, and what is found out about it once. */
interface Whole {
  text: string;
  rules: LanguageRules;
  isProse: boolean;
  unspaced: UnspacedStops;
  /** The stop that was found last. */
  stop: number;
}

/** Appends the ends of the sentences in `[from, to)`, the last of which ends at `to`. */
function segmentPart(whole: Whole, from: number, to: number, ends: number[]): void {
  const { text, isProse } = whole;
  const { classes } = whole.rules;
  let start = from;
  let at = skipMarker(text, from);
  for (;;) {
    at = nextStop(whole, at);
    if (at >= to) break;
    let end = -1;
    if (classes[text.charCodeAt(at)] === LINE_END) {
      const next = skipSpace(text, classes, at, to);
      if (next < to && endsLine(text, classes, at, next, isProse)) end = next;
      at = next;
    } else {
      const stop = readStop(text, classes, at, to);
      at = stop.next;
      if (stop.next < to) end = endOfSentence(whole, stop, start, to);
    }
    if (end > start && end < to) {
      ends.push(end);
      start = end;
      at = Math.max(at, skipMarker(text, start));
    }
  }
  ends.push(to);
}

/** The next stop or line end from `at` on; past the end where there is none. No stretch is searched twice. */
function nextStop(whole: Whole, at: number): number {
  if (whole.stop < at) {
    const { stops } = whole.rules;
    stops.lastIndex = at;
    whole.stop = stops.test(whole.text) ? stops.lastIndex - 1 : Infinity;
  }
  return whole.stop;
}

/** Where the sentence with this stop ends; -1 where it goes on. */
function endOfSentence(whole: Whole, stop: Stop, from: number, to: number): number {
  const { text, rules, unspaced, isProse } = whole;
  const { classes } = rules;
  if (classes[text.charCodeAt(stop.end - 1)] === FULL) return fullMarkEnds(text, classes, stop) ? stop.next : -1;
  if (stop.next === stop.closed) return unspaced.ends(stop, from) ? stop.closed : -1;

  const next = follow(text, classes, stop.next, to);
  if (next === 'goes-on') {
    return stop.endsLine && endsLine(text, classes, stop.closed, stop.next, isProse) ? stop.next : -1;
  }
  if (isCitation(text, classes, stop.next, to)) return -1;
  if (stop.strong) return stop.quoted && isSpeechTag(text, rules, stop.next, to) ? -1 : stop.next;
  if (stop.dots >= 3) return ellipsisEnds(text, classes, stop, next === 'number', to);
  return fullStopEnds({ text, rules, stop, from, to }, next) || (stop.endsLine && next === 'capital') ? stop.next : -1;
}

/**
 * Stops that need no space after them: nothing but a comma or, in Japanese, the particle after a
 * quotation（「…。」と）carries the sentence on.
 */
function fullMarkEnds(text: string, classes: Uint8Array, stop: Stop): boolean {
  const code = text.charCodeAt(stop.next);
  const isHiragana = code > 0x3040 && code < 0x30a0;
  if (isHiragana && stop.closed > stop.end && stop.next === stop.closed) return false;
  return classes[code] !== GOES_ON;
}

/**
 * An ellipsis before a capital ends a sentence, one before "I" may not. Four full stops after a word are
 * its own and three for what is left out, which then opens the next sentence.
 */
function ellipsisEnds(text: string, classes: Uint8Array, stop: Stop, beforeNumber: boolean, to: number): number {
  if (stop.dots === 3 && (beforeNumber || firstWord(text, classes, stop.next, to).word === 'I')) return -1;
  const before = classes[text.charCodeAt(stop.start - 1)];
  const afterWord = before === LOWER || before === UPPER;
  return stop.dots === 4 && stop.spaced && afterWord && stop.closed === stop.end ? stop.start + 2 : stop.next;
}

function skipSpace(text: string, classes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(classes[text.charCodeAt(at)])) at++;
  return at;
}

function isSpace(kind: number | undefined): boolean {
  return kind === SPACE || kind === LINE_END;
}
