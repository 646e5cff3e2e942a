import type { Origin } from '../../article/types.ts';
import { dateOfUrl, findDate } from '../../read/date.ts';
import type { PageFacts } from './facts.ts';
import { type StructuredData, stringAt } from './json-ld.ts';
import type { PageNature } from './page-nature.ts';
import type { Found } from './title.ts';

/** How many text nodes around the title a date may be away from it. */
const BEFORE_TITLE = 15;
const AFTER_TITLE = 40;
const UPDATED =
  /updat|modif|edited|revis|last|aktualisiert|geändert|mis à jour|actualiz|aggiorna|atualiz|bijgewerkt|обновл/i;
const PUBLISHED = /publi|posted|created|written|date|erstellt|veröffentlicht|publié|publica|pubblic|geplaatst|опублик/i;
/** Dates of something else than the article. */
const UNRELATED = /joined|member since|registered|expires|born|©|copyright|registriert|inscrit|registrado/i;
/** A date on its own or with a label, not one that the text talks about. */
const LONGEST_DATE_TEXT = 90;

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:publishtime',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dc.issued',
  'dc.created',
  'dc.date.created',
  'dc.date',
  'pubdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'published',
  'date',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'datecreated',
  'date.issued',
  'displaydate',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:article:modified_time',
  'datemodified',
  'og:updated_time',
  'dc.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'article:updated',
  'modified',
];

/**
 * When the article was published: structured data, `<meta>`, microdata, the URL, a `<time>` near the title or
 * the only one, a visible date near the title, in this order. What is shown counts only where the page is no
 * shop's or front page: there it belongs to reviews and to other pages. A date that is labelled as an update
 * is taken where the page shows no other.
 */
export function findPublished(
  facts: PageFacts,
  data: StructuredData,
  titleAt: number,
  page: PageNature,
  url: string | undefined,
): Found<string> | undefined {
  const declared =
    ofData(data, 'datePublished', 'dateCreated', 'uploadDate') ??
    ofMetas(facts, PUBLISHED_METAS) ??
    ofTimes(facts, (time) => /datepublished|datecreated/.test(time.itemprop)) ??
    ofUrl(url);
  if (declared || page.isProduct || page.isFront) return declared;
  const isUpdate = (at: number, text: string): boolean => UPDATED.test(labelOf(facts, at, text));
  return (
    ofTimes(facts, ({ itemprop, at, text }) => itemprop === '' && isNear(at, titleAt) && !isUpdate(at, text)) ??
    ofSoleTime(facts) ??
    ofTexts(facts, titleAt, (label) => !UPDATED.test(label)) ??
    ofTexts(facts, titleAt, () => true)
  );
}

/** When it was last changed, from the same places; visible text only where it says so. */
export function findModified(facts: PageFacts, data: StructuredData, titleAt: number): Found<string> | undefined {
  return (
    ofData(data, 'dateModified') ??
    ofMetas(facts, MODIFIED_METAS) ??
    ofTimes(facts, (time) => time.itemprop === 'datemodified') ??
    ofTexts(facts, titleAt, (label) => UPDATED.test(label))
  );
}

function ofData(data: StructuredData, ...keys: readonly string[]): Found<string> | undefined {
  for (const key of keys) {
    const value = findDate(stringAt(data.main, key) ?? '');
    if (value !== undefined) return { value, origin: 'json-ld' };
  }
  for (const key of keys) {
    for (const node of data.ofType(/(?:Article|Posting|Page|Report)$/)) {
      const value = findDate(stringAt(node, key) ?? '');
      if (value !== undefined) return { value, origin: 'json-ld' };
    }
  }
  return undefined;
}

function ofMetas(facts: PageFacts, names: readonly string[]): Found<string> | undefined {
  for (const name of names) {
    for (const content of facts.metas.get(name) ?? []) {
      const value = findDate(content);
      if (value !== undefined)
        return { value, origin: name.startsWith('og:') || name.startsWith('article:') ? 'opengraph' : 'meta' };
    }
  }
  return undefined;
}

function ofTimes(facts: PageFacts, wanted: (time: PageFacts['times'][number]) => boolean): Found<string> | undefined {
  for (const time of facts.times) {
    if (!wanted(time)) continue;
    const value = findDate(time.value) ?? findDate(time.text);
    if (value !== undefined) return { value, origin: 'html' };
  }
  return undefined;
}

/** The day that every `<time>` of the page names. */
function ofSoleTime({ times }: PageFacts): Found<string> | undefined {
  const dates = times.map(({ value, text }) => findDate(value) ?? findDate(text)).filter((date) => date !== undefined);
  const [value] = dates;
  const isSole = new Set(dates.map((date) => date.slice(0, 10))).size === 1;
  return value !== undefined && isSole ? { value, origin: 'html' } : undefined;
}

function ofUrl(url: string | undefined): Found<string> | undefined {
  const value = url === undefined ? undefined : dateOfUrl(url);
  return value === undefined ? undefined : { value, origin: 'html' };
}

function ofTexts(facts: PageFacts, titleAt: number, wanted: (label: string) => boolean): Found<string> | undefined {
  for (const side of [1, -1]) {
    for (const piece of facts.texts) {
      const { at } = piece;
      if ((side === 1 ? at < titleAt : at >= titleAt) || !isNear(at, titleAt)) continue;
      const { text } = piece;
      const value = text.length > LONGEST_DATE_TEXT || !/\d/.test(text) ? undefined : findDate(text);
      if (value === undefined) continue;
      const label = labelOf(facts, at, text);
      if (!UNRELATED.test(`${label} ${text}`) && wanted(label)) return { value, origin: 'text' satisfies Origin };
    }
  }
  return undefined;
}

function isNear(at: number, titleAt: number): boolean {
  return at >= titleAt - BEFORE_TITLE && at <= titleAt + AFTER_TITLE;
}

/** What a date is labelled with: the words around it in its own text, else the text just before it. */
function labelOf(facts: PageFacts, at: number, text: string): string {
  if (UPDATED.test(text) || PUBLISHED.test(text)) return text;
  const before = facts.texts[indexFrom(facts.texts, at) - 1];
  const isLabel = before && before.text.length <= 30 && at - before.at <= 2 && findDate(before.text) === undefined;
  return isLabel ? before.text : '';
}

/** Index of the first piece that stands there or later; they are in order, and may be many. */
function indexFrom(pieces: readonly { at: number }[], at: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
