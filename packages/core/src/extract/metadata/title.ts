import type { Origin } from '../../article/types.ts';
import { tryUrl } from '../../article/url.ts';
import type { HeadingPiece, PageFacts } from './facts.ts';
import { type StructuredData, stringAt } from './json-ld.ts';
import type { PageNature } from './page-nature.ts';
import { partsOf, type SiteNames, withoutSite } from './site-name.ts';
import { fold, likeness, wordSet } from './words.ts';

/** Of several headings the title shares this much of its words with the declared one. */
const ALIKE = 0.5;
/** A heading that shares less speaks of something else. */
const ALIKE_AT_ALL = 0.2;
/** Above this the declared title is as good, and its makers chose it. */
const ALMOST_EQUAL = 0.75;
/** So much of the words of the address in the heading make it the title where the declared one says nothing. */
const NAMES_PAGE = 0.7;
/** An address of fewer words may be a section's. */
const FEWEST_SLUG_WORDS = 3;
/** Longer is no title. In code units. */
const LONGEST_TITLE = 300;
const LONGEST_DECLARED = 1000;
/** A label before the title, in the same heading, has at most so many words. */
const LONGEST_LABEL = 2;
/** First headings that are never the title of anything. */
const NO_TITLE =
  /^(?:(?:main |open |close )*menu|search|home|navigation|subscribe.*|newsletter|log ?in|sign (?:in|up)|404|not found|table of contents|contents|breadcrumb|our blog|blog|news(?:room)?|articles?|resources?|skip to .*)$/i;

/** A value with where it was found. */
export interface Found<T> {
  value: T;
  origin: Origin;
}

const SHARED = ['dc.title', 'citation_title', 'og:title', 'twitter:title', 'parsely-title', 'sailthru.title'];
/** What some forums and archives put before the title. */
const LABEL = /^(?:view topic|thread|topic|title)\s*[:-]\s*(?=\S)/i;

/**
 * The title without the site's name, from the first of these that holds:
 *
 * 1. a heading that says what the page declares as its title, whole or as one of its parts;
 * 2. the first-level heading that says it in its own words (`ownWords`);
 * 3. the declared title: Dublin Core, OpenGraph and their like, then `<title>`, then JSON-LD;
 * 4. the only first-level heading.
 *
 * Headings come first because they carry no site name and no words for search engines. On a site's front
 * page its name is a part of the title.
 */
export function findTitle(
  facts: PageFacts,
  data: StructuredData,
  names: SiteNames,
  { isArticle, isFront }: PageNature,
  url: string | undefined,
): Found<string> | undefined {
  const address = new AddressWords(url);
  const declared = declaredTitles(facts, data, names, address, isFront);
  const headings = facts.headings.filter(({ text }) => text.length <= LONGEST_TITLE);
  const exact = sameAsDeclared(headings, declared, names, address, isFront);
  if (exact !== undefined) return { value: withoutLabel(exact, declared), origin: 'html' };

  const first = headings
    .filter(({ level, text }) => level === 1 && !NO_TITLE.test(text) && !names.is(text))
    .map(({ text }) => text);
  const shorn = declared.map(({ value }) => withoutSite(value, names));
  const own = ownWords(first, shorn, address, isArticle);
  if (own !== undefined) return { value: withoutLabel(withoutSite(own, names), declared), origin: 'html' };

  const [primary] = declared;
  if (primary) {
    const value = isFront ? primary.value : withoutSite(primary.value, names);
    return { value: value.replace(LABEL, ''), origin: primary.origin };
  }
  const [only] = first;
  return only !== undefined && first.length === 1 ? { value: only, origin: 'html' } : undefined;
}

/**
 * What the page declares as its title, the most trusted first. A title that is only the site's name is none,
 * and one that has no word in common with headings and address is a slogan where another one has.
 */
function declaredTitles(
  facts: PageFacts,
  data: StructuredData,
  names: SiteNames,
  address: AddressWords,
  isFront: boolean,
): Found<string>[] {
  const shared = firstOf(facts, ...SHARED.filter((name) => !names.is(facts.metas.get(name)?.[0] ?? '')));
  const candidates: [string | undefined, Origin][] = [
    [shared, facts.metas.has('og:title') ? 'opengraph' : 'meta'],
    [facts.title, 'html'],
    [stringAt(data.main, 'headline'), 'json-ld'],
  ];
  const titles: Found<string>[] = [];
  for (const [value, origin] of candidates) {
    const title = value?.slice(0, LONGEST_DECLARED).replace(/\s+/g, ' ').trim() ?? '';
    // One that holds a better one adds only the site's name to it.
    const isNew = !titles.some(({ value: known }) => title.includes(known));
    if (title !== '' && isNew && (isFront || !names.is(title))) titles.push({ value: title, origin });
  }
  const said = wordSet(
    facts.headings
      .slice(0, 3)
      .map(({ text }) => text)
      .join(' '),
  );
  const isSlogan = ({ value }: Found<string>): boolean => {
    const words = wordSet(value);
    return coverage(words, said) === 0 && coverage(words, address.words) === 0;
  };
  return titles.toSorted((a, b) => Number(isSlogan(a)) - Number(isSlogan(b)));
}

