import type { Author, Origin } from '../../article/types.ts';
import { resolveUrl } from '../../article/url.ts';
import { findDate } from './date.ts';
import type { PageFacts, PersonPiece, TextPiece } from './facts.ts';
import { isNode, type LdNode, type StructuredData } from './json-ld.ts';
import { cleanName, introducesName, isByline, namesOf } from './name.ts';

/** How many text nodes around the title a byline may be away from it. */
const BEFORE_TITLE = 12;
const AFTER_TITLE = 45;
const MOST_AUTHORS = 12;
/** Nothing but names of two to four capitalised words, in a list. */
const FULL_NAMES =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|der|del|la|di)){1,3}(?:(?:, | and | & )\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|der|del|la|di)){1,3})*$/u;
/** Capitalised words near a date that are a section, a place or a button. */
const NO_PERSON =
  /\b(?:news|blog|read|share|min|minutes|guide|guides|home|press|release|about|contact|data|security|marketing|business|health|technology|tech|design|products?|reviews?|updates?|insights?|resources?|learn|tips|table|contents|articles?|posts?|engineering|company|education|the|your|our|how|what|best|published|updated|last|inc|llc|ltd|follow|subscribe|save|print|email|video|podcast|research|culture|travel|food|finance|money|real|estate|social|media|cloud|software|case|study|customer|success|united|states|new|york)\b/i;
const CREDIT = /^\s*(?:(?:written|article|story|words|posted) by\b|author:)/i;

export interface FoundAuthors {
  authors: Author[];
  /** The line as the page prints it, where a line was the source. */
  byline?: string;
  origin: Origin;
}

/**
 * The authors, from the first of these that names any: structured data, `<meta>`, microdata or `rel=author`
 * near the title, a "By …" line near the title, an element near the title whose class says author.
 */
export function findAuthors(
  facts: PageFacts,
  data: StructuredData,
  titleAt: number,
  site: string | undefined,
  base: string | undefined,
): FoundAuthors | undefined {
  const fromData = authorsOfNode(data, data.main, base);
  const usable = (authors: readonly Author[]): Author[] =>
    unique(authors.filter(({ name }) => !sameName(name, site))).slice(0, MOST_AUTHORS);
  const structured = usable(fromData);
  if (structured.length > 0) return { authors: structured, origin: 'json-ld' };

  for (const key of [
    'author',
    'article:author',
    'og:author',
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'cxenseparse:author',
    'byl',
    'creator',
    'authors',
  ]) {
    const contents = (facts.metas.get(key) ?? []).filter((value) => !/^https?:|^@/.test(value));
    const names = key === 'citation_author' ? contents.map(givenNameFirst) : contents.flatMap(namesOf);
    const authors = usable(names.map((name) => ({ name })));
    if (authors.length > 0) return { authors, origin: 'meta' };
  }

  const labelled = usable(namesOf(labelledByTwitter(facts)).map((name) => ({ name })));
  if (labelled.length > 0) return { authors: labelled, origin: 'meta' };

  const near = ({ at }: { at: number }): boolean => at >= titleAt - BEFORE_TITLE && at <= titleAt + AFTER_TITLE;
  const people = facts.people.filter(near);
  for (const via of ['itemprop', 'rel'] as const) {
    const authors = usable(
      authorsOfPieces(
        people.filter((piece) => piece.via === via),
        base,
      ),
    );
    if (authors.length > 0) return { authors: authors.slice(0, 4), origin: 'html' };
  }
  const line = bylineNear(facts, near);
  if (line !== undefined) {
    const authors = usable(namesOf(line).map((name) => withUrl(name, facts.people, base)));
    if (authors.length > 0) return { authors, byline: line, origin: 'html' };
  }
  const [closest] = people
    .filter((piece) => piece.via === 'class')
    .toSorted((a, b) => distance(a, titleAt) - distance(b, titleAt));
  if (closest) {
    const authors = usable(authorsOfPieces([closest], base));
    if (authors.length > 0) return { authors: authors.slice(0, 4), origin: 'html' };
  }
  const beside = usable(namesBesideDate(facts.texts.filter(near)).map((name) => withUrl(name, facts.people, base)));
  if (beside.length > 0) return { authors: beside, origin: 'text' };
  const credit = creditLine(facts);
  const credited = usable(namesOf(credit ?? '').map((name) => withUrl(name, facts.people, base)));
  return credit !== undefined && credited.length > 0
    ? { authors: credited, byline: credit, origin: 'text' }
    : undefined;
}

