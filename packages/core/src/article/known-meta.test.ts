import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../parse.ts';
import { readKnownMeta } from './known-meta.ts';
import type { KnownMeta } from './meta.ts';
import { MetaSchema } from './schema.ts';
import { validate } from './validate.ts';

test('URLs come back as an article writes them, empty values not at all', () => {
  const given = {
    title: '',
    canonicalUrl: 'https://example.com',
    authors: [{ name: 'Ann', url: ' HTTPS://A.example/x' }],
  };
  expect(readKnownMeta(given)).toEqual({
    ok: true,
    meta: { canonicalUrl: 'https://example.com/', authors: [{ name: 'Ann', url: 'https://a.example/x' }] },
  });
});

test.each([
  ['published', { published: 'yesterday' }],
  ['modified', { modified: '2023-02-29' }],
  ['canonicalUrl', { canonicalUrl: 'javascript:alert(1)' }],
  ['canonicalUrl', { canonicalUrl: '/relative' }],
  ['image', { image: 'mailto:a@example.com' }],
  ['authors', { authors: [{ name: 'Ann', url: 'vbscript:x' }] }],
  ['authors', { authors: [{ name: '' }] }],
  ['authors', { authors: ['Ann'] }],
  ['tags', { tags: 'one' }],
  ['tags', { tags: ['one', ''] }],
  ['direction', { direction: 'up' }],
  ['nope', { nope: 1 }],
  ['__proto__', JSON.parse('{"__proto__":{"title":"x"}}')],
  ['constructor', { constructor: 'x' }],
  ['origin', { origin: { title: 'caller' } }],
  ['title', { title: 7 }],
  ['meta', 'title'],
])('a wrong %s is refused: %j', (field, meta) => {
  const result = parse('Some text.', { meta: meta as KnownMeta }); // what JavaScript may pass
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'options-invalid', message: expect.stringContaining(field) },
  });
});

test('whatever is taken gives a valid article', () => {
  const meta: KnownMeta = {
    title: ' A title ',
    published: '2024-02-29',
    modified: '2024-03-01T10:00:00+01:00',
    canonicalUrl: 'https://example.com/a b',
    image: 'data:image/gif;base64,AAAA',
    authors: [{ name: 'Ann' }],
    tags: ['x'],
  };
  const result = parse('Some text.', { meta });
  expect(result.ok && validate(result.article)).toMatchObject({ ok: true });
});

test('dates are those that the schema takes', () => {
  const part = fc.constantFrom(
    '2024',
    '0000',
    '9999',
    '00',
    '01',
    '02',
    '12',
    '13',
    '23',
    '24',
    '28',
    '29',
    '30',
    '31',
    '60',
  );
  const text = fc.tuple(
    part,
    part,
    part,
    part,
    part,
    part,
    fc.constantFrom('', '.5', 'Z', '.25Z', '+01:00', '-24:00', '+1:00'),
  );
  const value = fc.oneof(
    text.map(([y, m, d, h, min, s, end]) => `${y}-${m}-${d}T${h}:${min}:${s}${end}`),
    text.map(([y, m, d]) => `${y}-${m}-${d}`),
  );
  fc.assert(
    fc.property(value, (published) => {
      const bySchema = MetaSchema.safeParse({ published, authors: [], tags: [], origin: {} }).success;
      expect(readKnownMeta({ published }).ok).toBe(bySchema);
    }),
    { numRuns: 3000 },
  );
});
