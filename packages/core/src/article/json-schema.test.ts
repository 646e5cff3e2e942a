import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryArticle } from '../../test/arbitrary-article.ts';
import { damagedJson } from '../../test/hostile-value.ts';
import { articleJsonSchema } from './json-schema.ts';
import { ArticleSchema } from './schema.ts';

const written = JSON.parse(readFileSync(new URL('../../schema/article.schema.json', import.meta.url), 'utf8')) as {
  $defs: Record<string, object>;
};
const ajv = new Ajv2020({ strict: true, allErrors: false });
addFormats.default(ajv);
const accepts = ajv.compile(written);

test('schema/article.schema.json is current (`npm run schema` writes it)', () => {
  expect(written).toEqual(articleJsonSchema());
});

test('every part has a name of its own', () => {
  expect(Object.keys(written.$defs).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
  for (const name of ['Article', 'Block', 'Heading', 'Mark', 'Link', 'Sentence', 'Meta', 'Source', 'Diagnostic']) {
    expect(written.$defs).toHaveProperty(name);
  }
});

test('a foreign validator accepts every article', () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      accepts(article);
      expect(accepts.errors ?? []).toEqual([]);
    }),
  );
});

test('a foreign validator says what our own schema says of damaged articles', () => {
  let rejected = 0;
  fc.assert(
    fc.property(damagedJson, (value) => {
      // The one thing that differs: a record of zod's skips this key, `validate` has a check of its own.
      fc.pre(!JSON.stringify((value as { ext?: unknown }).ext ?? '').startsWith('{"__proto__"'));
      const verdict = accepts(value);
      expect(verdict).toBe(ArticleSchema.safeParse(value).success);
      if (!verdict) rejected++;
    }),
    { numRuns: 1000 },
  );
  expect(rejected).toBeGreaterThan(100);
  expect(rejected).toBeLessThan(900);
});
