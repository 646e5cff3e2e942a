import { type Failure, failure } from '../errors.ts';
import { fetchFailure } from './fetch-failure.ts';
import { createNodeFetch } from './node-fetch.ts';
import type { PageFetch, PageResponse } from './page-fetch.ts';
import { isPrivateAddress, literalAddress } from './private-address.ts';
import { readBody } from './read-body.ts';

/** Limits of a fetch. */
export interface FetchOptions {
  /** Milliseconds for the whole, redirects and body included. Default 20 seconds. */
  timeout?: number;
  /** The most bytes, decompressed. Default 64 MiB for a page, 16 MiB for an image. */
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

/** What came, and from where. */
export interface FetchedResource {
  bytes: Uint8Array;
  /** Where it was found, after all redirects. */
  url: string;
  /** Media type, with the parameters that `typeOf` keeps. */
  mediaType?: string;
  redirects: Redirect[];
}

/** What kind of thing is fetched. */
export interface Wanted {
  /** The `Accept` header. */
  accept: string;
  maxBytes: number;
  /** Reads the `Content-Type` of an answer, or refuses it. */
  typeOf: (contentType: string | null, url: string) => { mediaType?: string } | { unreadable: string };
}

export interface Redirect {
  from: string;
  to: string;
  status: number;
}

export type ResourceResult = { ok: true; resource: FetchedResource } | Failure;

const SECOND = 1000;
/** As long as people wait; slow pages of slow servers take about half of it. */
const DEFAULT_TIMEOUT = 20 * SECOND;
/** Browsers allow 20; pages that need more than a few are loops. */
const DEFAULT_MAX_REDIRECTS = 10;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Many servers turn away whoever does not begin like a browser; the rest says who we are. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Lede/0.1)';

/** Fetches what is `wanted` over http(s). Never throws; the codes of failures are in `LIBRARY_ERROR_CODES`. */
export async function fetchResource(url: string, options: FetchOptions, wanted: Wanted): Promise<ResourceResult> {
  const { timeout = DEFAULT_TIMEOUT, signal } = options;
  const deadline = AbortSignal.timeout(timeout);
  const end = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    return await follow(url, options, wanted, end);
  } catch (error) {
    if (signal?.aborted) return failure('aborted', undefined, { cause: error });
    if (deadline.aborted) return failure('timeout', `${timeout / SECOND} s for ${url}`, { cause: error });
    return fetchFailure(error);
  }
}

async function follow(start: string, options: FetchOptions, wanted: Wanted, end: AbortSignal): Promise<ResourceResult> {
  const { maxRedirects = DEFAULT_MAX_REDIRECTS, refusePrivateAddresses = false } = options;
  const fetch = options.fetch ?? createNodeFetch({ refusePrivateAddresses });
  const headers = { accept: wanted.accept, 'user-agent': options.userAgent ?? USER_AGENT };
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
      if (location === null) return await read(response, publicName(url), redirects, options, wanted);
      at = URL.parse(location, url)?.href ?? location;
      redirects.push({ from: publicName(url), to: publicName(at), status: response.status });
    } finally {
      done.abort();
    }
  }
}

async function read(
  response: PageResponse,
  url: string,
  redirects: Redirect[],
  options: FetchOptions,
  { maxBytes: usual, typeOf }: Wanted,
): Promise<ResourceResult> {
  const maxBytes = options.maxBytes ?? usual;
  const { status, headers, body } = response;
  if (status < 200 || status > 299) return failure('http-status', `${status} from ${url}`, { status });
  const type = typeOf(headers.get('content-type'), url);
  if ('unreadable' in type) return failure('media-type', `${type.unreadable} from ${url}`);
  const bytes = await readBody(body, maxBytes);
  if (!bytes) return failure('too-large', `more than ${maxBytes} bytes from ${url}`);
  return { ok: true, resource: { bytes, url, ...type, redirects } };
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
