import { characterClasses, DIGIT, DOT, FULL, LOWER, STRONG, UNCASED, UPPER } from '../../segment/character-class.ts';

/** One line of a plain text. */
export interface Line {
  /** The line without white space at its end; '' for a blank one. */
  raw: string;
  /** How many characters of white space it starts with. */
  lead: number;
  /** The column where its text starts; a tab goes to the next multiple of 8. */
  indent: number;
  /** The column where it ends. */
  width: number;
}

export const BLANK: Line = { raw: '', lead: 0, indent: 0, width: 0 };
const TAB = 8;
/** So much of a line's end may be references. */
const MAX_REFERENCES = 60;

/** Makes a line of what stands at column `start`. */
export function toLine(text: string, start = 0): Line {
  const raw = text.trimEnd();
  if (raw === '') return BLANK;
  let lead = 0;
  let indent = start;
  for (; lead < raw.length; lead++) {
    const code = raw.charCodeAt(lead);
    if (code === 0x20 || code === 0xa0) indent++;
    else if (code === 0x09) indent += TAB - (indent % TAB);
    else if (code === 0x3000) indent += 2;
    else if (code !== 0xfeff) break;
  }
  return { raw, lead, indent, width: indent + raw.length - lead };
}

export function isBlank(line: Line): boolean {
  return line.raw === '';
}

/** The line without the white space around it. */
export function textOf(line: Line): string {
  return line.lead === 0 ? line.raw : line.raw.slice(line.lead);
}

const CLOSERS = '"\'\u201D\u2019\u00BB)]}*_\u300D\u300F\u00B9\u00B2\u00B3';
/** "… its end.[12]": a reference to a note after the stop. */
const REFERENCES = /(?:\[\d{1,4}\])+$/;

/** Whether a text ends like a sentence: with a stop, quotes, brackets and references after it aside. */
export function endsInStop(text: string): boolean {
  const bare = text.endsWith(']') ? text.slice(-MAX_REFERENCES).replace(REFERENCES, '') : text;
  let at = bare.length - 1;
  while (at > 0 && CLOSERS.includes(bare.charAt(at))) at--;
  const kind = characterClasses()[bare.charCodeAt(at)];
  return kind === DOT || kind === STRONG || kind === FULL;
}

/** How a text starts, past quotes and brackets. */
export function startOf(text: string): 'upper' | 'lower' | 'digit' | 'uncased' | 'other' {
  const classes = characterClasses();
  for (let i = 0; i < text.length && i < 4; i++) {
    switch (classes[text.charCodeAt(i)]) {
      case UPPER:
        return 'upper';
      case LOWER:
        return 'lower';
      case DIGIT:
        return 'digit';
      case UNCASED:
        return 'uncased';
      default:
    }
  }
  return 'other';
}

/** How many letters of each case a text has. */
export function countLetters(text: string): { upper: number; lower: number; uncased: number; digits: number } {
  const classes = characterClasses();
  const count = { upper: 0, lower: 0, uncased: 0, digits: 0 };
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)];
    if (kind === UPPER) count.upper++;
    else if (kind === LOWER) count.lower++;
    else if (kind === UNCASED) count.uncased++;
    else if (kind === DIGIT) count.digits++;
  }
  return count;
}
