import type { MetaDraft } from '../../article/meta.ts';
import { bylineNames, setAuthors } from './byline.ts';
import { datelineOf } from './dateline.ts';
import { isBreak, isCapitals, isChapter, isUnderlined, numberedHeading } from './heading.ts';
import type { Layout } from './layout.ts';
import { endsInStop, type Line, textOf } from './line.ts';
import { endOfChunk, type Lines, skipBlank } from './lines.ts';
import { markerOf } from './marker.ts';
import { isPreformatted } from './preformatted.ts';

/** No headline is longer. */
const MAX_TITLE = 200;
/** A headline over text without a blank line between is shorter. */
const MAX_RUN_IN_TITLE = 100;
/** A headline of several lines: all in capitals, or set in the middle. */
const MAX_TITLE_LINES = 4;
const CENTRED = 8;
/** So many lines are looked through for prose that a headline may stand over. */
const PROSE_SAMPLE = 200;

/** What stands before the body. */
export interface Front {
  /** First line of the body. */
  end: number;
  /** The headline, where the metadata has another one: it must not be lost. */
  heading?: string;
  /** The rule under the headline, if it has one. */
  rule?: string;
}

/**
 * Reads headline and byline into the metadata, and the dateline that the body opens with. Whatever is not
 * clearly one of them is left to the body.
 */
export function readFront(lines: Lines, from: number, to: number, layout: Layout, meta: MetaDraft): Front {
  const start = skipBlank(lines, from, to);
  const front: Front = { end: start };
  const title = titleEnd(lines, start, to, layout);
  if (title > start) {
    let text = textOf(lines.at(start));
    for (let i = start + 1; i < title; i++) text += ` ${textOf(lines.at(i))}`;
    if (!lift(meta, 'title', text)) front.heading = text;
    front.end = title;
    const under = lines.at(title);
    if (title === start + 1 && isUnderlined(text, textOf(under))) {
      front.rule = textOf(under);
      front.end++;
    }
  }
  if (title > start || meta.has('title')) {
    const at = skipBlank(lines, front.end, to);
    if (at < to && readByline(textOf(lines.at(at)), meta)) front.end = at + 1;
  }
  readDateline(lines, front.end, to, meta);
  return front;
}

/** Index after the headline's last line; `start` where there is none. */
function titleEnd(lines: Lines, start: number, to: number, layout: Layout): number {
  const chunkEnd = endOfChunk(lines, start, to);
  const first = lines.at(start);
  if (start === to) return start;
  const text = textOf(first);
  const second = lines.at(start + 1);
  if (chunkEnd > start + 1 && isUnderlined(text, textOf(second)))
    return hasMore(lines, start + 2, to) ? start + 1 : start;
  if (!isTitleLine(first) || isPreformatted(lines.slice(start, chunkEnd))) return start;
  const count = chunkEnd - start;
  if (count === 1) return hasProse(lines, chunkEnd, to) ? chunkEnd : start;
  if (bylineNames(textOf(second)) && hasMore(lines, start + 2, to)) return start + 1;
  if (count <= MAX_TITLE_LINES && hasProse(lines, chunkEnd, to)) {
    const chunk = lines.slice(start, chunkEnd);
    const isSet =
      chunk.every((line) => isCapitals(textOf(line))) ||
      chunk.every((line) => line.indent >= CENTRED && isTitleLine(line));
    if (isSet) return chunkEnd;
  }
  // One paragraph a line, without blank lines: the first, shorter than the others, is the headline.
  const isRunIn = layout.width === 0 && text.length <= MAX_RUN_IN_TITLE;
  return isRunIn && second.width > MAX_RUN_IN_TITLE && endsInStop(second.raw) ? start + 1 : start;
}

/** A line that can be a headline: short, no stop at its end, none of the other things a line may be. */
function isTitleLine(line: Line): boolean {
  const text = textOf(line);
  if (text.length > MAX_TITLE || /[,;:]$/.test(text)) return false;
  if (endsInStop(text) && !/[!?\u2026\uFF01\uFF1F\u061F]["'”’»)]*$/.test(text) && !isCapitals(text.replace(/\.$/, '')))
    return false;
  if (text.startsWith('>') || isBreak(text) || markerOf(line) || isChapter(text)) return false;
  return numberedHeading(text) === undefined && !bylineNames(text) && datelineOf(text) === undefined;
}

/** Whether text follows that a headline may stand over: some line with a stop, or a long one. */
function hasProse(lines: Lines, from: number, to: number): boolean {
  const limit = Math.min(to, from + PROSE_SAMPLE);
  for (let i = from; i < limit; i++) {
    const line = lines.at(i);
    if (line.raw !== '' && (line.width > MAX_RUN_IN_TITLE || endsInStop(line.raw))) return true;
  }
  return false;
}

function hasMore(lines: Lines, from: number, to: number): boolean {
  return skipBlank(lines, from, to) < to;
}

function readByline(text: string, meta: MetaDraft): boolean {
  const names = bylineNames(text);
  if (!names || !lift(meta, 'byline', text)) return false;
  setAuthors(meta, names);
  return true;
}

function readDateline(lines: Lines, from: number, to: number, meta: MetaDraft): void {
  const at = skipBlank(lines, from, to);
  if (at < to) meta.set('dateline', datelineOf(textOf(lines.at(at))), 'text');
}

/** Moves a text into the metadata, if there is room for it or it stands there already. */
function lift(meta: MetaDraft, field: 'title' | 'byline', text: string): boolean {
  const clean = text.replace(/\s+/g, ' ');
  if (meta.set(field, clean, 'text')) return true;
  const known = meta.get(field)?.toLowerCase() ?? '';
  const same = clean.normalize('NFC').toLowerCase();
  // What is known may go on with a subtitle.
  return known === same || known.startsWith(`${same} `) || known.startsWith(`${same}:`) || known.startsWith(`${same};`);
}
