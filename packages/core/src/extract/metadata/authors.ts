import type { Author, Origin } from '../../article/types.ts';
import { resolveUrl } from '../../article/url.ts';
import { besideDate, besideJob, bylineNear, creditLine, type Line, threadStarter } from './byline.ts';
import type { PageFacts, PersonPiece, TextPiece } from './facts.ts';
import { isNode, type StructuredData, typesOf } from './json-ld.ts';
import { cleanName, isFullName, isHandle, namesOf } from './name.ts';
import type { PageNature } from './page-nature.ts';
import type { SiteNames } from './site-name.ts';
import { fold } from './words.ts';

/** How many text nodes around the title a byline may be away from it. */
const BEFORE_TITLE = 12;
const AFTER_TITLE = 45;
const MOST_AUTHORS = 12;
/** Names that belong together stand within so many text nodes of each other. */
const TOGETHER = 4;
/** Elements that are marked as a person name more than this only where they are wrong about it. */
const MOST_MARKED = 4;

/** Names of `<meta>` elements that hold authors, the most trusted first. */
const METAS = [
  'citation_author',
  'dc.creator',
  'author',
  'article:author',
  'og:author',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'byl',
  'creator',
  'authors',
];

/** Those that have the family name first, before a comma. */
const INVERTED: ReadonlySet<string> = new Set(['citation_author', 'dc.creator']);

/** So many different people on a page of no article are each named for something else. */
const LIST_FROM = 4;

export interface FoundAuthors {
  authors: Author[];
  /** The line as the page prints it, where a line was the source. */
  byline?: string;
  origin: Origin;
}

/** What is asked for authors. */
interface Search {
  facts: PageFacts;
  data: StructuredData;
  page: PageNature;
  /** What relative addresses are resolved against. */
  base: string | undefined;
  /** The pieces of text around the title. */
  texts: readonly TextPiece[];
  /** Whether a piece stands where a byline may stand. */
  near: (piece: { at: number }) => boolean;
  titleAt: number;
}

type AuthorSource = (search: Search) => FoundAuthors | undefined;

/** What machines are told; believed of every page. */
const DECLARED: readonly AuthorSource[] = [
  ({ data, base }) => ({ authors: ofData(data, base), origin: 'json-ld' }),
  ({ facts }) => ofMetas(facts),
  ({ facts }) => ({ authors: namesOf(labelled(facts)).map(named), origin: 'meta' }),
];
/** What readers are shown; on a shop's page or a front page it names reviewers and the authors of other pages. */
const SHOWN: readonly AuthorSource[] = [
  (search) => ofLine(search, threadStarter(search.texts), 'html'),
  (search) => ofMarked(search, 'itemprop'),
  (search) => ofMarked(search, 'rel'),
  (search) => ofLine(search, bylineNear(search.texts), 'html'),
  ofClass,
  ofLink,
];
/** What only looks like an author's name; believed of pages that say they are articles. */
const GUESSED: readonly AuthorSource[] = [
  (search) => ofLine(search, besideJob(search.texts), 'text'),
  (search) => ofLine(search, besideDate(search.texts), 'text'),
];
const CREDITED: AuthorSource = (search) => ofLine(search, creditLine(search.facts.texts), 'text');

/**
 * The authors of the article, from the first of these that names any: structured data, `<meta>`, the labels
 * of Twitter cards, who started a thread, microdata and `rel=author`, a "By …" line near the title, an
 * element near the title whose class says author, a link to a person's page there, a full name beside a job
 * or the date, a credit anywhere. The site is its own author only where nobody else is named and it declares so.
 */
export function findAuthors(
  facts: PageFacts,
  data: StructuredData,
  title: { text: string; at: number },
  names: SiteNames,
  page: PageNature,
  base: string | undefined,
): FoundAuthors | undefined {
  const near = ({ at }: { at: number }): boolean => at >= title.at - BEFORE_TITLE && at <= title.at + AFTER_TITLE;
  const texts = facts.texts.filter(near);
  const search: Search = { facts, data, page, base, near, texts, titleAt: title.at };
  const sources = [
    ...DECLARED,
    ...(page.isProduct || page.isFront ? [] : SHOWN),
    ...(page.isArticle ? GUESSED : []),
    ...(page.isProduct || page.isFront ? [] : [CREDITED]),
  ];
  const titleLetters = fold(title.text);
  let ofSite: FoundAuthors | undefined;
  for (const source of sources) {
    const found = source(search);
    const all = unique(found?.authors ?? []).slice(0, MOST_AUTHORS);
    if (!found || all.length === 0) continue;
    const isDeclared = DECLARED.includes(source);
    const authors = all.filter(({ name }) => !names.isIn(name) && (isDeclared || !titleLetters.includes(fold(name))));
    if (authors.length > 0) return { ...found, authors };
    // A site may bear its author's name.
    const isOwner = all.every(({ name }) => isFullName(name));
    const isTold = isDeclared ? page.isArticle || isOwner : isOwner && SHOWN.includes(source);
    if (isTold) ofSite ??= { ...found, authors: all };
  }
  return ofSite;
}

function named(name: string): Author {
  return { name };
}