/** `<meta name="twitter:label1" content="Written by">` with its `twitter:data1`. */
function labelledByTwitter(facts: PageFacts): string {
  for (const n of [1, 2]) {
    const label = facts.metas.get(`twitter:label${n}`)?.[0] ?? '';
    if (/written by|author|verfasst|écrit par|escrito/i.test(label))
      return facts.metas.get(`twitter:data${n}`)?.[0] ?? '';
  }
  return '';
}

/** Names that stand right before or after the date under a title, with nothing that introduces them. */
function namesBesideDate(texts: readonly TextPiece[]): string[] {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]?.text ?? '';
    if (text.length > 40 || findDate(text) === undefined) continue;
    for (const beside of [texts[i - 1], texts[i + 1], texts[i - 2], texts[i + 2]]) {
      const names = beside === undefined || !FULL_NAMES.test(beside.text) ? [] : namesOf(beside.text);
      if (names.length > 0 && names.every((name) => !NO_PERSON.test(name))) return names;
    }
  }
  return [];
}

/** "Written by Ann Lee" anywhere on the page, as articles credit their authors at the end. */
function creditLine({ texts }: PageFacts): string | undefined {
  for (let i = 0; i < texts.length; i++) {
    if (!CREDIT.test(texts[i]?.raw ?? '')) continue;
    const text = texts[i]?.text ?? '';
    if (text.length > 80) continue;
    if (namesOf(text).length > 0) return text;
    const next = texts[i + 1]?.text ?? '';
    if (text.length <= 20 && next.length <= 60 && startsWithCapital(next)) return `${text} ${next}`;
  }
  return undefined;
}

/** How far a piece is from naming the author: in text nodes, before the title and long ones being farther. */
function distance(piece: PersonPiece, titleAt: number): number {
  const words = piece.text.split(' ').length;
  const gap = piece.at >= titleAt ? piece.at - titleAt : 100 + titleAt - piece.at;
  return gap + (words > 4 ? 20 + words : words / 10) - (piece.url === undefined ? 0 : 3);
}

function authorsOfNode(data: StructuredData, node: LdNode | undefined, base: string | undefined): Author[] {
  const authors: Author[] = [];
  const value = node?.['author'] ?? node?.['creator'];
  for (const item of Array.isArray(value) ? value : [value]) {
    const resolved = data.resolve(item);
    if (typeof resolved === 'string') for (const name of namesOf(resolved)) authors.push({ name });
    if (!isNode(resolved)) continue;
    const names = Array.isArray(resolved['name']) ? resolved['name'] : [resolved['name']];
    for (const raw of names) {
      const name = typeof raw === 'string' ? cleanName(raw) : undefined;
      if (name === undefined) continue;
      const address = typeof resolved['url'] === 'string' ? resolveUrl(resolved['url'], base) : undefined;
      authors.push(address === undefined || address.startsWith('#') ? { name } : { name, url: address });
    }
  }
  return authors;
}

function authorsOfPieces(pieces: readonly PersonPiece[], base: string | undefined): Author[] {
  return pieces.flatMap((piece) => namesOf(piece.text).map((name) => withUrl(name, pieces, base)));
}

function withUrl(name: string, pieces: readonly PersonPiece[], base: string | undefined): Author {
  const linked = pieces.find((piece) => piece.url !== undefined && piece.text.includes(name));
  const url = linked?.url === undefined ? undefined : resolveUrl(linked.url, base);
  return url === undefined || url.startsWith('#') ? { name } : { name, url };
}

/** A "By Ann Lee" in one piece of text, or "By" and the name in the next. */
function bylineNear(facts: PageFacts, near: (piece: { at: number }) => boolean): string | undefined {
  const texts = facts.texts.filter(near);
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]?.text ?? '';
    if (text.length <= 120 && isByline(text) && startsWithCapital(text)) return text;
    const next = texts[i + 1]?.text;
    if (next !== undefined && next.length <= 80 && introducesName(text)) return `${text} ${next}`;
  }
  return undefined;
}

/** "By Ann", not "by the end of the day" in the middle of some text. */
function startsWithCapital(byline: string): boolean {
  const [name = ''] = namesOf(byline);
  return name.split(' ').length <= 5 && /^[\p{Lu}\p{Lo}]/u.test(name);
}

function givenNameFirst(name: string): string {
  const [family, given, ...rest] = name.split(/\s*,\s*/);
  return family && given && rest.length === 0 ? `${given} ${family}` : name;
}

function sameName(name: string, site: string | undefined): boolean {
  return site !== undefined && fold(name) === fold(site) && name.split(' ').length > 3;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function unique(authors: readonly Author[]): Author[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => {
    const key = fold(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
