import { type CharacterTable, isEast, LINE, lineClassOf, traitsOf } from './character-table.ts';
import type { WordBoundaries } from './complex-script.ts';
import { BREAK, pairRule } from './pair-rules.ts';

/** A text that is being broken into lines, and what that takes. */
export interface BreakContext {
  text: string;
  /** End of the part that is broken. */
  limit: number;
  table: CharacterTable;
  rules: Uint8Array;
  words: WordBoundaries;
}

const { AL, AK, AS, B2, CL, CP, EX, GL, HH, HL, HY, IS, LF, NU, OP, QF, QI, QU, RI, SA, SP, SY, VF, VI, WJ, ZW } = LINE;
const { CM, ID, ZWJ, H, JL, JT, JV } = LINE;
const SPACE = 0x20;
const COLON = 0x3a;

/**
 * Whether a line that starts at `start` may end between the character before `end`, of class `a`, and the one at
 * `at`, of class `b`; white space stands from `end` to `at`. Called where the two classes do not decide it.
 */
export function mayBreak(context: BreakContext, start: number, end: number, at: number, a: number, b: number): boolean {
  const before = baseBefore(context, start, end);
  if (end < at) return mayBreakSpaced(context, start, before, at, a, b);
  if (b === QI) return isEastAt(context, before) && isEastAt(context, after(context, at)) && pair(context, a, ID);
  if (a === QF)
    return isEastAt(context, baseBefore(context, start, before)) && isEastAt(context, at) && pair(context, ID, b);
  switch (a) {
    case HY:
    case HH:
      return afterHyphen(context, start, before, at, b);
    case SY:
      return afterSlash(context, start, before, at, b);
    case B2:
      return before > start && context.text.charCodeAt(before - 1) !== SPACE;
    case SA:
      return b !== SA || context.words.isBoundary(at);
    case RI:
      // LB30a: the two halves of a flag are one cluster, which is never asked about.
      return true;
    case VI:
      return !isAksara(classAt(context, baseBefore(context, start, before)));
    case AK:
    case AS:
      // LB28a: an aksara before a final virama belongs to the one before it.
      return classAt(context, after(context, at)) !== VF;
    case CL:
    case CP:
      return !isNumberBefore(context, start, before);
    case IS:
      return !isNumberBefore(context, start, end);
    default:
      if (b === OP) return opensBreak(context, at, a);
      return true;
  }
}

/** LB15a, LB15b and LB15c: around quotes with spaces inside, and before `.5`. */
function mayBreakSpaced(
  context: BreakContext,
  start: number,
  before: number,
  at: number,
  a: number,
  b: number,
): boolean {
  if (b === IS) return classAt(context, after(context, at)) === NU;
  if (a === QI) {
    const outside = classAt(context, before > start ? previous(context, before) : -1);
    if (outside < 0 || isOneOf(outside, [OP, QU, QI, QF, GL, SP, ZW])) return false;
  }
  if (b === QF) {
    const next = after(context, at);
    const outside = classAt(context, next);
    if (outside < 0 || isOneOf(outside, [SP, GL, WJ, CL, QU, QI, QF, CP, EX, IS, SY, LF, ZW])) return false;
  }
  return true;
}

/**
 * LB20a (not after the hyphen that begins a word) and LB21a (Hebrew). Own: a hyphen with a single letter on
 * either side (e-mail, T-shirt, vitamin C-) stays with it; more than one hyphen in a row is a dash.
 */
function afterHyphen(context: BreakContext, start: number, hyphen: number, at: number, b: number): boolean {
  let first = hyphen;
  let count = 1;
  for (let base = baseBefore(context, start, first); base >= 0; base = baseBefore(context, start, first)) {
    const cls = classAt(context, base);
    if (cls !== HY && cls !== HH) {
      if (cls === HL && b !== HL) return false;
      break;
    }
    first = base;
    count++;
  }
  if (b !== AL && b !== HL && b !== SA) return true;
  if (isWordStart(context, start, first)) return false;
  return count > 1 || (hasTwoBefore(context, start, first) && hasTwoAfter(context, at));
}

