import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { type Article, parse, validate, writeHtml, writeJson, writeMarkdown, writeText } from '@lede/core';
import { expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';

const TEXT = 'A Fox in the Yard\n\nA fox came at noon. Nobody saw it leave.\n';

function articleOf(input: string, mediaType: string): Article {
  const result = parse(input, { mediaType });
  if (!result.ok) throw new Error(result.error.message);
  return result.article;
}

test('a body and the same body inside JSON give the core’s article, byte for byte', async () => {
  const api = await startApi();
  const expected = writeJson(articleOf(TEXT, 'text/plain'));
  const raw = await api.post('/v1/parse', 'text/plain', TEXT);
  const inside = await api.post('/v1/parse', 'application/json', JSON.stringify({ text: TEXT }));
  expect(raw.text).toBe(expected);
  expect(inside.text).toBe(expected);
  expect(validate(raw.json)).toMatchObject({ ok: true });
});

test.each([
  ['application/json', writeJson],
  ['text/markdown', writeMarkdown],
  ['text/html', writeHtml],
  ['text/plain', writeText],
] as const)('Accept: %s is answered by the core’s writer', async (accept, write) => {
  const api = await startApi();
  const answer = await api.post('/v1/parse', 'text/markdown', '# Hi\n\nSome *text*.', { accept });
  expect(answer.headers.get('content-type')?.split(';')[0]).toBe(accept);
  expect(answer.headers.get('vary')).toContain('Accept');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.text).toBe(write(articleOf('# Hi\n\nSome *text*.', 'text/markdown')));
});

test.each([
  ['*/*', 'application/json'],
  ['text/*', 'text/markdown'],
  ['text/html;q=0.5, text/plain', 'text/plain'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
])('Accept: %s gets %s', async (accept, type) => {
  const api = await startApi();
  const answer = await api.post('/v1/parse', 'text/plain', TEXT, { accept });
  expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type);
});

test('bytes reach the core as they are, with the charset of the Content-Type', async () => {
  const api = await startApi();
  const answer = await api.post(
    '/v1/parse',
    'text/plain; charset=windows-1251',
    Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
  );
  expect(answer.json.text).toBe('Привет');
});

test('a charset in the query wins over the Content-Type’s', async () => {
  const api = await startApi();
  const bytes = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2);
  const answer = await api.post('/v1/parse?charset=windows-1251', 'text/plain; charset=utf-8', bytes);
  expect(answer.json.text).toBe('Привет');
});

test('the query gives options to a body that is the input, and none to JSON', async () => {
  const api = await startApi();
  const answer = await api.post(
    '/v1/parse?title=Given&tags=a&url=https%3A%2F%2Fexample.com%2Fx',
    'text/plain',
    'Text.',
  );
  expect(answer.json).toMatchObject({
    meta: { title: 'Given', tags: ['a'] },
    source: { url: 'https://example.com/x' },
  });
  const refused = await api.post('/v1/parse?title=Given', 'application/json', '{"text":"Text."}');
  expect(refused.json.code).toBe('request-invalid');
});

test('a body without a type is looked at', async () => {
  const api = await startApi();
  const answer = await api.post(
    '/v1/parse',
    'application/octet-stream',
    '<!doctype html><title>T</title><p>Some text.',
  );
  expect(answer.json).toMatchObject({ source: { mediaType: 'text/html' } });
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const)('a body in %s is inflated', async (encoding, compress) => {
  const api = await startApi();
  const body = new Uint8Array(compress(TEXT));
  const answer = await api.post('/v1/parse', 'text/plain', body, { 'content-encoding': encoding });
  expect(answer.text).toBe(writeJson(articleOf(TEXT, 'text/plain')));
});

test('each of the core’s failures keeps its code', async () => {
  const api = await startApi();
  const codes: (string | undefined)[] = [];
  for (const [target, type, body] of [
    ['/v1/parse', 'text/plain', ' \n'],
    ['/v1/parse', 'text/plain', '%PDF-1.7\n\0\0\x01'],
    ['/v1/parse?charset=klingon', 'text/plain', 'x'],
    ['/v1/parse?url=javascript%3Aalert(1)', 'text/plain', 'x'],
  ] as const) {
    const answer = await api.post(target, type, body);
    expect(answer.status).toBe(422);
    codes.push(answer.json.code);
  }
  expect(codes).toEqual(['input-empty', 'input-binary', 'charset-unknown', 'options-invalid']);
});

test('metadata that would make a wrong article is refused, not passed on', async () => {
  const api = await startApi();
  const answer = await api.post('/v1/parse?canonicalUrl=javascript%3Aalert(1)', 'text/plain', 'x');
  expect([answer.status, answer.json.code]).toEqual([422, 'options-invalid']);
});

test('the path supports POST and OPTIONS and says so', async () => {
  const api = await startApi();
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await api.call('/v1/parse', { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  }
  const options = await api.call('/v1/parse', { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow'), options.text]).toEqual([204, 'POST, OPTIONS', '']);
});
