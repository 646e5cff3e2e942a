import { tryUrl } from '../../article/url.ts';
import type { PageFacts } from './facts.ts';
import type { StructuredData } from './json-ld.ts';

/** What a page says that it is; neither is often said of a page that it is true of. */
export interface PageNature {
  isArticle: boolean;
  isThread: boolean;
  isProduct: boolean;
  /** The front page of its site. */
  isFront: boolean;
}

/** Parts of an address that forums have. */
const THREAD_ADDRESS =
  /forum|thread|viewtopic|\/topics?\/|\/t\/|\/d\/\d|\/discussions?\/|\/questions?\/|community|boards?\.|discuss/i;

/** Parts of an address that articles have: a folder of them, or a date. */
const ARTICLE_ADDRESS = /\/(?:blogs?|posts?|articles?|news|stor(?:y|ies))\/.|\/(?:19|20)\d\d\/\d\d?\/./;

/** What the page's type in OpenGraph, its structured data, its date and its address say. */
export function pageNature(facts: PageFacts, data: StructuredData, url: string | undefined): PageNature {
  const { hostname = '', pathname = '' } = tryUrl(url ?? '') ?? {};
  const hasType = (kind: RegExp): boolean => data.ofType(kind).length > 0 || [...facts.types].some((t) => kind.test(t));
  const says = (type: RegExp): boolean => facts.metas.get('og:type')?.some((value) => type.test(value)) === true;
  return {
    isArticle:
      says(/article|blog/i) ||
      facts.metas.has('article:published_time') ||
      hasType(/(?:Article|BlogPosting)$/) ||
      ARTICLE_ADDRESS.test(pathname),
    isThread: THREAD_ADDRESS.test(`${hostname}${pathname}`) || hasType(/^(?:DiscussionForumPosting|QAPage|Question)$/),
    isProduct: says(/product/i) || hasType(/^Product(?:Group)?$/),
    isFront: pathname === '/',
  };
}
