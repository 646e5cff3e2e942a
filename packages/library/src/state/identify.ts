import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Draft } from '@lede/core';

/** Which article a state belongs to, and what a list shows of it. */
export interface ArticleIdentity {
  /** An absolute `https:`, `http:` or `file:` URL, or `urn:sha256:…` of the source. */
  key: string;
  title?: string;
  /** Absolute path, where it was read from a file. */
  path?: string;
}

/**
 * Says which article this is, so that its state is found again: by its canonical URL, the URL it came from,
 * the file it was read from, and where there is none of these by the hash of its source.
 *
 * @param file The path it was read from, made absolute against the working folder.
 * @example
 * const { state } = store.load(identify(article, 'notes/rivers.md'));
 */
export function identify(article: Draft, file?: string): ArticleIdentity {
  const { meta, source } = article;
  const absolute = file === undefined ? undefined : path.resolve(file);
  const from = absolute === undefined ? pageUrl(source.url) : pathToFileURL(absolute).href;
  const canonical = pageUrl(meta.canonicalUrl);
  const own = pageUrl(source.url) ?? from;
  const key = canonical !== undefined && !isFrontPageOfOther(canonical, own) ? canonical : own;
  const title = meta.title ?? firstHeading(article);
  return {
    key: key ?? `urn:sha256:${source.sha256}`,
    ...(title === undefined ? {} : { title }),
    ...(absolute === undefined ? {} : { path: absolute }),
  };
}

/** The words of the first heading; many articles have no other title. */
function firstHeading({ blocks, text }: Draft): string | undefined {
  const heading = blocks.find(({ type }) => type === 'heading');
  const words =
    heading &&
    text
      .slice(heading.start, heading.end)
      .replaceAll(/[\s\uFFFC]+/g, ' ')
      .trim();
  return words || undefined;
}

/** An http(s) URL without what names no other page: user, password, fragment. */
function pageUrl(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/** Whole sites name their front page as the canonical URL of every page; all would share one state. */
function isFrontPageOfOther(canonical: string, own: string | undefined): boolean {
  const { pathname, search } = new URL(canonical);
  return pathname === '/' && search === '' && own !== undefined && own !== canonical;
}
