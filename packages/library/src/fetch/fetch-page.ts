import type { Failure } from '../errors.ts';
import { type FetchedResource, type FetchOptions, fetchResource } from './fetch-resource.ts';
import { pageMediaType } from './page-media-type.ts';

/** A page as it came, ready for the core's `parse(page.bytes, page)`: with its charset, where server or name tell. */
export type FetchedPage = FetchedResource;

export type FetchResult = { ok: true; page: FetchedPage } | Failure;

/** HTML first: it says more of an article than a server's own translation. */
const ACCEPT = 'text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1';
/** The longest pages there are have some 20 MiB. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Fetches a page over http(s). Never throws; the codes of failures are in `LIBRARY_ERROR_CODES`.
 *
 * @example
 * const fetched = await fetchPage('https://example.com/story');
 * if (fetched.ok) parse(fetched.page.bytes, fetched.page);
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<FetchResult> {
  const result = await fetchResource(url, options, { accept: ACCEPT, maxBytes: MAX_BYTES, typeOf: pageMediaType });
  return result.ok ? { ok: true, page: result.resource } : result;
}
