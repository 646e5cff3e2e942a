import type { MetaDraft } from '../../article/meta.ts';
import { setAuthors } from './byline.ts';
import { findDate } from '../date.ts';
import { type Line, textOf, toLine } from './line.ts';
import { endOfChunk, type Lines } from './lines.ts';

const FIELD = /^([A-Za-z][A-Za-z-]{1,30}): +(\S.*)$/;
const KNOWN = new Set(
  'from to cc bcc subject date sent reply-to sender organization newsgroups message-id title author received return-path'.split(
    ' ',
  ),
);
/** How many known fields make a header: "Note: …" alone is a paragraph. */
const LEAST_KNOWN = 2;
const ADDRESS = /^(?:"?([^"<>]*?)"?\s*)?<([^<>\s]+@[^<>\s]+)>$/;
const NAME_IN_BRACKETS = /^[^()\s]+@[^()\s]+ \(([^()]+)\)$/;

/** No address is longer; the expressions above look at no more. */
const MAX_ADDRESS = 500;

/** A header that was read: where it ends, and its lines that say what metadata has no field for. */
export interface MailHeader {
  end: number;
  rest: Line[];
}

/**
 * Reads a header as mail has it ("From: …", "Subject: …", "Date: …") from line `from` on: subject, sender
 * and date into the metadata. `undefined`: there is none.
 */
export function readMailHeader(lines: Lines, from: number, to: number, meta: MetaDraft): MailHeader | undefined {
  if (!FIELD.test(lines.at(from).raw)) return undefined;
  const end = endOfChunk(lines, from, to);
  const fields: { name: string; value: string; line: string }[] = [];
  for (let i = from; i < end; i++) {
    const line = lines.at(i);
    const last = fields.at(-1);
    if (line.lead > 0 && last) {
      last.value += ` ${textOf(line)}`;
      last.line += ` ${textOf(line)}`;
      continue;
    }
    const field = FIELD.exec(line.raw);
    if (!field) return undefined;
    fields.push({ name: (field[1] as string).toLowerCase(), value: field[2] as string, line: line.raw }); // both groups match
  }
  const known = new Set(fields.filter(({ name }) => KNOWN.has(name)).map(({ name }) => name));
  if (known.size < LEAST_KNOWN) return undefined;
  const rest = fields.filter(({ name, value }) => !lift(name, value, meta)).map(({ line }) => toLine(line));
  return { end, rest };
}

/** Whether the field's value went into the metadata. */
function lift(name: string, value: string, meta: MetaDraft): boolean {
  switch (name) {
    case 'subject':
    case 'title':
      return meta.set('title', value, 'text');
    case 'from':
    case 'author': {
      if (value.length > MAX_ADDRESS) return false;
      const address = ADDRESS.exec(value);
      const person = address?.[1] || NAME_IN_BRACKETS.exec(value)?.[1] || address?.[2] || value;
      if (!setAuthors(meta, [person])) return false;
      meta.set('byline', value, 'text');
      return true;
    }
    case 'date':
    case 'sent':
      return meta.set('published', findDate(value), 'text');
    default:
      return false;
  }
}
