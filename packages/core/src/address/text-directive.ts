import type { Article, Span } from '../article/types.ts';
import type { Finder } from './find.ts';
import { foldText } from './folded-text.ts';

/** What `text=[prefix-,]start[,end][,-suffix]` says, decoded (WICG Scroll To Text Fragment, 3.2). */
export interface TextDirective {
  prefix?: string;
  start: string;
  /** Where the passage ends; absent where `start` is all of it. */
  end?: string;
  suffix?: string;
}

const DELIMITER = ':~:';
/** What a link from elsewhere may ask for at once. */
const MAX_DIRECTIVES = 100;
/** Code units of text that a code unit of context can stand for at most, and some to spare. */
const EXPANSION = 3;

/** The text directives of a URL or fragment, in order; those that break the grammar are passed over. */
export function parseDirectives(url: string): TextDirective[] {
  const at = url.indexOf(DELIMITER);
  if (at < 0) return [];
  const directives: TextDirective[] = [];
  for (const part of url.slice(at + DELIMITER.length).split('&', MAX_DIRECTIVES)) {
    const directive = part.startsWith('text=') ? parseDirective(part.slice('text='.length)) : undefined;
    if (directive) directives.push(directive);
  }
  return directives;
}

function parseDirective(value: string): TextDirective | undefined {
  const terms = value.split(',', 5);
  const prefix = terms[0]?.endsWith('-') ? decode(terms.shift()?.slice(0, -1)) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? decode(terms.pop()?.slice(1)) : undefined;
  const [start, end] = terms.map(decode);
  if (!start || terms.length > 2 || end === '') return undefined;
  const directive: TextDirective = { start };
  if (end !== undefined) directive.end = end;
  if (prefix) directive.prefix = prefix;
  if (suffix) directive.suffix = suffix;
  return directive;
}

function decode(term: string | undefined): string {
  try {
    return decodeURIComponent(term ?? '').normalize('NFC');
  } catch {
    return ''; // not UTF-8: nothing that could be looked for
  }
}

/** The directive as it stands in a URL, without `:~:`. */
export function writeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const terms = [encode(start)];
  if (end !== undefined) terms.push(encode(end));
  if (prefix !== undefined) terms.unshift(`${encode(prefix)}-`);
  if (suffix !== undefined) terms.push(`-${encode(suffix)}`);
  return `text=${terms.join(',')}`;
}

/** Comma and ampersand are encoded with the rest; the hyphen, which URLs allow, would end a prefix. */
function encode(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll('-', '%2D');
}

/**
 * The first passage that a directive points at, as a browser would find it: whole words, capitals and
 * accents not minded, context right before and after.
 */
export function findDirective({ text }: Article, finder: Finder, directive: TextDirective): Span | undefined {
  const { prefix = '', suffix = '' } = directive;
  const ends = directive.end === undefined ? undefined : finder.find(directive.end, { wholeWord: true });
  for (const start of finder.find(directive.start, { wholeWord: true })) {
    if (!isBefore(text, start.start, prefix)) continue;
    if (!ends) {
      if (isAfter(text, start.end, suffix)) return start;
      continue;
    }
    for (let i = ends.firstAfter(start.end); i < ends.length; i++) {
      const end = ends.at(i) as Span; // in range
      if (end.start >= start.end && isAfter(text, end.end, suffix)) return { start: start.start, end: end.end };
    }
    return undefined; // no later start has an end either
  }
  return undefined;
}

function isBefore(text: string, offset: number, prefix: string): boolean {
  if (prefix === '') return true;
  let end = offset;
  while (end > 0 && isGap(text[end - 1] as string)) end--; // in range
  const context = text.slice(Math.max(0, end - prefix.length * EXPANSION), end);
  return foldText(context, {}).endsWith(foldText(prefix, {}).trim());
}

function isAfter(text: string, offset: number, suffix: string): boolean {
  if (suffix === '') return true;
  let start = offset;
  while (start < text.length && isGap(text[start] as string)) start++; // in range
  const context = text.slice(start, start + suffix.length * EXPANSION);
  return foldText(context, {}).startsWith(foldText(suffix, {}).trim());
}

/** Characters that show nothing, with white space, may stand between the passage and its context. */
function isGap(character: string): boolean {
  return /^[\s\uFFFC\p{Default_Ignorable_Code_Point}]$/u.test(character);
}
