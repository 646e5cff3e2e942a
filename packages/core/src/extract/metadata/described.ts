import { resolveUrl } from '../../article/url.ts';
import type { Origin } from '../../article/types.ts';
import type { PageFacts } from './facts.ts';
import { isNode, type StructuredData, stringAt } from './json-ld.ts';
import type { Found } from './title.ts';

/** A subtitle stands within so many text nodes under the title. */
const AFTER_TITLE = 12;
/** In code units. */
const SHORTEST_SUBTITLE = 15;
const LONGEST_TAG = 60;
const MOST_TAGS = 50;

/** What the article is about, in a sentence: `<meta>` descriptions, JSON-LD, the subtitle under the title. */
export function findExcerpt(facts: PageFacts, data: StructuredData, titleAt: number): Found<string> | undefined {
  const names = ['og:description', 'dc.description', 'description', 'twitter:description'];
  const subtitle = facts.subtitles.find(
    ({ at, text, elsewhere }) =>
      !elsewhere && at >= titleAt && at <= titleAt + AFTER_TITLE && text.length >= SHORTEST_SUBTITLE,
  );
  return (
    ofMetas(facts, names) ??
    ofData(data, 'description', 'alternativeHeadline') ??
    (subtitle && { value: subtitle.text, origin: 'html' })
  );
}

/** The section of the site that it stands in: `<meta>`, JSON-LD. */
export function findSection(facts: PageFacts, data: StructuredData): Found<string> | undefined {
  const names = ['article:section', 'og:article:section', 'section', 'parsely-section', 'articlesection'];
  return ofMetas(facts, names) ?? ofData(data, 'articleSection');
}

/** The lead image: `<meta>`, JSON-LD, `<link rel=image_src>`. */
export function findImage(facts: PageFacts, data: StructuredData, base: string | undefined): Found<string> | undefined {
  const names = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src', 'thumbnail'];
  const [link] = facts.links.get('image_src') ?? [];
  const candidates: (Found<string> | undefined)[] = [
    ofMetas(facts, names),
    imageOfData(data),
    link === undefined ? undefined : { value: link, origin: 'html' },
  ];
  for (const found of candidates) {
    const value = found && resolveUrl(found.value, base, 'image');
    if (found && value !== undefined) return { value, origin: found.origin };
  }
  return undefined;
}

/** The keywords: OpenGraph, JSON-LD, `<meta>`; a list, or one text with commas or semicolons. */
export function findTags(facts: PageFacts, data: StructuredData): Found<string[]> | undefined {
  const keywords = data.main?.['keywords'];
  const listed = (Array.isArray(keywords) ? keywords : [keywords]).filter((tag) => typeof tag === 'string');
  const sources: [raw: readonly string[], origin: Origin][] = [
    [facts.metas.get('article:tag') ?? facts.metas.get('og:article:tag') ?? [], 'opengraph'],
    [listed, 'json-ld'],
    ...['news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags'].map((name): [readonly string[], Origin] => [
      facts.metas.get(name)?.slice(0, 1) ?? [],
      'meta',
    ]),
  ];
  for (const [raw, origin] of sources) {
    const tags = raw.flatMap((tag) => tag.split(/[,;]/)).map((tag) => tag.replace(/\s+/g, ' ').trim());
    const usable = [...new Set(tags.filter((tag) => tag !== '' && tag.length <= LONGEST_TAG))].slice(0, MOST_TAGS);
    if (usable.length > 0) return { value: usable, origin };
  }
  return undefined;
}

function ofMetas(facts: PageFacts, names: readonly string[]): Found<string> | undefined {
  for (const name of names) {
    const [value] = facts.metas.get(name) ?? [];
    if (value !== undefined) return { value, origin: /^(?:og|article):/.test(name) ? 'opengraph' : 'meta' };
  }
  return undefined;
}

function ofData({ main }: StructuredData, ...keys: readonly string[]): Found<string> | undefined {
  const value = stringAt(main, ...keys);
  return value === undefined ? undefined : { value, origin: 'json-ld' };
}

/** The address of the first image: a string, an object with an address, or a reference to one. */
function imageOfData(data: StructuredData): Found<string> | undefined {
  for (const key of ['image', 'primaryImageOfPage', 'thumbnailUrl', 'thumbnail']) {
    const value = data.main?.[key];
    const first = data.resolve(Array.isArray(value) ? value[0] : value);
    const url = isNode(first) ? stringAt(first, 'url', 'contentUrl', '@id') : first;
    if (typeof url === 'string' && url.trim() !== '') return { value: url.trim(), origin: 'json-ld' };
  }
  return undefined;
}
