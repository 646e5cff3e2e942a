import type { MetaDraft } from '../../article/meta.ts';
import { resolveUrl } from '../../article/url.ts';
import type { ParentNode } from '../../read/html/nodes.ts';
import { findAuthors } from './authors.ts';
import { canonicalLanguage, detectLanguage } from './language.ts';
import { gatherFacts, type HeadingPiece, type PageFacts } from './facts.ts';
import { stringAt, StructuredData } from './json-ld.ts';
import { findModified, findPublished } from './published.ts';
import { pageNature } from './page-nature.ts';
import { findSite, SiteNames } from './site-name.ts';
import { findTitle, firstOf } from './title.ts';

/**
 * Reads a web page's metadata into `meta`, each field with its origin.
 *
 * Where sources disagree, the one that is made for machines to read about this very article wins, in this
 * order: JSON-LD, OpenGraph, other `<meta>`, microdata and the page's text. The title is the exception: see
 * `findTitle`.
 */
export function readMetadata(document: ParentNode, url: string | undefined, meta: MetaDraft): void {
  const facts = gatherFacts(document);
  const data = new StructuredData(facts.jsonLd);
  const base = url;

  const site = findSite(facts, data);
  if (site) meta.set('site', site.value, site.origin);
  const canonical = canonicalUrl(facts, base);
  const address = url ?? canonical?.value;
  const names = new SiteNames(site?.value, address);
  const nature = pageNature(facts, data, address);
  const title = findTitle(facts, data, names, nature, address);
  if (title) meta.set('title', title.value, title.origin);
  const heading = headingOf(facts, title?.value);
  const titleAt = heading?.at ?? 0;
  // Where the title itself stands "elsewhere", the class names of this page mean something else.
  if (heading?.elsewhere !== true) dropElsewhere(facts);

  const found = findAuthors(facts, data, { text: title?.value ?? '', at: titleAt }, names, nature, base);
  if (found) {
    meta.set('authors', found.authors, found.origin);
    meta.set('byline', found.byline, found.origin);
  }
  meta.set('canonicalUrl', canonical?.value, canonical?.origin ?? 'html');
  const published = findPublished(facts, data, titleAt, nature, address);
  if (published) meta.set('published', published.value, published.origin);
  const modified = findModified(facts, data, titleAt);
  if (modified && modified.value.slice(0, 10) >= (published?.value ?? '').slice(0, 10))
    meta.set('modified', modified.value, modified.origin);

  setFirst(
    meta,
    'excerpt',
    facts,
    data,
    ['description'],
    ['og:description', 'twitter:description', 'description', 'dc.description'],
  );
  setFirst(
    meta,
    'section',
    facts,
    data,
    ['articleSection'],
    ['article:section', 'og:article:section', 'section', 'parsely-section', 'articlesection'],
  );
  const image =
    firstOf(facts, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src', 'thumbnail') ??
    stringAt(data.main, 'image', 'thumbnailUrl');
  meta.set(
    'image',
    image === undefined ? undefined : resolveUrl(image, base, 'image'),
    facts.metas.has('og:image') ? 'opengraph' : 'json-ld',
  );
  const tags = tagsOf(facts, data);
  meta.set('tags', tags.length > 0 ? tags : undefined, facts.metas.has('article:tag') ? 'opengraph' : 'meta');
  const declared = facts.language || firstOf(facts, 'content-language', 'og:locale', 'dc.language', 'language');
  const language = canonicalLanguage(declared) ?? canonicalLanguage(stringAt(data.main, 'inLanguage'));
  if (language === undefined) {
    const detected = detectLanguage(facts.texts);
    meta.set('language', detected?.value, 'text');
  } else {
    meta.set('language', language, facts.language ? 'html' : 'meta');
  }
  const direction = facts.direction.toLowerCase();
  if (direction === 'rtl' || direction === 'ltr') meta.set('direction', direction, 'html');
}

/** The heading that shows the title, else the first of its level. */
function headingOf(facts: PageFacts, title: string | undefined): HeadingPiece | undefined {
  return facts.headings.find(({ text }) => text === title) ?? facts.headings.find(({ level }) => level === 1);
}

function dropElsewhere(facts: PageFacts): void {
  facts.texts = facts.texts.filter(({ elsewhere }) => !elsewhere);
  // An author who is marked as such, and nobody else is, may stand in a side bar.
  const marked = facts.people.filter(({ via }) => via === 'rel');
  const isSole = new Set(marked.map(({ text }) => text)).size === 1;
  facts.people = facts.people.filter(({ elsewhere, via }) => !elsewhere || (isSole && via === 'rel'));
  facts.times = facts.times.filter(({ elsewhere }) => !elsewhere);
}

function canonicalUrl(
  facts: PageFacts,
  base: string | undefined,
): { value: string; origin: 'html' | 'opengraph' } | undefined {
  const [link] = facts.links.get('canonical') ?? [];
  const canonical = link === undefined ? undefined : resolveUrl(link, base);
  if (canonical !== undefined && canonical.startsWith('http')) return { value: canonical, origin: 'html' };
  const shared = firstOf(facts, 'og:url');
  const resolved = shared === undefined ? undefined : resolveUrl(shared, base);
  return resolved !== undefined && resolved.startsWith('http') ? { value: resolved, origin: 'opengraph' } : undefined;
}

function setFirst(
  meta: MetaDraft,
  field: 'excerpt' | 'section',
  facts: PageFacts,
  data: StructuredData,
  keys: readonly string[],
  names: readonly string[],
): void {
  for (const name of names) {
    const value = firstOf(facts, name);
    if (
      value !== undefined &&
      meta.set(field, value, name.startsWith('og:') || name.startsWith('article:') ? 'opengraph' : 'meta')
    )
      return;
  }
  meta.set(field, stringAt(data.main, ...keys), 'json-ld');
}

function tagsOf(facts: PageFacts, data: StructuredData): string[] {
  const article = facts.metas.get('article:tag') ?? facts.metas.get('og:article:tag');
  const keywords = data.main?.['keywords'];
  const listed = Array.isArray(keywords) ? keywords.filter((tag): tag is string => typeof tag === 'string') : undefined;
  const raw = article ??
    listed ?? [
      typeof keywords === 'string'
        ? keywords
        : (firstOf(facts, 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags') ?? ''),
    ];
  const tags = raw
    .flatMap((tag) => tag.split(/\s*[,;]\s*/))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.length <= 60);
  return [...new Set(tags)].slice(0, 50);
}
