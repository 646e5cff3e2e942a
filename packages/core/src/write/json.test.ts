import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvents, arbitraryMeta, buildArticle } from '../../test/arbitrary-article.ts';
import type { Article } from '../article/types.ts';
import { writeJson } from './json.ts';

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

const anyArticle = fc.tuple(arbitraryEvents, arbitraryMeta).map(([events, meta]) => buildArticle(events, meta));

test('keeps every member, whatever the indent', () => {
  fc.assert(
    fc.property(anyArticle, fc.option(fc.object(), { nil: undefined }), fc.nat(4), (article, ext, indent) => {
      const whole: Article = ext === undefined ? article : { ...article, ext };
      const json = writeJson(whole, { indent });
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(whole)));
    }),
  );
});

test('indents as JSON.stringify does', () => {
  const named = fc.object({ key: fc.stringMatching(/^[a-z]{1,3}$/) });
  fc.assert(
    fc.property(anyArticle, named, fc.nat(4), (article, ext, indent) => {
      const json = writeJson({ ...article, ext }, { indent });
      expect(json).toBe(JSON.stringify(JSON.parse(json), null, indent));
    }),
  );
});

test('gives the same bytes for the same article, however its keys are ordered', () => {
  fc.assert(
    fc.property(anyArticle, fc.object(), (article, ext) => {
      const whole = { ...article, ext: JSON.parse(JSON.stringify(ext)) as Record<string, unknown> }; // it is an object
      expect(writeJson(reversed(whole) as Article)).toBe(writeJson(whole)); // the same members
    }),
  );
});

test('writes what nests deeper than any stack, and refuses a cycle', () => {
  const article = buildArticle([{ do: 'text', text: 'x' }]);
  let deep: unknown = 'end';
  for (let i = 0; i < 100_000; i++) deep = [deep];
  const json = writeJson({ ...article, ext: { deep } });
  expect(json.endsWith(`${']'.repeat(100_000)}}}`)).toBe(true);
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  expect(() => writeJson({ ...article, ext: cycle })).toThrow(TypeError);
});
