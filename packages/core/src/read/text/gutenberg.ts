import type { MetaDraft } from '../../article/meta.ts';
import { isBlank, textOf } from './line.ts';
import { endOfChunk, type Lines, skipBlank } from './lines.ts';
import { setAuthors } from './byline.ts';

/** The lines that hold the book. */
export interface LineRange {
  from: number;
  to: number;
}

const START = /^\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK\b/i;
const END = /^(?:\*{3} ?)?END OF (?:THE |THIS )?PROJECT GUTENBERG(?:'S|’S)?\b/i;
const PRODUCED = /^(?:produced|e-?text prepared|transcribed) by\b/i;
const FIELD = /^(Title|Author|Language): +(\S.*)$/;
/** The licence before the book is shorter than this in every edition. */
const MAX_HEADER = 1000;
/** The header names languages in English. */
const LANGUAGES: Readonly<Record<string, string>> = {
  English: 'en',
  French: 'fr',
  German: 'de',
  Spanish: 'es',
  Italian: 'it',
  Portuguese: 'pt',
  Dutch: 'nl',
  Finnish: 'fi',
  Swedish: 'sv',
  Danish: 'da',
  Latin: 'la',
  Greek: 'el',
  Russian: 'ru',
  Polish: 'pl',
  Chinese: 'zh',
  Japanese: 'ja',
};

/**
 * Finds the book inside a Project Gutenberg file: takes title, author and language from its header into
 * the metadata, and leaves header, producers and licence out. `undefined`: it is no such file.
 */
export function readGutenberg(lines: Lines, meta: MetaDraft): LineRange | undefined {
  const limit = Math.min(lines.length, MAX_HEADER);
  let start = 0;
  while (start < limit && !START.test(lines.at(start).raw)) start++;
  if (start === limit) return undefined;
  readHeader(lines, start, meta);

  // A long title may take the marker over several lines.
  let from = start;
  while (from < lines.length && from < start + 4 && !lines.at(from).raw.endsWith('***')) from++;
  from = skipBlank(lines, Math.min(from, start + 3) + 1, lines.length);
  let to = lines.length;
  for (let i = lines.length - 1; i > from; i--) if (END.test(textOf(lines.at(i)))) to = i;
  while (to > from && isBlank(lines.at(to - 1))) to--;
  if (from < to && PRODUCED.test(textOf(lines.at(from)))) from = skipBlank(lines, endOfChunk(lines, from, to), to);
  return { from, to };
}

function readHeader(lines: Lines, end: number, meta: MetaDraft): void {
  for (let i = 0; i < end; i++) {
    const field = FIELD.exec(lines.at(i).raw);
    if (!field) continue;
    let value = field[2] as string; // the expression has it
    for (let next = lines.at(i + 1); i + 1 < end && next.lead > 0 && !isBlank(next); next = lines.at(i + 1)) {
      value += ` ${textOf(next)}`;
      i++;
    }
    if (field[1] === 'Title') meta.set('title', value, 'text');
    else if (field[1] === 'Author') setAuthors(meta, [value]);
    else if (Object.hasOwn(LANGUAGES, value)) meta.set('language', LANGUAGES[value], 'text');
  }
}
