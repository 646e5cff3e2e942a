import type { MetaDraft } from '../../article/meta.ts';
import { resolveUrl } from '../../article/url.ts';
import type { ParentNode } from '../../read/html/nodes.ts';
import { findAuthors } from './authors.ts';
import { findExcerpt, findImage, findSection, findTags } from './described.ts';
import { gatherFacts, type HeadingPiece, type PageFacts } from './facts.ts';
import { StructuredData } from './json-ld.ts';
import { findDirection, findLanguage } from './language.ts';
import { findLicense } from './license.ts';
import { pageNature } from './page-nature.ts';
import { findModified, findPublished } from './published.ts';
import { findSite, SiteNames } from './site-name.ts';
import { findTitle, firstOf, type Found } from './title.ts';

/** Fields that are one text, whatever it says. */
type TextField = 'title' | 'site' | 'excerpt' | 'image' | 'section' | 'license' | 'language' | 'canonicalUrl';

/**
 * Reads a web page's metadata into `meta`, each field with its origin.
 *
 * Where sources disagree there is an order for each field, which the package's README lists. Authors, dates
 * and licence go by what is made for machines to read about this very article: JSON-LD first, what is shown
 * last. Title, excerpt, image and tags go by what the page shows to people and to other sites.
 */
export function readMetadata(document: ParentNode, url: string | undefined, meta: MetaDraft): void {
  const facts = gatherFacts(document);
  const data = new StructuredData(facts.jsonLd);
  const base = baseOf(facts, url);
  const set = (field: TextField, found: Found<string> | undefined): void => {
    if (found) meta.set(field, found.value, found.origin);
  };

  const canonical = findCanonicalUrl(facts, base);
  const address = url ?? canonical?.value;
  const site = findSite(facts, data, address);
  // A name that was taken from the title says no more about the title.
  const names = new SiteNames(site?.origin === 'html' ? undefined : site?.value, address);
  const nature = pageNature(facts, data, address);
  const title = findTitle(facts, data, names, nature, address);
  const heading = headingOf(facts, title?.value);
  const titleAt = heading?.at ?? 0;
  // Where the title itself stands "elsewhere", the class names of this page mean something else.
  if (heading?.elsewhere !== true) dropElsewhere(facts);
  set('canonicalUrl', canonical);
  set('site', site);
  set('title', title);

  const found = findAuthors(facts, data, { text: title?.value ?? '', at: titleAt }, names, nature, base);
  if (found) {
    meta.set('authors', found.authors, found.origin);
    meta.set('byline', found.byline, found.origin);
  }
  const published = findPublished(facts, data, titleAt, nature, address);
  if (published) meta.set('published', published.value, published.origin);
  const modified = findModified(facts, data, titleAt);
  if (modified && modified.value.slice(0, 10) >= (published?.value ?? '').slice(0, 10))
    meta.set('modified', modified.value, modified.origin);

  set('excerpt', findExcerpt(facts, data, titleAt));
  set('section', findSection(facts, data));
  set('license', findLicense(facts, data, base));
  set('image', findImage(facts, data, base));
  const tags = findTags(facts, data);
  if (tags) meta.set('tags', tags.value, tags.origin);
  const language = findLanguage(facts, data);
  set('language', language);
  const direction = findDirection(facts, language?.value);
  if (direction) meta.set('direction', direction.value, direction.origin);
}

/** What relative addresses of the page start from: its own `<base>`, which may be relative, or where it stands. */
function baseOf(facts: PageFacts, url: string | undefined): string | undefined {
  const base = facts.base === '' ? undefined : resolveUrl(facts.base, url);
  return base === undefined || base.startsWith('#') ? url : base;
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

function findCanonicalUrl(facts: PageFacts, base: string | undefined): Found<string> | undefined {
  const [link] = facts.links.get('canonical') ?? [];
  const canonical = link === undefined ? undefined : resolveUrl(link, base);
  if (canonical?.startsWith('http')) return { value: canonical, origin: 'html' };
  const shared = firstOf(facts, 'og:url');
  const resolved = shared === undefined ? undefined : resolveUrl(shared, base);
  return resolved?.startsWith('http') ? { value: resolved, origin: 'opengraph' } : undefined;
}
