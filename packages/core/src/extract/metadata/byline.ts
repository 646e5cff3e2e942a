import { findDate } from '../../read/date.ts';
import type { TextNodePiece, TextPiece } from './facts.ts';
import { introducesName, isByline, isFullName, isJob, isPersonal, namesOf } from './name.ts';

/** Names that a line of text gives; `text` is the line, where it is a byline and not only the names. */
export interface Line {
  names: string[];
  text?: string;
}

/** A byline with names, jobs and a date is not longer. In code units. */
const LONGEST_BYLINE = 120;
const LONGEST_NAMES = 80;
const LONGEST_DATE = 40;
const LONGEST_JOB = 40;
const STARTER = /^(?:thread starter|original poster|topic starter|started by|asked by)\s*:?$/i;
const CREDIT = /^\s*(?:(?:written|article|story|words|posted) by\b|author:)/i;

/** A "By Ann Lee" in one piece of text, or "By" and the name in the next. */
export function bylineNear(texts: readonly TextPiece[]): Line | undefined {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]?.text ?? '';
    if (text.length <= LONGEST_BYLINE && isByline(text) && startsWithCapital(text))
      return { names: namesOf(text), text };
    const next = texts[i + 1]?.text;
    if (next === undefined || next.length > LONGEST_NAMES || !introducesName(text)) continue;
    const names = namesOf(next);
    if (names.length > 0) return { names, text: `${text} ${next}` };
  }
  return undefined;
}

/** Who began a thread, as forums say under its title. */
export function threadStarter(texts: readonly TextPiece[]): Line | undefined {
  const at = texts.findIndex(({ text }) => STARTER.test(text));
  const names = at < 0 ? [] : [texts[at + 1], texts[at - 1]].flatMap((piece) => namesOf(piece?.text ?? ''));
  return names[0] === undefined ? undefined : { names: [names[0]] };
}

/** A full name with a job under it. */
export function besideJob(texts: readonly TextPiece[]): Line | undefined {
  for (let i = 0; i + 1 < texts.length; i++) {
    const [name = '', job = ''] = [texts[i]?.text, texts[i + 1]?.text];
    if (job.length <= LONGEST_JOB && isJob(job) && isFullName(name)) return { names: namesOf(name) };
  }
  return undefined;
}

/** Names that stand right before or after the date under a title, with nothing that introduces them. */
export function besideDate(texts: readonly TextPiece[]): Line | undefined {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]?.text ?? '';
    if (text.length > LONGEST_DATE || findDate(text) === undefined) continue;
    for (const beside of [texts[i - 1], texts[i + 1], texts[i - 2], texts[i + 2]]) {
      const names = beside === undefined || !isFullName(beside.text) ? [] : namesOf(beside.text);
      if (names.length > 0 && names.every(isPersonal)) return { names };
    }
  }
  return undefined;
}

/** "Written by Ann Lee" anywhere on the page, as articles credit their authors at the end. */
export function creditLine(texts: readonly TextNodePiece[]): Line | undefined {
  for (let i = 0; i < texts.length; i++) {
    if (!CREDIT.test(texts[i]?.raw ?? '')) continue;
    const text = texts[i]?.text ?? '';
    if (text.length > LONGEST_NAMES) continue;
    const names = namesOf(text);
    if (names.length > 0) return { names, text };
    const next = texts[i + 1]?.text ?? '';
    if (introducesName(text) && next.length <= 60 && startsWithCapital(next))
      return { names: namesOf(next), text: `${text} ${next}` };
  }
  return undefined;
}

/** "By Ann", not "by the end of the day" in the middle of some text. */
function startsWithCapital(byline: string): boolean {
  const [name = ''] = namesOf(byline);
  return name.split(' ').length <= 5 && /^[\p{Lu}\p{Lo}]/u.test(name);
}
