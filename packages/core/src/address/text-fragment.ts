import { ATOM } from '../article/inline.ts';
import type { Article, Span } from '../article/types.ts';
import { wholeSpan } from './code-points.ts';
import { Finder, isWordEdge } from './find.ts';
import { blockAt } from './locate.ts';
import { findDirective, parseDirectives, type TextDirective, writeDirective } from './text-directive.ts';

/** A longer passage is given by its first and last words: a URL should stay short enough to be passed on. */
const MAX_QUOTE = 100;
/** Code units of the first and last words, and of the words around a passage that stands more than once. */
const EDGE = 40;
const CONTEXTS = [24, 80];
/** A word longer than this is cut; nothing that one would link to is. */
const MAX_WORD = 64;
/** A browser looks for each part inside one block, and sees no character where an image stands. */
const PART_ENDS = /[\n\t\uFFFC]/;

/**
 * The fragment that makes a link to the article show a passage: `#:~:text=…`, which browsers scroll to.
 * The passage is widened to whole words. Short ones stand in the link as they are, longer ones and those
 * over several blocks by their first and last words; the words around are added where the same words stand
 * elsewhere before. `undefined` where the passage holds no text.
 *
 * @param finder Where many links are made to one article, a finder for its text saves preparing each time.
 */
export function toTextFragment(article: Article, span: Span, finder?: Finder): string | undefined {
  const { text } = article;
  const { start, end } = passageOf(text, span);
  if (start >= end) return undefined;
  const search = finder ?? new Finder(text);
  const directive = quote(article, start, end);
  const isFound = (candidate: TextDirective): boolean => {
    const found = findDirective(article, search, candidate);
    return found?.start === start && found.end === end;
  };
  const candidates = CONTEXTS.map((size) => withContext(text, directive, start, end, size));
  // Where no context tells it apart, the one with most of it is the best there is.
  const chosen = [directive, ...candidates].find(isFound) ?? candidates.at(-1) ?? directive;
  return `#:~:${writeDirective(chosen)}`;
}

/**
 * The passages that the text directives of a URL or fragment point at, in their order; one that is not
 * found is left out.
 */
export function fromTextFragment(article: Article, url: string, finder?: Finder): Span[] {
  const search = finder ?? new Finder(article.text);
  const spans: Span[] = [];
  for (const directive of parseDirectives(url)) {
    const span = findDirective(article, search, directive);
    if (span) spans.push(span);
  }
  return spans;
}

/** The span without what shows nothing at its edges, widened to whole words. */
function passageOf(text: string, span: Span): Span {
  let { start, end } = wholeSpan(text, span);
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (start === end) return { start, end };
  for (let i = 0; i < MAX_WORD && !isWordEdge(text, start); i++) start--;
  for (let i = 0; i < MAX_WORD && !isWordEdge(text, end); i++) end++;
  return wholeSpan(text, { start, end });
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ATOM || text.charAt(at).trim() === '';
}

function quote(article: Article, start: number, end: number): TextDirective {
  const { text } = article;
  const passage = text.slice(start, end);
  const isOneBlock = blockAt(article, start) === blockAt(article, end - 1) && !PART_ENDS.test(passage);
  if (isOneBlock && passage.length <= MAX_QUOTE) return { start: passage };
  return { start: firstWords(text, start, end, EDGE), end: lastWords(text, start, end, EDGE) };
}

function withContext(text: string, directive: TextDirective, start: number, end: number, size: number): TextDirective {
  const before = trimEnd(text, start);
  const prefix = lastWords(text, 0, before, size);
  const suffix = firstWords(text, trimStart(text, end), text.length, size);
  return { ...(prefix === '' ? {} : { prefix }), ...directive, ...(suffix === '' ? {} : { suffix }) };
}

/** The words from `start` on: at most `size` code units, of one block, not beyond `end`. */
function firstWords(text: string, start: number, end: number, size: number): string {
  const part = text.slice(start, Math.min(end, start + size + 1));
  const stop = part.search(PART_ENDS);
  if (stop >= 0) return part.slice(0, stop);
  if (start + part.length >= end) return part;
  let at = start + size;
  while (at > start && !isGap(text, at)) at--;
  if (at === start) at = wholeSpan(text, { start: start + size, end: start + size }).start;
  return text.slice(start, at).trim();
}

/** The words up to `end`: at most `size` code units, of one block, not before `start`. */
function lastWords(text: string, start: number, end: number, size: number): string {
  const from = Math.max(start, end - size - 1);
  const part = text.slice(from, end);
  for (let i = part.length - 1; i >= 0; i--) if (PART_ENDS.test(part[i] as string)) return part.slice(i + 1); // in range
  if (from <= start) return text.slice(start, end);
  let at = end - size;
  while (at < end && !isGap(text, at)) at++;
  if (at === end) at = wholeSpan(text, { start: end - size, end: end - size }).end;
  return text.slice(at, end).trim();
}

/** Whether a piece of text may be cut here, so that a browser takes it for whole words. */
function isGap(text: string, at: number): boolean {
  return isWordEdge(text, at) && wholeSpan(text, { start: at, end: at }).start === at;
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && isBlank(text, at - 1)) at--;
  return at;
}

function trimStart(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text, at)) at++;
  return at;
}
