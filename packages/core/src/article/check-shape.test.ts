import { expect, test } from 'vitest';
import { parse } from '../parse.ts';
import { checkShape } from './check-shape.ts';
import { ArticleSchema } from './schema.ts';

function article(): Record<string, unknown> {
  const result = parse('# Title\n\nSome *text*.', { mediaType: 'text/markdown' });
  if (!result.ok) throw new Error(result.error.message);
  return { ...result.article };
}

const ROWS = 5000;
/** Each has a list too long for one chunk, with one row wrong, late in it. */
const LATE: [name: string, value: Record<string, unknown>, path: string][] = [
  [
    'blocks',
    { blocks: late({ type: 'paragraph', id: 'a', parent: null, start: 0, end: 0 }, { type: 'nope' }) },
    'blocks.4321.type',
  ],
  [
    'marks',
    { marks: late({ type: 'emphasis', start: 0, end: 1 }, { type: 'link', start: 0, end: 1 }) },
    'marks.4321.url',
  ],
  [
    'sentences',
    { sentences: late({ start: 0, end: 1, block: 0 }, { start: 0, end: 1, block: -1 }) },
    'sentences.4321.block',
  ],
  [
    'diagnostics',
    { diagnostics: late({ code: 'a', message: 'b' }, { code: 'a', message: '' }) },
    'diagnostics.4321.message',
  ],
  ['tags', { meta: { authors: [], tags: late('a', ''), origin: {} } }, 'meta.tags.4321'],
  ['authors', { meta: { authors: late({ name: 'a' }, {}), tags: [], origin: {} } }, 'meta.authors.4321.name'],
];

function places(issues: readonly { path: readonly PropertyKey[] }[]): string[] {
  return issues.map((issue) => issue.path.join('.'));
}

function late(good: unknown, bad: unknown): unknown[] {
  const rows = Array.from({ length: ROWS }, () => good);
  rows[4321] = bad;
  return rows;
}

test.each(LATE)('a wrong row late in %s is found at its place, as the schema itself would', (_name, part, path) => {
  const value = { ...article(), ...part };
  expect(places(checkShape(value))).toEqual([path]);
  expect(places(ArticleSchema.safeParse(value).error?.issues ?? [])).toEqual([path]);
});

test('a wrong key among thousands is found', () => {
  const keys = Array.from({ length: ROWS }, (_, i) => [i === 4321 ? 'bare' : `com.example.k${i}`, i] as const);
  expect(checkShape({ ...article(), ext: Object.fromEntries(keys) }).map((issue) => issue.path)).toEqual([
    ['ext', 'bare'],
  ]);
});

test('of a list that is all wrong only the beginning is reported', () => {
  const rows = Array.from({ length: 100_000 }, () => ({}));
  for (const name of ['blocks', 'marks', 'sentences', 'diagnostics']) {
    const issues = checkShape({ ...article(), [name]: rows });
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThanOrEqual(4000);
  }
  const meta = { authors: rows, tags: rows, origin: {} };
  expect(checkShape({ ...article(), meta }).length).toBeLessThanOrEqual(4000);
  const ext = Object.fromEntries(rows.map((row, i) => [`bare${i}`, row]));
  expect(checkShape({ ...article(), ext }).length).toBeLessThanOrEqual(4000);
});

test('a valid article passes, however long its lists', () => {
  expect(checkShape(article())).toEqual([]);
  const sentences = Array.from({ length: ROWS }, (_, i) => ({ start: i, end: i + 1, block: 0 }));
  expect(checkShape({ ...article(), sentences })).toEqual([]);
});
