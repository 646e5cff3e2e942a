import { cleanCharacters } from '../article/normalize.ts';
import type { Reader } from './reader.ts';
import { BodyReader } from './text/body.ts';
import { findFootnotes } from './text/footnotes.ts';
import { readFront } from './text/front.ts';
import { readGutenberg } from './text/gutenberg.ts';
import { measure } from './text/layout.ts';
import { listLines, skipBlank, splitLines } from './text/lines.ts';
import { readMailHeader } from './text/mail-header.ts';

/**
 * Reads plain text. In order: what a Project Gutenberg file puts around its book, a header as mail has it,
 * headline, byline and dateline, the footnotes at the end, then the body between. When in doubt, a line is
 * part of a paragraph: nothing of the text is lost but what became metadata or structure.
 */
export const readText: Reader = (text, { codeLanguage }, builder, meta) => {
  if (codeLanguage !== undefined) {
    builder.open({ type: 'code', lang: codeLanguage });
    builder.text(text);
    builder.close();
    return undefined;
  }
  const lines = splitLines(cleanCharacters(text));
  const book = readGutenberg(lines, meta);
  let from = skipBlank(lines, book?.from ?? 0, lines.length);
  const to = book?.to ?? lines.length;
  const header = book ? undefined : readMailHeader(lines, from, to, meta);
  if (header) from = header.end;

  const layout = measure(lines.slice(from, to));
  const front = header ? undefined : readFront(lines, from, to, layout, meta);
  if (front) from = front.end;
  const footnotes = findFootnotes(lines, from, to);
  const body = new BodyReader(builder, layout, footnotes?.labels ?? new Set());
  if (header) body.lines(listLines(header.rest));
  if (front?.heading !== undefined) body.heading(front.heading, 1);
  body.read(lines, from, footnotes?.start ?? to);
  for (const note of footnotes?.notes ?? []) body.footnote(note);
  return undefined;
};