/**
 * A heading that says a declared title or a part of it, in the heading's own spelling. Of several that say
 * parts, the one that the address names; then not the last part, which is the site's or the section's.
 */
function sameAsDeclared(
  headings: readonly HeadingPiece[],
  declared: readonly Found<string>[],
  names: SiteNames,
  address: AddressWords,
  isFront: boolean,
): string | undefined {
  const wholes = new Set(declared.flatMap(({ value }) => [fold(value), fold(withoutSite(value, names))]));
  const whole = headings.find(({ text }) => wholes.has(fold(text)) && !NO_TITLE.test(text) && !names.is(text));
  if (whole) return isFront ? whole.text : withoutSite(whole.text, names);
  const parts = declared.map(({ value }) => partsOf(value).map(fold)).filter(({ length }) => length > 1);
  const starts = new Set(parts.flatMap((all) => all.slice(0, -1)));
  const ends = new Set(parts.map((all) => all.at(-1)));
  const scored = headings
    .filter(({ text }) => !names.isIn(text) && (starts.has(fold(text)) || ends.has(fold(text))))
    .map(({ text, level }) => ({ text, level, named: address.coveredBy(text), isStart: starts.has(fold(text)) }))
    .toSorted((a, b) => b.named - a.named || Number(b.isStart) - Number(a.isStart) || a.level - b.level);
  // A heading of a section is the title only where the page's own heading says less of the address.
  const least = Math.max(ALIKE, ...headings.map(({ text, level }) => (level === 1 ? address.coveredBy(text) : 0)));
  const best = scored.find(({ level, named, isStart }) => (level === 1 ? named > 0 || isStart : named >= least));
  return best?.text;
}

/**
 * The first-level heading that says in its own words what the page declares. On an article it is how its
 * authors titled it; elsewhere it may as well be a slogan, so there it must be the shorter one, or the one that
 * the address is made of.
 */
function ownWords(
  first: readonly string[],
  declared: readonly string[],
  address: AddressWords,
  isArticle: boolean,
): string | undefined {
  const [title = ''] = declared;
  const wanted = declared.map(wordSet);
  const likenessOf = (text: string): number => Math.max(0, ...wanted.map((words) => likeness(wordSet(text), words)));
  const [heading] = first.toSorted((a, b) => likenessOf(b) - likenessOf(a));
  if (heading === undefined) return undefined;
  const alike = likenessOf(heading);
  const gain = address.coveredBy(heading) - address.coveredBy(title);
  if (alike < ALIKE_AT_ALL) return gain > 0 && address.isNamedBy(heading) ? heading : undefined;
  if (first.length > 1) return alike >= ALIKE ? heading : undefined;
  if (isArticle) return heading;
  if (alike >= ALMOST_EQUAL || gain < 0) return undefined;
  return gain > 0 || heading.length < title.length ? heading : undefined;
}

/** "Thread: Which rope?" is "Which rope?", and so is "Ropes Which rope?" where the page declares that. */
function withoutLabel(heading: string, declared: readonly Found<string>[]): string {
  const bare = heading.replace(LABEL, '');
  const inner = declared.find(({ value }) => bare.endsWith(value) && bare !== value);
  const label = inner === undefined ? '' : bare.slice(0, -inner.value.length).trim();
  return inner !== undefined && label.split(/\s+/).length <= LONGEST_LABEL ? inner.value : bare;
}

/** What the address of a page says about it: `how tides work` of `/2025/03/how-tides-work.html`. */
class AddressWords {
  readonly words: ReadonlySet<string>;

  constructor(url: string | undefined) {
    const path = tryUrl(url ?? '')?.pathname;
    const segments = (path ?? '').split('/').toReversed();
    const slug = segments.find((segment) => /\p{L}{2}/u.test(segment)) ?? '';
    this.words = wordSet(slug.replace(/\.\w{2,5}$/, '').replace(/[_-]+/g, ' '));
  }

  /** The share of its words that a text has. */
  coveredBy(text: string): number {
    return coverage(this.words, wordSet(text));
  }

  /** Whether a text says it all. */
  isNamedBy(text: string): boolean {
    return this.words.size >= FEWEST_SLUG_WORDS && this.coveredBy(text) >= NAMES_PAGE;
  }
}

/** The share of the first words that are among the second. */
function coverage(words: ReadonlySet<string>, among: ReadonlySet<string>): number {
  let common = 0;
  for (const word of words) if (among.has(word)) common++;
  return words.size === 0 ? 0 : common / words.size;
}

/** The first content of the first of these `<meta>` names that is there. */
export function firstOf(facts: PageFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [value] = facts.metas.get(name) ?? [];
    if (value !== undefined) return value;
  }
  return undefined;
}
