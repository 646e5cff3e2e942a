import { tryUrl } from '../../article/url.ts';
import type { PageFacts } from './facts.ts';
import { type StructuredData, stringAt } from './json-ld.ts';
import type { Found } from './title.ts';
import { fold } from './words.ts';

/** What stands between a title and the site's name. */
const SEPARATOR = /\s+(?:[|–—·•»«›:~\\/-]|--|::|>)\s+|\s*[|｜]\s*/g;
/** The same, and the colon between a site's name and the title. */
const SEPARATOR_OR_COLON = new RegExp(String.raw`${SEPARATOR.source}|:\s+`, 'g');
/** Separators that hardly ever stand inside a title. */
const HARD = /^(?:[|｜»«·•]|::)$/;
/** A part of a title is taken for a site's name without proof only up to so many words. */
const LONGEST_GUESS = 4;
/** A name of fewer letters says too little to be found inside another. */
const FEWEST_LETTERS = 4;
/** A title of fewer words is not cut further on a guess: what is left would be the section, not the title. */
const FEWEST_WORDS = 2;

/** In code units. */
const LONGEST_TITLE = 1000;

/** What is known of the names that a site goes by. */
export class SiteNames {
  readonly #names: readonly string[];
  /** The letters of the host's own name, and of all of it. */
  readonly #host: string;
  readonly #hosts: readonly string[];
  /** The name in the page's metadata. */
  readonly declared: string | undefined;

  /** `url`: where the page stands, for the name in its host. */
  constructor(declared: string | undefined, url: string | undefined) {
    this.#names = declared === undefined ? [] : [fold(declared)];
    const hostname = (tryUrl(url ?? '')?.hostname ?? '').replace(/^www\./, '');
    this.#host = ownName(hostname);
    this.#hosts = [this.#host, fold(hostname)];
    this.declared = declared;
  }

  /** Whether a text is nothing but the site's name. */
  is(text: string): boolean {
    const name = fold(text);
    return name !== '' && (this.#names.includes(name) || this.#hosts.includes(name.replace(/^the/, '')));
  }

  /** Whether a part of a title, set apart by a separator, names the site. */
  isIn(part: string): boolean {
    if (this.is(part)) return true;
    const name = fold(part);
    if (name.length < FEWEST_LETTERS) return false;
    if (this.#names.some((known) => known.includes(name) || (known.length >= FEWEST_LETTERS && name.includes(known))))
      return true;
    if (this.#host.length < FEWEST_LETTERS || part.split(/\s+/).length > LONGEST_GUESS) return false;
    return name.includes(this.#host) || (name.length * 2 > this.#host.length && this.#host.includes(name));
  }
}

/** The letters of a host's own name: `bbc` of `news.bbc.co.uk`. */
function ownName(hostname: string): string {
  const labels = hostname.split('.');
  // `co` and `com` before a country are no names.
  const ends = labels.length > 2 && /^(?:com?|org|net|ac|gov|edu)$/.test(labels.at(-2) ?? '') ? -3 : -2;
  return fold(labels.at(ends) ?? '');
}

/** The name of the site: OpenGraph, JSON-LD, `<meta>`, a part of the title that its host bears too. */
export function findSite(facts: PageFacts, data: StructuredData, url: string | undefined): Found<string> | undefined {
  const [shared] = facts.metas.get('og:site_name') ?? [];
  if (shared !== undefined) return { value: shared, origin: 'opengraph' };
  const publisher = data.resolve(data.main?.['publisher']);
  const name =
    (typeof publisher === 'object' && publisher !== null ? stringAt({ publisher }, 'publisher') : undefined) ??
    data.ofType(/^WebSite$/).map((node) => stringAt(node, 'name'))[0];
  if (name !== undefined && !/^https?:/.test(name)) return { value: name, origin: 'json-ld' };
  const [application] = facts.metas.get('application-name') ?? facts.metas.get('apple-mobile-web-app-title') ?? [];
  if (application !== undefined) return { value: application, origin: 'meta' };
  const host = new SiteNames(undefined, url);
  const part = partsOf(facts.title.slice(0, LONGEST_TITLE)).find((text) => host.is(text));
  return part === undefined ? undefined : { value: part, origin: 'html' };
}

/**
 * The parts that a title may be put together of, in order: between separators, and what follows the first
 * colon, as in "Blog of Ann Lee: How tides work". What stands before a colon is no title of its own.
 */
export function partsOf(title: string): string[] {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  const colon = title.indexOf(': ');
  return (colon < 0 ? parts : [...parts, title.slice(colon + 2).trim()]).filter((part) => part !== '');
}

/**
 * Cuts the site's name off either end of a title: by its name where that is known, else the shorter last part.
 *
 * @example
 * withoutSite('Tides explained | The Harbour Post', new SiteNames('The Harbour Post', undefined)); // 'Tides explained'
 */
export function withoutSite(title: string, names: SiteNames): string {
  let rest = title.trim();
  const cutsOf = (text: string): RegExpExecArray[] => [...text.matchAll(SEPARATOR_OR_COLON)];
  for (let cuts = cutsOf(rest); cuts.length > 0; cuts = cutsOf(rest)) {
    const [first, last] = [cuts[0], cuts.at(-1)];
    if (!first || !last) break;
    const tail = rest.slice(last.index + last[0].length);
    const isColon = last[0].trim() === ':';
    if (!isColon && names.isIn(tail)) rest = rest.slice(0, last.index);
    else if (names.is(rest.slice(0, first.index))) rest = rest.slice(first.index + first[0].length);
    else break;
  }
  return guessed(rest, names);
}

/** Without the last part, where that looks like a name by its separator and length. */
function guessed(title: string, names: SiteNames): string {
  const last = [...title.matchAll(SEPARATOR)].at(-1);
  if (!last) return title;
  const head = title.slice(0, last.index);
  const tail = title.slice(last.index + last[0].length);
  const words = tail.split(/\s+/).length;
  const headWords = head.split(/\s+/).length;
  if (HARD.test(last[0].trim())) return tail.length < head.length || headWords >= FEWEST_WORDS ? head : title;
  const isLong = headWords >= FEWEST_WORDS && tail.length < head.length;
  return isLong && names.declared === undefined && words <= LONGEST_GUESS ? head : title;
}
