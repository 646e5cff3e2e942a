import type { KnownMeta } from './meta.ts';
import type { Author, MetaField } from './types.ts';
import { resolveUrl } from './url.ts';

export type KnownMetaResult = { ok: true; meta: KnownMeta } | { ok: false; reason: string };

/** A value as an article holds it, or `undefined` where the field cannot have it. */
type Check = (value: unknown) => unknown;

const CHECKS: Readonly<Record<MetaField, Check>> = {
  title: string,
  byline: string,
  dateline: string,
  authors: (value) => list(value, author),
  published: rfc3339,
  modified: rfc3339,
  language: string,
  direction: (value) => (value === 'ltr' || value === 'rtl' ? value : undefined),
  site: string,
  canonicalUrl: (value) => (typeof value === 'string' ? resolveUrl(value, undefined) : undefined),
  excerpt: string,
  image: (value) => (typeof value === 'string' ? resolveUrl(value, undefined, 'image') : undefined),
  section: string,
  license: string,
  tags: (value) => list(value, (tag) => string(tag) || undefined),
};

/**
 * Checks the metadata that a caller gives: no reader has seen it, and the article that holds it must be
 * valid. (By hand: the schema would bring zod into every bundle that only parses.)
 *
 * URLs come back as an article writes them, empty values not at all. `reason` names a field that does not
 * exist, has a wrong type, is no date, or is a URL that no article may hold.
 */
export function readKnownMeta(given: unknown): KnownMetaResult {
  if (typeof given !== 'object' || given === null) return { ok: false, reason: 'meta is not an object' };
  const meta: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(given)) {
    if (!Object.hasOwn(CHECKS, field)) return { ok: false, reason: `there is no meta.${field}` };
    if (value === undefined || value === '') continue;
    const checked = CHECKS[field as MetaField](value); // one of its keys
    if (checked === undefined) return { ok: false, reason: `meta.${field} has a value that it cannot have` };
    meta[field] = checked;
  }
  return { ok: true, meta };
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function list<T>(value: unknown, item: (value: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(item);
  return items.every((checked) => checked !== undefined) ? items : undefined;
}

function author(value: unknown): Author | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, url, ...rest } = value as Record<string, unknown>; // an object, so it has properties or none
  if (typeof name !== 'string' || name === '' || Object.keys(rest).length > 0) return undefined;
  if (url === undefined) return { name };
  const resolved = typeof url === 'string' ? resolveUrl(url, undefined) : undefined;
  return resolved === undefined ? undefined : { name, url: resolved };
}

const RFC3339 = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;

/** The value itself where it is a full-date or date-time of RFC 3339 that the calendar has. */
export function rfc3339(value: unknown): string | undefined {
  const day = typeof value === 'string' ? RFC3339.exec(value)?.[1] : undefined;
  if (day === undefined) return undefined;
  // The 30th of February reads as the 1st or 2nd of March.
  const time = Date.parse(`${day}T00:00:00Z`);
  const real = Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  return real ? (value as string) : undefined; // the pattern has matched it
}