/**
 * LB25 (not within 10/2026). Own: a slash that begins a word, that ends the scheme of a URL or that stands beside
 * a single letter (w/o, km/h) does not end a line.
 */
function afterSlash(context: BreakContext, start: number, slash: number, at: number, b: number): boolean {
  let first = slash;
  for (let base = baseBefore(context, start, first); base >= 0; base = baseBefore(context, start, first)) {
    if (classAt(context, base) !== SY) break;
    first = base;
  }
  if (isWordStart(context, start, first) || context.text.charCodeAt(first - 1) === COLON) return false;
  if (b === NU) return !isNumberBefore(context, start, slash);
  return (b !== AL && b !== SA) || (hasTwoBefore(context, start, first) && hasTwoAfter(context, at));
}

/** LB25 (`$(12)`) and LB30 (`word(s)`, but not before a wide bracket). */
function opensBreak(context: BreakContext, at: number, a: number): boolean {
  if (a === AL || a === HL || a === NU || a === SA) return isEastAt(context, at);
  const next = after(context, at);
  const cls = classAt(context, next);
  return cls !== NU && (cls !== IS || classAt(context, after(context, next)) !== NU);
}

function isWordStart(context: BreakContext, start: number, at: number): boolean {
  if (at <= start) return true;
  const cls = classAt(context, previous(context, at));
  return cls === SP || cls === ZW || cls === GL || cls === OP || cls === QI || cls === QU;
}

/** Whether two characters of a word stand before `at`. */
function hasTwoBefore(context: BreakContext, start: number, at: number): boolean {
  const last = baseBefore(context, start, at);
  return last >= 0 && isWord(classAt(context, last)) && isWord(classAt(context, baseBefore(context, start, last)));
}

function hasTwoAfter(context: BreakContext, at: number): boolean {
  return isWord(classAt(context, after(context, at)));
}

function isWord(cls: number): boolean {
  return (
    cls === AL || cls === NU || cls === HL || cls === SA || cls === ID || cls === H || isAksara(cls) || isJamo(cls)
  );
}

function isJamo(cls: number): boolean {
  return cls === JL || cls === JV || cls === JT;
}

function isAksara(cls: number): boolean {
  return cls === AK || cls === AS;
}

/** Whether a number, and perhaps signs that stand in numbers, ends at `end`. */
function isNumberBefore(context: BreakContext, start: number, end: number): boolean {
  for (let base = baseBefore(context, start, end); base >= 0; base = baseBefore(context, start, base)) {
    const cls = classAt(context, base);
    if (cls === NU) return true;
    if (cls !== SY && cls !== IS) return false;
  }
  return false;
}

/** Offset of the character that ends at `end`, its marks skipped; -1 where the line begins. */
function baseBefore(context: BreakContext, start: number, end: number): number {
  let at = end;
  while (at > start) {
    at = previous(context, at);
    const cls = classAt(context, at);
    if (cls !== CM && cls !== ZWJ) return at;
  }
  // A line that begins with marks: the first stands for a letter (LB10).
  return end > start ? start : -1;
}

function previous({ text }: BreakContext, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? at - 2 : at - 1;
}

/** Offset of the character after the one at `at`, its marks skipped; -1 at the end. */
function after(context: BreakContext, at: number): number {
  if (at < 0) return -1;
  let next = at;
  do {
    next += (context.text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1;
    if (next >= context.limit) return -1;
  } while (classAt(context, next) === CM || classAt(context, next) === ZWJ);
  return next;
}

/** Class of the character at `at`; -1 where there is none. */
function classAt({ text, table }: BreakContext, at: number): number {
  return at < 0 ? -1 : lineClassOf(traitsOf(text.codePointAt(at) ?? 0, table));
}

function isEastAt({ text, table }: BreakContext, at: number): boolean {
  return at >= 0 && isEast(traitsOf(text.codePointAt(at) ?? 0, table));
}

function pair({ rules }: BreakContext, a: number, b: number): boolean {
  return (pairRule(rules, a, b) & BREAK) !== 0;
}

function isOneOf(cls: number, classes: readonly number[]): boolean {
  return classes.includes(cls);
}