function ofMetas(facts: PageFacts): FoundAuthors | undefined {
  for (const key of METAS) {
    const contents = (facts.metas.get(key) ?? []).filter((value) => !/^https?:|^@/.test(value));
    const isInverted =
      INVERTED.has(key) || (contents.length > 1 && contents.every((name) => /^[^,]+, [^,]+$/.test(name)));
    const names = contents.flatMap((name) => namesOf(isInverted ? givenNameFirst(name) : name));
    if (names.length > 0) return { authors: names.map(named), origin: 'meta' };
  }
  return undefined;
}

/** `<meta name="twitter:label1" content="Written by">` with its `twitter:data1`. */
function labelled(facts: PageFacts): string {
  for (const n of [1, 2]) {
    const label = facts.metas.get(`twitter:label${n}`)?.[0] ?? '';
    if (/written by|author|verfasst|écrit par|escrito/i.test(label))
      return facts.metas.get(`twitter:data${n}`)?.[0] ?? '';
  }
  return '';
}

function ofData(data: StructuredData, base: string | undefined): Author[] {
  const authors: Author[] = [];
  const { main } = data;
  const isThread = main !== undefined && typesOf(main).some((type) => /Posting$|^Question$/.test(type));
  const value = main?.['author'] ?? main?.['creator'];
  for (const item of Array.isArray(value) ? value : [value]) {
    const resolved = data.resolve(item);
    if (typeof resolved === 'string') authors.push(...namesOf(resolved).map(named));
    if (!isNode(resolved)) continue;
    const names = Array.isArray(resolved['name']) ? resolved['name'] : [resolved['name']];
    for (const raw of names) {
      const name = typeof raw === 'string' ? cleanName(raw) : undefined;
      if (name === undefined || (!isThread && isHandle(name))) continue;
      const address = typeof resolved['url'] === 'string' ? resolveUrl(resolved['url'], base) : undefined;
      authors.push(address === undefined || address.startsWith('#') ? { name } : { name, url: address });
    }
  }
  return authors;
}

/** The people that are marked, as long as one follows the other; of a thread the first. */
function ofMarked({ facts, near, page, base }: Search, via: 'itemprop' | 'rel'): FoundAuthors | undefined {
  const marked = facts.people.filter((piece) => piece.via === via);
  // One name alone is the author's wherever it stands.
  const people = countNames(marked) === 1 ? marked : marked.filter(near);
  const [first] = people;
  if (!first || isList(marked, page)) return undefined;
  let last = first.at;
  const together = people.filter(({ at }) => {
    if (at - last > (page.isThread ? 0 : TOGETHER)) return false;
    last = at;
    return true;
  });
  return { authors: ofPieces(together.slice(0, MOST_MARKED), base).slice(0, MOST_MARKED), origin: 'html' };
}

function ofClass({ facts, near, page, titleAt, base }: Search): FoundAuthors | undefined {
  const people = facts.people.filter(({ via, text }) => via === 'class' && namesOf(text).length > 0);
  const [closest] = people.filter(near).toSorted((a, b) => distance(a, titleAt) - distance(b, titleAt));
  if (!closest || isList(people, page)) return undefined;
  return { authors: ofPieces([closest], base).slice(0, MOST_MARKED), origin: 'html' };
}

/** A full name that links to a page of people. */
function ofLink({ facts, near, page, base }: Search): FoundAuthors | undefined {
  const people = facts.people.filter(({ via, text }) => via === 'link' && isFullName(text));
  const first = people.find(near);
  if (!first || isList(people, page)) return undefined;
  const together = people.filter(({ at }) => at >= first.at && at - first.at <= TOGETHER);
  return { authors: ofPieces(together.slice(0, MOST_MARKED), base), origin: 'html' };
}

/** Whether people belong each to an item of a list: many are named, and the page is neither article nor thread. */
function isList(people: readonly PersonPiece[], { isArticle, isThread }: PageNature): boolean {
  return !isArticle && !isThread && countNames(people) >= LIST_FROM;
}

function countNames(people: readonly PersonPiece[]): number {
  return new Set(people.map(({ text }) => fold(text))).size;
}

function ofLine({ facts, base }: Search, line: Line | undefined, origin: Origin): FoundAuthors | undefined {
  if (!line) return undefined;
  const authors = line.names.map((name) => withUrl(name, facts.people, base));
  return line.text === undefined ? { authors, origin } : { authors, byline: line.text, origin };
}

/** How far a piece is from naming the author: in text nodes, before the title and long ones being farther. */
function distance(piece: PersonPiece, titleAt: number): number {
  const words = piece.text.split(' ').length;
  const gap = piece.at >= titleAt ? piece.at - titleAt : 100 + titleAt - piece.at;
  return gap + (words > 4 ? 20 + words : words / 10) - (piece.url === undefined ? 0 : 3);
}

function ofPieces(pieces: readonly PersonPiece[], base: string | undefined): Author[] {
  return pieces.flatMap((piece) => namesOf(piece.text).map((name) => withUrl(name, pieces, base)));
}

function withUrl(name: string, pieces: readonly PersonPiece[], base: string | undefined): Author {
  const linked = pieces.find((piece) => piece.url !== undefined && piece.text.includes(name));
  const url = linked?.url === undefined ? undefined : resolveUrl(linked.url, base);
  return url === undefined || url.startsWith('#') ? { name } : { name, url };
}

function givenNameFirst(name: string): string {
  const [family, given, ...rest] = name.split(/\s*,\s*/);
  return family && given && rest.length === 0 ? `${given} ${family}` : name;
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
