import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Contract } from '../../test/contract.ts';
import { openApiDocument } from '../openapi/document.ts';
import { ParseRequestSchema, readJsonRequest } from './json-request.ts';

const documented = new Contract(openApiDocument()).schemaAt('components', 'schemas', 'ParseRequest');
const read = (body: string): ReturnType<typeof readJsonRequest> => readJsonRequest(new TextEncoder().encode(body));

test('the documented schema and the one that checks requests agree', () => {
  const value = fc.oneof(
    fc.constantFrom(
      '',
      'x',
      'auto',
      'article',
      'ltr',
      '2024-02-29',
      '2023-02-29',
      '2024-01-01T00:00:00Z',
      'https://a.b/',
    ),
    fc.constantFrom<unknown>(null, 0, true, [], {}, ['x'], [''], [{ name: 'x' }], [{ name: 'x', url: '' }], [{}]),
  );
  const keys = [
    'text',
    'markdown',
    'html',
    'url',
    'content',
    'title',
    'published',
    'authors',
    'tags',
    'direction',
    'nope',
  ];
  const body = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 });
  fc.assert(
    fc.property(body, (candidate) => {
      expect(ParseRequestSchema.safeParse(candidate).success).toBe(documented(candidate));
    }),
    { numRuns: 2000 },
  );
});

test('the input is what its member’s name says', () => {
  expect(read('{"markdown":"# A"}')).toEqual({
    ok: true,
    input: '# A',
    options: { mediaType: 'text/markdown', meta: {} },
  });
  expect(read('{"html":"<p>","url":"https://a.b/","content":"everything","title":"T"}')).toEqual({
    ok: true,
    input: '<p>',
    options: { mediaType: 'text/html', url: 'https://a.b/', content: 'everything', meta: { title: 'T' } },
  });
});

test('each thing wrong is pointed at', () => {
  const result = read('{"text":"a","html":"b","a/b~c":1,"authors":[{"name":"A"},{"name":""}],"published":"soon"}');
  const errors = result.ok ? [] : result.failure.errors;
  expect(errors?.map((error) => error.pointer)).toEqual(
    expect.arrayContaining(['/a~1b~0c', '/authors/1/name', '/published']),
  );
});

test('__proto__ is refused as any unknown member, however it is written', () => {
  for (const name of ['__proto__', '\\u005f_proto__', 'constructor', 'toString']) {
    const result = read(`{"text":"a","${name}":{"title":"x"}}`);
    expect(result).toMatchObject({ ok: false, failure: { code: 'request-invalid' } });
  }
});

test('a list of millions is refused by its length', () => {
  const result = read(`{"text":"a","tags":[${'1,'.repeat(2_000_000)}1]}`);
  expect(result).toMatchObject({ ok: false, failure: { errors: [{ pointer: '/tags' }] } });
});

test('a million unknown members make a short answer', () => {
  const members = Array.from({ length: 300_000 }, (_, i) => `"k${i}":0`).join();
  const result = read(`{"text":"a",${members}}`);
  expect(result.ok ? 0 : result.failure.errors?.length).toBe(100);
});

test('of duplicate members the last counts', () => {
  expect(read('{"text":"a","text":"b"}')).toMatchObject({ ok: true, input: 'b' });
});

test('a body that is not UTF-8 is not JSON; a byte-order mark is no matter', () => {
  expect(readJsonRequest(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({
    ok: false,
    failure: { code: 'json-malformed' },
  });
  expect(read('\uFEFF{"text":"a"}')).toMatchObject({ ok: true, input: 'a' });
});

test('nesting of a million levels is refused like any other wrong shape', () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  expect(read(`{"text":"a","tags":${deep}}`)).toMatchObject({ ok: false, failure: { code: 'request-invalid' } });
  expect(read(`{"text":"a","tags":${'['.repeat(1_000_000)}`)).toMatchObject({
    ok: false,
    failure: { code: 'json-malformed' },
  });
});
