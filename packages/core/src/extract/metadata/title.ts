import type { Origin } from '../../article/types.ts';
import type { PageFacts } from './facts.ts';
import { type StructuredData, stringAt } from './json-ld.ts';

/** What stands between a title and the site's name. */
const SEPARATOR = /\s+[|–—·•»«›:\\/-]{1,2}\s+|\s*\|\s*|\s+::\s+/g;
/** A heading shares this much of its words with the page's own title, or it is another heading. */
const ALIKE = 0.5;
/** A title of fewer words is not cut further: what is left would be the section, not the title. */
const FEWEST_WORDS = 2;
/** First headings that are never the title of anything. */
const NO_TITLE =
  /^(?:menu|search|home|navigation|main menu|subscribe.*|newsletter|log ?in|sign (?:in|up)|404|not found)$/i;

export interface Found<T> {
  value: T;
  origin: Origin;
}

/**
 * The title without the site's name. The article's own heading wins where it says about the same as the
 * page's title: headings carry no site name and no words for search engines. Otherwise the title that the
 * page gives to other sites, cut where the site's name begins.
 */
export function findTitle(facts: PageFacts, data: StructuredData, site: string | undefined): Found<string> | undefined {
  const shared = firstOf(
    facts,
    'og:title',
    'twitter:title',
    'dc.title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
  );
  const declared = [shared, stringAt(data.main, 'headline'), facts.title].filter(
    (t): t is string => t !== undefined && t !== '',
  );
  const references = declared.map((title) => wordSet(withoutSite(title, site)));
  const headings = facts.headings.filter(({ text }) => text.length <= 300 && !NO_TITLE.test(text));
  const first = headings.filter(({ level }) => level === 1);
  const scored = (first.length > 0 ? first : headings.slice(0, 6)).map((heading) => ({
    heading,
    likeness: Math.max(0, ...references.map((words) => likeness(wordSet(heading.text), words))),
  }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.likeness >= b.likeness ? a : b),
    undefined,
  );
  if (best && best.likeness >= ALIKE) return { value: best.heading.text, origin: 'html' };
  const only = first.length === 1 ? first[0] : undefined;
  if (only && declared.length === 0) return { value: only.text, origin: 'html' };
  if (shared !== undefined) return { value: withoutSite(shared, site), origin: 'opengraph' };
  const headline = stringAt(data.main, 'headline');
  if (headline !== undefined) return { value: headline, origin: 'json-ld' };
  if (facts.title !== '') return { value: withoutSite(facts.title, site), origin: 'html' };
  return only ? { value: only.text, origin: 'html' } : undefined;
}

/** Cuts the site's name off either end of a title: by its name where known, else the shorter last part. */
export function withoutSite(title: string, site: string | undefined): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  const first = cuts[0];
  const last = cuts.at(-1);
  if (!first || !last) return title;
  const head = title.slice(0, last.index);
  const tail = title.slice(last.index + last[0].length);
  if (site !== undefined) {
    const name = key(site);
    if (key(tail) === name || (name.length > 3 && key(tail).includes(name))) return withoutSite(head, site);
    if (key(title.slice(0, first.index)) === name) return title.slice(first.index + first[0].length);
  }
  const mark = last[0].trim();
  const isName = mark === '|' || mark === '»' || mark === '«' || mark === '::' || mark === '•' || mark === '·';
  const words = tail.split(/\s+/).length;
  if (isName) return tail.length < head.length || words <= 3 ? head : title;
  const enough = head.split(/\s+/).length >= FEWEST_WORDS && tail.length < head.length;
  return enough && site === undefined && words <= 4 ? head : title;
}

/** The first content of the first of these `<meta>` names that is there. */
export function firstOf(facts: PageFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [value] = facts.metas.get(name) ?? [];
    if (value !== undefined) return value;
  }
  return undefined;
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The share of common words (Dice's coefficient), 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
