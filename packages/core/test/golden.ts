import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { checkInvariants } from '../src/article/invariants.ts';
import type { Article, MediaType } from '../src/article/types.ts';
import { validate } from '../src/article/validate.ts';
import type { ParseOptions } from '../src/parse-with.ts';
import { outline, type OutlineOptions } from './outline.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));
const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
};

/** `test/fixtures/<slug>/`: `input.txt`, `.md` or `.html`, `expected.txt`, and `options.json` where parsing needs any. */
export interface Fixture {
  slug: string;
  input: Uint8Array;
  /** Media type by the input's suffix, and what `options.json` says. */
  options: ParseOptions;
}

/** Fixtures that are pages without an article; only those who name them get them. */
export const WITHOUT_ARTICLE = 'no-article-';

/** Every fixture whose slug starts with `prefix`, sorted. There is at least one, or the tests would test nothing. */
export function fixtures(prefix: string): Fixture[] {
  const slugs = readdirSync(FIXTURES).filter(
    (slug) => slug.startsWith(prefix) && (prefix === WITHOUT_ARTICLE || !slug.startsWith(WITHOUT_ARTICLE)),
  );
  if (slugs.length === 0) throw new Error(`no fixture starts with ${prefix}`);
  return slugs.toSorted().map(readFixture);
}

function readFixture(slug: string): Fixture {
  const files = readdirSync(`${FIXTURES}${slug}`);
  const name = files.find((file) => file.startsWith('input.'));
  if (!name) throw new Error(`fixture ${slug} has no input`);
  const mediaType = MEDIA_TYPES[name.slice('input.'.length)];
  if (!mediaType) throw new Error(`fixture ${slug}: ${name} has a suffix of no media type`);
  const extra = files.includes('options.json')
    ? (JSON.parse(readFileSync(`${FIXTURES}${slug}/options.json`, 'utf8')) as ParseOptions) // our own file
    : {};
  return { slug, input: readFileSync(`${FIXTURES}${slug}/${name}`), options: { mediaType, ...extra } };
}

/**
 * Compares an article with `test/fixtures/<slug>/expected.txt`, and checks the schema and every invariant.
 * The file is written only under `UPDATE=1`; a missing one fails.
 */
export function expectGolden(article: Article, slug: string, options: OutlineOptions = {}): void {
  expect(checkInvariants(article)).toEqual([]);
  expect(validate(JSON.parse(JSON.stringify(article)))).toMatchObject({ ok: true });
  expectGoldenText(outline(article, options), slug);
}

/** Compares a text with `test/fixtures/<slug>/expected.txt`, which is written only under `UPDATE=1`. */
export function expectGoldenText(actual: string, slug: string): void {
  const path = `${FIXTURES}${slug}/expected.txt`;
  if (process.env['UPDATE'] === '1') writeFileSync(path, actual);
  if (!existsSync(path)) throw new Error(`${slug}/expected.txt is missing; UPDATE=1 writes it`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
