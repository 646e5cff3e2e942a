import { type CorpusPage, tokenize } from '../../training/corpus.ts';
import type { Extracted } from './extractors.ts';
import { wordScore } from './scores.ts';

/** How a page's metadata agrees with its reference. `undefined`: the reference says nothing to compare with. */
export interface MetadataScore {
  /** Word F1 of the title is at least 0.8. */
  titleClose: boolean | undefined;
  /** The titles are equal, letter case, white space and the shape of quotes and dashes aside. */
  titleEqual: boolean | undefined;
  /** The sets of names are equal. */
  authors: boolean | undefined;
  /** The page has no author in its reference: whether one was given. */
  authorInvented: boolean | undefined;
  /** The same day of the calendar. */
  date: boolean | undefined;
  /** The page has no date in its reference: whether one was given. */
  dateInvented: boolean | undefined;
}

/** Compares what was found of a page with what its reference says of it. */
export function metadataScore(found: Extracted, page: CorpusPage): MetadataScore {
  const { title, byline, published } = page;
  const names = nameSet(found.authors.join(', '));
  const day = dayOf(found.published);
  return {
    titleClose: title === undefined ? undefined : wordScore(found.title ?? '', title).f1 >= 0.8,
    titleEqual: title === undefined ? undefined : squeeze(found.title ?? '') === squeeze(title),
    authors: byline === undefined ? undefined : sameSet(names, nameSet(byline)),
    authorInvented: byline === undefined ? names.size > 0 : undefined,
    date: published === undefined ? undefined : day === dayOf(published),
    dateInvented: published === undefined ? day !== undefined : undefined,
  };
}

/** What introduces a name in a reference or in the byline of a peer. */
const BY = /^\s*(?:by|von|par|por)\s+/i;
/** Letters after a name: `MD`, `E-RYT 200`, `Ph.D.`, `M.D. FACLM`. */
const DEGREE = /^(?:[\p{Lu}\d.®\s-]{2,20}|Ph\.? ?D\.?|CFP|E-RYT.*|VTS \(.*)$/u;
/** What people do. */
const JOB =
  /\b(?:editor|writer|expert|representative|ceo|director|horticulturalist|educator|dietitian|reporter|correspondent)\b/i;

/**
 * The names in a byline, lower case, without spaces and punctuation. References and the bylines of peers are
 * one string; it is cut at commas, semicolons, bars, ampersands and "and". Degrees and jobs behind the first
 * name do not count. All extractors go through this, ours too.
 */
export function nameSet(byline: string): Set<string> {
  const names = new Set<string>();
  for (const piece of byline.replace(BY, '').split(/\s*[,;|&\n]\s*|\s+and\s+/)) {
    const isDegree = names.size > 0 && (DEGREE.test(piece) || JOB.test(piece));
    const name = tokenize(piece.replace(/\([^)]*\)/g, '')).join('');
    if (name !== '' && !isDegree) names.add(name);
  }
  return names;
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** `2025-03-27` of an RFC 3339 date, or of anything else that `Date` reads, in the time zone that it is written in. */
function dayOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(date) ?? [];
  if (day !== undefined) return day;
  const time = Date.parse(`${date} UTC`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
