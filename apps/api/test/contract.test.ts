import { parse } from '@lede/core';
import { expect, test } from 'vitest';
import { openApiDocument } from '../src/openapi/document.ts';
import { startApi } from './api.ts';
import { Contract } from './contract.ts';

/** Requests for one operation: one that succeeds, and some that fail in different ways. */
interface Cases {
  target: string;
  valid: RequestInit;
  status: number;
  invalid: { name: string; target?: string; init: RequestInit; status: number; code: string }[];
}

const json = { 'content-type': 'application/json' };
const article = parse('A Title\n\nSome text.', { mediaType: 'text/plain' });
const broken = article.ok ? { ...article.article, text: 'Other' } : {};

const CASES: Record<string, Cases> = {
  parse: {
    target: '/v1/parse',
    valid: { method: 'POST', headers: json, body: JSON.stringify({ text: 'A Title\n\nSome text.', tags: ['a'] }) },
    status: 200,
    invalid: [
      { name: 'no JSON', init: { headers: json, body: '{"text"' }, status: 400, code: 'json-malformed' },
      { name: 'no input', init: { headers: json, body: '{"title":"T"}' }, status: 422, code: 'request-invalid' },
      { name: 'empty input', init: { headers: json, body: '{"text":" "}' }, status: 422, code: 'input-empty' },
      {
        name: 'unknown type',
        init: { headers: { 'content-type': 'image/png' }, body: 'x' },
        status: 415,
        code: 'media-type-unsupported',
      },
      {
        name: 'unknown Accept',
        init: { headers: { ...json, accept: 'image/png' }, body: '{}' },
        status: 406,
        code: 'not-acceptable',
      },
      {
        name: 'unknown parameter',
        target: '/v1/parse?nope=1',
        init: { headers: { 'content-type': 'text/plain' }, body: 'x' },
        status: 422,
        code: 'request-invalid',
      },
    ],
  },
  validate: {
    target: '/v1/validate',
    valid: { method: 'POST', headers: json, body: JSON.stringify(article.ok ? article.article : null) },
    status: 200,
    invalid: [
      { name: 'no article', init: { headers: json, body: '[]' }, status: 422, code: 'article-invalid' },
      {
        name: 'a broken invariant',
        init: { headers: json, body: JSON.stringify(broken) },
        status: 422,
        code: 'article-invalid',
      },
      { name: 'no JSON', init: { headers: json, body: '' }, status: 400, code: 'json-malformed' },
      {
        name: 'another type',
        init: { headers: { 'content-type': 'text/plain' }, body: '{}' },
        status: 415,
        code: 'media-type-unsupported',
      },
    ],
  },
  livez: { target: '/livez', valid: {}, status: 200, invalid: [wrongMethod()] },
  readyz: { target: '/readyz', valid: {}, status: 200, invalid: [wrongMethod()] },
  openapi: { target: '/openapi.json', valid: {}, status: 200, invalid: [wrongMethod()] },
};

function answer(status: number, type: string): Response {
  return new Response(null, { status, headers: { 'content-type': type } });
}

function wrongMethod(): Cases['invalid'][number] {
  return { name: 'a method it does not have', init: { method: 'DELETE' }, status: 405, code: 'method-not-allowed' };
}

test('each documented operation has its cases here', () => {
  const operations = Object.values(openApiDocument().paths ?? {}).flatMap((path) => Object.values(path as object));
  expect(operations.map((operation: { operationId: string }) => operation.operationId).toSorted()).toEqual(
    Object.keys(CASES).toSorted(),
  );
});

for (const [id, { target, valid, status, invalid }] of Object.entries(CASES)) {
  test(`${id}: a valid request is answered as documented`, async () => {
    const api = await startApi();
    const { status: actual } = await api.call(target, valid);
    expect(actual).toBe(status);
  });

  for (const wrong of invalid) {
    test(`${id}: ${wrong.name} is refused as documented`, async () => {
      const api = await startApi();
      const refused = await api.call(wrong.target ?? target, { method: valid.method ?? 'GET', ...wrong.init });
      expect([refused.status, refused.json.code]).toEqual([wrong.status, wrong.code]);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
    });
  }
}

test('an answer that the document does not promise would fail these tests', () => {
  const contract = new Contract(openApiDocument());
  expect(() => contract.check('GET', '/livez', answer(418, 'application/json'), '{}')).toThrow(/not documented/);
  expect(() => contract.check('GET', '/livez', answer(200, 'text/plain'), '{"status":"ok"}')).toThrow(/documented is/);
  expect(() => contract.check('GET', '/livez', answer(200, 'application/json'), '{"status":"no"}')).toThrow(
    /not valid/,
  );
  expect(() => contract.check('GET', '/livez', answer(200, 'application/json'), '{"status":"ok"}')).not.toThrow();
});
