/** Schemes a link may have (invariant U1). Everything else, `javascript:` first of all, is refused. */
const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const DATA_IMAGE = /^data:image\//i;
/**
 * An http URL that is spelled as the URL standard would spell it: a name of ASCII letters that no number
 * could be, no characters to encode. Most links are such, and parsing is the larger part of reading them.
 */
const CANONICAL = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}\/[\w.~/-]*(?:\?[\w.~/=&%+-]*)?(?:#[\w.~/=&%+-]*)?$/;
/** What makes such a URL another one all the same: dot segments, punycode. */
const CHANGED = /\/\.|xn--/;

/** What a URL is for: an image may also be a `data:image/…` URL. */
export type UrlUse = 'link' | 'image';

/**
 * Makes `raw` absolute against `base` and checks its scheme.
 *
 * Returns an absolute URL, or a fragment (`#note-1`) as it is where there is no base or it points into
 * the same page; `undefined` where the result would be relative, malformed or of a scheme not allowed.
 */
export function resolveUrl(raw: string, base: string | undefined, use: UrlUse = 'link'): string | undefined {
  const trimmed = raw.trim();
  if (trimmed === '') return undefined;
  if (CANONICAL.test(trimmed) && !CHANGED.test(trimmed)) return trimmed;
  if (trimmed.startsWith('#')) return use === 'link' ? fragment(trimmed) : undefined;
  if (use === 'image' && DATA_IMAGE.test(trimmed)) return tryUrl(trimmed)?.href;
  const parsed = tryUrl(trimmed, base);
  return parsed && LINK_SCHEMES.has(parsed.protocol) && (use === 'link' || parsed.protocol.startsWith('http'))
    ? parsed.href
    : undefined;
}

/** Whether a URL already satisfies invariant U1. */
export function isAllowedUrl(url: string, use: UrlUse): boolean {
  return resolveUrl(url, undefined, use) === url;
}

/** `URL.parse`, which Node 20 lacks. */
export function tryUrl(raw: string, base?: string): URL | undefined {
  try {
    return new URL(raw, base);
  } catch {
    return undefined;
  }
}

/** Percent-encodes what may not stand in a fragment, as the URL standard does; `#` alone is no target. */
function fragment(raw: string): string | undefined {
  const { hash } = new URL(raw, 'https://fragment.invalid/');
  return hash === '' ? undefined : hash;
}

/**
 * The address of a document as a caller gives it. `''` counts as none, as it does in metadata; `null` where it is not
 * absolute or of a scheme that is not allowed.
 */
export function documentUrl(given: string | undefined): string | null | undefined {
  if (given === undefined || given === '') return undefined;
  const url = resolveUrl(given, undefined);
  return url === undefined || url.startsWith('#') ? null : url;
}
