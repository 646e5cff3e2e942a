import { ArticleSchema } from '@lede/core';
import { expect, test } from 'vitest';
import { Contract } from '../../test/contract.ts';
import { PROBLEMS } from '../problem/catalogue.ts';
import { openApiDocument } from './document.ts';

interface Parameter {
  name: string;
  in: string;
  schema?: unknown;
}
interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: unknown; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: unknown }> }>;
}

// As a client gets it.
const document = JSON.parse(JSON.stringify(openApiDocument())) as ReturnType<typeof openApiDocument>;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object and list inside a value, without recursion. */
function* nodesOf(root: unknown): Generator<Record<string, unknown>> {
  const open = [root];
  for (let node = open.pop(); open.length > 0 || node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    yield node as Record<string, unknown>;
    open.push(...Object.values(node).filter((value) => typeof value === 'object'));
  }
}

test('says which OpenAPI it is, and of what', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info.title).toBeTruthy();
  expect(document.info.version).toBeTruthy();
});

test('each operation has a name of its own, a summary, a declared tag and described responses', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const tags = (document.tags ?? []).map((tag) => tag.name);
  for (const { path, method, operation } of operations) {
    expect(path).toMatch(/^\/[\w./{}-]*$/);
    expect(['get', 'post']).toContain(method);
    expect(operation.summary).toBeTruthy();
    expect(tags).toEqual(expect.arrayContaining(operation.tags));
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^[1-5]\d\d$/);
      expect(response.description).toBeTruthy();
    }
  }
});

test('parameters are named once each, have a schema, and none is required', () => {
  for (const { operation } of operations) {
    const names = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const parameter of operation.parameters ?? []) {
      expect(parameter).toMatchObject({ in: 'query', schema: expect.anything() });
      expect(parameter).not.toHaveProperty('required', true);
    }
  }
});

test('every reference leads somewhere', () => {
  for (const { $ref } of nodesOf(document)) {
    if (typeof $ref !== 'string') continue;
    expect($ref).toMatch(/^#\/components\/schemas\/[\w.-]+$/);
    expect(document.components?.schemas).toHaveProperty([$ref.split('/').at(-1) ?? '']);
  }
});

test('every schema is JSON Schema 2020-12', () => {
  const contract = new Contract(document);
  for (const name of Object.keys(document.components?.schemas ?? {})) {
    expect(contract.schemaAt('components', 'schemas', name)).toBeTypeOf('function');
  }
});

test('the examples of bodies have the documented shape', () => {
  const contract = new Contract(document);
  for (const { path, method, operation } of operations) {
    for (const [type, { schema, example }] of Object.entries(operation.requestBody?.content ?? {})) {
      if (schema === undefined || example === undefined) continue;
      const validate = contract.schemaAt('paths', path, method, 'requestBody', 'content', type, 'schema');
      expect(validate(example)).toBe(true);
    }
  }
});

test('problems are documented under their own status', () => {
  for (const { operation } of operations) {
    for (const [status, { description }] of Object.entries(operation.responses)) {
      for (const [, code = ''] of description.matchAll(/^- `([a-z-]+)`/gm)) {
        expect([code, String(PROBLEMS[code as keyof typeof PROBLEMS].status)]).toEqual([code, status]);
      }
    }
  }
});

test('the article is the core’s own schema, and a client can tell one from a wrong one', () => {
  const article = {
    schema: 'lede.article/1',
    text: '',
    meta: { authors: [], tags: [], origin: {} },
    blocks: [],
    marks: [],
    sentences: [],
    source: { mediaType: 'text/plain', sha256: '0'.repeat(64), parser: 'x' },
    diagnostics: [],
  };
  const validate = new Contract(document).schemaAt('components', 'schemas', 'Article');
  for (const [value, expected] of [
    [article, true],
    [{ ...article, extra: 1 }, false],
    [{ ...article, blocks: [{ type: 'nope' }] }, false],
  ] as const) {
    expect(validate(value)).toBe(expected);
    expect(ArticleSchema.safeParse(value).success).toBe(expected);
  }
});
