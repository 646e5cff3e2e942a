import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { arbitraryArticle, buildArticle } from '../../test/arbitrary-article.ts';
import { damagedInMemory } from '../../test/hostile-value.ts';
import { ArticleSchema } from './schema.ts';
import type { Article } from './types.ts';
import { validate } from './validate.ts';

const compiled = z.compile(ArticleSchema, { strict: true });

/** A small valid article, as JSON text, to be spoilt by hand. */
const GOOD = JSON.stringify(
  buildArticle([
    { do: 'open', block: { type: 'heading', depth: 1 } },
    { do: 'text', text: 'Title' },
    { do: 'close' },
    { do: 'text', text: 'One two.' },
  ]),
);

function good(): Article {
  return JSON.parse(GOOD) as Article; // written just above
}

/** `rule path` (or block) of every issue. */
function issuesOf(value: unknown): string[] {
  const result = validate(value);
  if (result.ok) return [];
  expect(result.error.code).toBe('article-invalid');
  return result.error.issues.map((issue) => `${issue.rule} ${issue.path ?? issue.block ?? ''}`.trim());
}

test('returns the very value', () => {
  const value = good();
  expect(validate(value)).toEqual({ ok: true, article: value });
  expect((validate(value) as { article: Article }).article).toBe(value);
});

test('an article is still valid after a way through JSON', () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      expect(validate(JSON.parse(JSON.stringify(article)))).toEqual({ ok: true, article });
    }),
  );
});

test('names the rule, the place and the block, in the message too', () => {
  const value = good();
  Object.assign(value.blocks[0] ?? {}, { depth: 7 });
  const result = validate(value);
  if (result.ok) throw new Error('a heading of depth 7 was accepted');
  expect(result.error.issues).toMatchObject([{ rule: 'schema', path: 'blocks.0.depth', block: 0 }]);
  expect(result.error.message).toMatch(/schema at blocks\.0\.depth/);

  const moved = good();
  Object.assign(moved.blocks[1] ?? {}, { start: 8 });
  moved.sentences = [];
  expect(issuesOf(moved)).toEqual(['T2 1']);
  expect(validate(moved)).toMatchObject({ error: { message: expect.stringMatching(/T2 at block 1/) as string } });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 1],
  ['a string', 'article'],
  ['a list', []],
  ['a function', (): null => null],
  ['a symbol', Symbol('article')],
  ['a map', new Map()],
])('rejects %s', (_, value) => {
  expect(issuesOf(value).every((issue) => issue.startsWith('schema'))).toBe(true);
  expect(issuesOf(value)).not.toEqual([]);
});

test.each([
  ['in the document', '{', '{"__proto__":{"polluted":1},'],
  ['in a block', '"blocks":[{', '"blocks":[{"__proto__":{"polluted":1},'],
  ['in the origins', '"origin":{', '"origin":{"__proto__":"html"'],
  ['in ext', '{', '{"ext":{"__proto__":{"polluted":1}},'],
])('rejects a key __proto__ %s', (_, before, after) => {
  expect(issuesOf(JSON.parse(GOOD.replace(before, after)))).toHaveLength(1);
});

test.each([
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a fraction', 0.5],
  ['a negative number', -1],
  ['an integer beyond 2^53', 2 ** 60],
  ['a string of digits', '3'],
])('rejects %s as an offset', (_, offset) => {
  const value = good();
  Object.assign(value.blocks[1] ?? {}, { start: offset });
  expect(issuesOf(value)).toEqual(['schema blocks.1.start']);
});

test('takes -0 for 0', () => {
  const value = good();
  Object.assign(value.blocks[0] ?? {}, { start: -0 });
  expect(issuesOf(value)).toEqual([]);
});

test('rejects a list with holes', () => {
  const value = good();
  value.blocks.length = 4;
  expect(issuesOf(value)).toEqual(['schema blocks.2', 'schema blocks.3']);
});

test('leaves the content of ext alone, however deep or cyclic, but wants reverse-DNS keys', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  expect(issuesOf({ ...good(), ext: { 'com.example.deep': deep, 'com.example.cyclic': cyclic } })).toEqual([]);
  expect(issuesOf({ ...good(), ext: { topic: 1 } })).toEqual(['schema ext.topic']);
});

test('a value that cannot be read is invalid, with the cause', () => {
  const boom = new Error('boom');
  const getter = Object.defineProperty(good(), 'text', {
    enumerable: true,
    get: () => {
      throw boom;
    },
  });
  const proxy = new Proxy(good(), {
    get: () => {
      throw boom;
    },
  });
  const revoked = Proxy.revocable(good(), {});
  revoked.revoke();
  for (const value of [getter, proxy]) {
    expect(validate(value)).toMatchObject({ ok: false, error: { code: 'article-invalid', cause: boom } });
  }
  expect(issuesOf(revoked.proxy)).toEqual(['schema']);
});

test('reports at most 100 issues', () => {
  expect(issuesOf({ ...good(), marks: Array.from({ length: 1000 }, () => ({})) })).toHaveLength(100);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything({ withNullPrototype: true, withSparseArray: true }), damagedInMemory), (value) => {
      expect(() => validate(value)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test('the compiled and the interpreted schema say the same', () => {
  let rejected = 0;
  fc.assert(
    fc.property(damagedInMemory, (value) => {
      const [fast, slow] = [compiled.safeParse(value), ArticleSchema.safeParse(value)];
      expect(fast.success).toBe(slow.success);
      expect(fast.error?.issues).toEqual(slow.error?.issues);
      if (!slow.success) rejected++;
    }),
    { numRuns: 1000 },
  );
  // Both verdicts came up often enough for the comparison to mean something.
  expect(rejected).toBeGreaterThan(100);
  expect(rejected).toBeLessThan(900);
});
