import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '../src/openapi/document.ts';

interface MediaType {
  schema?: unknown;
}
interface Operation {
  operationId?: string;
  responses?: Record<string, { content?: Record<string, MediaType> }>;
}

/** Holds answers against an OpenAPI document, with a validator that knows nothing of zod. */
export class Contract {
  readonly document: OpenApiDocument;
  readonly #ajv: Ajv2020;

  constructor(document: OpenApiDocument) {
    this.document = document;
    // The document as a whole is no JSON Schema; its parts are reached by pointers.
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ ...document, $id: 'openapi' });
  }

  /** The validator of one schema in the document, by the steps that lead to it. */
  schemaAt(...steps: readonly string[]): ValidateFunction {
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return this.#ajv.compile({ $ref: `openapi#/${pointer}` });
  }

  /**
   * Asserts that an answer is one that the document promises: status, media type and body. What is outside
   * of every operation (a path that is none, a method that is none) must be a redirect, nothing, or a problem.
   */
  check(method: string, target: string, response: Response, text: string): void {
    const path = new URL(target, 'http://x').pathname;
    const verb = method.toLowerCase();
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const operation = (this.document.paths?.[path] as Record<string, Operation> | undefined)?.[verb];
    if (!operation) {
      if (response.status >= 400 && text !== '') this.#assertValid(['components', 'schemas', 'Problem'], text);
      return;
    }
    const status = String(response.status);
    const documented = operation.responses?.[status];
    assert(documented, `${method} ${path} answered ${status}, which is not documented: ${text.slice(0, 300)}`);
    if (documented.content === undefined) {
      assert.equal(text, '');
      return;
    }
    const types = Object.keys(documented.content);
    assert(types.includes(type), `${method} ${path} answered ${status} as ${type}, documented is ${types.join(', ')}`);
    this.#assertValid(
      ['paths', path, verb, 'responses', status, 'content', type, 'schema'],
      text,
      type.endsWith('json'),
    );
  }

  #assertValid(steps: readonly string[], text: string, json = true): void {
    const validate = this.schemaAt(...steps);
    const valid = validate(json ? JSON.parse(text) : text);
    assert(valid, `not valid by ${steps.join(' ')}: ${JSON.stringify(validate.errors)}`);
  }
}
