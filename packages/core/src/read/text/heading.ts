import type { HeadingDepth } from '../../article/types.ts';
import { characterClasses, DIGIT, LOWER, UNCASED, UPPER } from '../../segment/character-class.ts';
import { endsInStop, type Line, startOf, textOf } from './line.ts';

/** A line as long as this is a paragraph, however it is written. */
const MAX_HEADING = 90;
const MAX_WORDS = 12;
const RULE = /^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,}|\^{3,}|\+{3,}|#{3,})$/;
const BREAK =
  /^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:~\s*){3,}|(?:=\s*){3,}|(?:#\s*){3,}|(?:\u2022\s*){3,}|\u2042|(?:\u2014\s*){2,})$/;
/** What the parts of a book are called. */
const CHAPTER_WORDS: ReadonlySet<string> = new Set(
  'chapter part book section appendix volume act scene kapitel teil chapitre partie capitulo capítulo parte capitolo hoofdstuk глава часть'.split(
    ' ',
  ),
);
/** What stands after one of them. */
const CHAPTER_NUMBER = /^\s+(?:\d{1,4}|[IVXLC]{1,8}|[A-Z]|[A-Za-z]{2,12})\b(?<after>.*)$/iu;
const COUNT_WORDS =
  /^\S+\s+(?:\d{1,4}|[IVXLCivxlc]{1,8}|[A-Z]|(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|last))\b/i;
/** "2.1 Methods", "3. Results"; the groups of digits give the depth. */
const NUMBERED = /^(\d{1,3}(?:\.\d{1,3}){0,4})(\.)?\s+(\S.*)$/;

/** Whether a line is a rule that may stand under a heading. */
export function isRule(text: string): boolean {
  return text.length >= 3 && isRuleMark(text) && RULE.test(text);
}

/** Whether a line, standing alone, separates parts of the text ("* * *"). */
export function isBreak(text: string): boolean {
  return text.length <= 200 && isRuleMark(text) && BREAK.test(text);
}

/** A quick look before the long one: rules and breaks open with no letter or digit. */
function isRuleMark(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x30 || (code > 0x39 && code < 0x41) || (code > 0x5a && code < 0x61) || code > 0x7a;
}

/** Whether `text` over the rule `under` is a heading: the rule is about as long as the text. */
export function isUnderlined(text: string, under: string): boolean {
  return (
    text.length <= MAX_HEADING &&
    isRule(under) &&
    under.length * 2 >= text.length &&
    under.length <= text.length * 2 + 8
  );
}

/** "CHAPTER IV", "Part One", "Section 3: Results". */
export function isChapter(text: string): boolean {
  const space = text.search(/\s/);
  if (space < 0 || text.length > MAX_HEADING || !CHAPTER_WORDS.has(text.slice(0, space).toLowerCase())) return false;
  if (!COUNT_WORDS.test(text)) return false;
  const after = CHAPTER_NUMBER.exec(text.slice(space))?.groups?.['after'];
  if (after === undefined) return false;
  // "Part two of the plan failed." is a sentence; "Chapter 2: It rains." hardly.
  return /^[\s.:\u2013\u2014-]*$/.test(after) || (/^\s?[.:\u2013\u2014-]/.test(after) && !after.endsWith(','));
}

/** A line in capitals without a stop at its end. */
export function isCapitals(text: string): boolean {
  if (text.length > MAX_HEADING || /[.,;:]$/.test(text)) return false;
  const classes = characterClasses();
  let upper = 0;
  let others = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)];
    if (kind === LOWER || kind === UNCASED) return false;
    if (kind === UPPER) upper++;
    else if (kind !== DIGIT) others++;
  }
  return upper >= 3 && upper > others && text.split(/\s+/).length <= MAX_WORDS;
}

/** The number and depth of a numbered heading; `undefined`: the line is none. */
export function numberedHeading(text: string): { number: string; depth: HeadingDepth } | undefined {
  if (text.length > MAX_HEADING || endsInStop(text) || /[,;:]$/.test(text)) return undefined;
  const match = NUMBERED.exec(text);
  if (!match) return undefined;
  const [, number = '', dot, words = ''] = match;
  const levels = number.split('.').length;
  if ((dot === undefined && levels === 1) || startOf(words) !== 'upper' || words.split(/\s+/).length > MAX_WORDS)
    return undefined;
  return { number, depth: Math.min(levels + 1, 6) as HeadingDepth }; // 2 to 6
}

/** Whether two lines may be a heading of two lines: "CHAPTER I." over its title. */
export function isTitleOfChapter(line: Line): boolean {
  const text = textOf(line);
  return text.length <= MAX_HEADING && !/[.,;:]$/.test(text) && startOf(text) !== 'lower';
}
