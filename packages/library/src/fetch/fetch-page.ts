import { type Failure, failure } from '../errors.ts';
import { fetchFailure } from './fetch-failure.ts';
import { createNodeFetch } from './node-fetch.ts';
import type { PageFetch, PageResponse } from './page-fetch.ts';
import { pageMediaType } from './page-media-type.ts';
import { isPrivateAddress, literalAddress } from './private-address.ts';
import { readBody } from './read-body.ts';

export interface FetchPageOptions {
  /** Milliseconds for the whole, redirects and body included. Default 20 seconds. */
  timeout?: number;
  /** The most bytes of the page, decompressed. Default 64 MiB. */
  maxBytes?: number;
  /** Redirects to follow. Default 10. */
  maxRedirects?: number;
  /**
   * Refuse this machine and private networks, at every redirect too. For servers that fetch what strangers
   * ask for. Default `false`.
   */
  refusePrivateAddresses?: boolean;
  /** Ends the fetch with `aborted`. */
  signal?: AbortSignal;
  userAgent?: string;
  /**
   * Exchanges requests and answers instead of ours. It then has to refuse hosts whose names lead to private
   * addresses by itself; addresses that stand in the URL are still refused here.
   */
  fetch?: PageFetch;
}

/** A page as it came, ready for the core's `parse(page.bytes, page)`. */
export interface FetchedPage {
  bytes: Uint8Array;
  /** Where it was found, after all redirects. */
  url: string;
  /** Media type with its charset, where server or name tell; the core looks at the text otherwise. */
  mediaType?: string;
  redirects: Redirect[];
}

export interface Redirect {
  from: string;
  to: string;
  status: number;
}

export type FetchResult = { ok: true; page: FetchedPage } | Failure;

const SECOND = 1000;
const MIB = 1024 * 1024;
/** As long as people wait; slow pages of slow servers take about half of it. */
const DEFAULT_TIMEOUT = 20 * SECOND;
/** The longest pages there are have some 20 MiB. */
const DEFAULT_MAX_BYTES = 64 * MIB;
/** Browsers allow 20; pages that need more than a few are loops. */
const DEFAULT_MAX_REDIRECTS = 10;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** HTML first: it says more of an article than a server's own translation. */
const ACCEPT = 'text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1';
/** Many servers turn away whoever does not begin like a browser; the rest says who we are. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Lede/0.1)';

/**
 * Fetches a page over http(s). Never throws; the codes of failures are in `LIBRARY_ERROR_CODES`.
 *
 * @example
 * const fetched = await fetchPage('https://example.com/story');
 * if (fetched.ok) parse(fetched.page.bytes, fetched.page);
 */
export async function fetchPage(url: string, options: FetchPageOptions = {}): Promise<FetchResult> {
  const { timeout = DEFAULT_TIMEOUT, signal } = options;
  const deadline = AbortSignal.timeout(timeout);
  const end = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    return await follow(url, options, end);
  } catch (error) {
    if (signal?.aborted) return failure('aborted', undefined, { cause: error });
    if (deadline.aborted) return failure('timeout', `${timeout / SECOND} s for ${url}`, { cause: error });
    return fetchFailure(error);
  }
}

async function follow(start: string, options: FetchPageOptions, end: AbortSignal): Promise<FetchResult> {
  const { maxRedirects = DEFAULT_MAX_REDIRECTS, refusePrivateAddresses = false } = options;
  const fetch = options.fetch ?? createNodeFetch({ refusePrivateAddresses });
  const headers = { accept: ACCEPT, 'user-agent': options.userAgent ?? USER_AGENT };
  const redirects: Redirect[] = [];
  const visited = new Set<string>();
  for (let at: string | undefined = start; ;) {
    const url = pageUrl(at);
    if (!url) return failure('bad-url', at);
    const literal = literalAddress(url);
    if (refusePrivateAddresses && literal !== undefined && isPrivateAddress(literal)) {
      return failure('private-address', literal);
    }
    if (visited.has(url.href)) return failure('redirect-loop', `${url.href} comes again`);
    if (redirects.length > maxRedirects) return failure('redirect-loop', `more than ${maxRedirects} redirects`);
    visited.add(url.href);

    // Ends the exchange when its answer is not wanted (any more), so that no connection stays open.
    const done = new AbortController();
    try {
      const request = { headers, redirect: 'manual', signal: AbortSignal.any([end, done.signal]) } as const;
      const response = await fetch(url.href, request);
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return await readPage(response, publicName(url), redirects, options);
      at = URL.parse(location, url)?.href ?? location;
      redirects.push({ from: publicName(url), to: publicName(at), status: response.status });
    } finally {
      done.abort();
    }
  }
}

async function readPage(
  response: PageResponse,
  url: string,
  redirects: Redirect[],
  { maxBytes = DEFAULT_MAX_BYTES }: FetchPageOptions,
): Promise<FetchResult> {
  const { status, headers, body } = response;
  if (status < 200 || status > 299) return failure('http-status', `${status} from ${url}`, { status });
  const type = pageMediaType(headers.get('content-type'), url);
  if ('unreadable' in type) return failure('media-type', `${type.unreadable} from ${url}`);
  const bytes = await readBody(body, maxBytes);
  if (!bytes) return failure('too-large', `more than ${maxBytes} bytes from ${url}`);
  return { ok: true, page: { bytes, url, ...type, redirects } };
}

function pageUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url;
}

/** A URL without the user and password that it may hold: they are for the server alone. */
function publicName(url: URL | string): string {
  const named = URL.parse(String(url));
  if (!named) return String(url);
  named.username = '';
  named.password = '';
  return named.href;
}
