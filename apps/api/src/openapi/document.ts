import { createDocument } from 'zod-openapi';
import { VERSION } from '../version.ts';
import { openApiOperation, healthOperation } from './plain-operations.ts';
import { parseOperation } from './parse-operation.ts';
import { validateOperation } from './validate-operation.ts';

/** An OpenAPI 3.1 document as plain data. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The document that describes this API, made from the very schemas that check requests. */
export function openApiDocument(): OpenApiDocument {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lede API',
      version: VERSION,
      summary: 'Any article as one validated document.',
      description:
        'Give it an article as plain text, Markdown or a web page; it answers with one canonical text and the ' +
        'blocks, marks and sentences as spans into it. Offsets count UTF-16 code units. Every failure is a ' +
        'problem document (RFC 9457) with a stable `code`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'articles', description: 'Reading and checking articles.' },
      { name: 'service', description: 'The server itself.' },
    ],
    paths: {
      '/v1/parse': { post: parseOperation },
      '/v1/validate': { post: validateOperation },
      '/livez': { get: healthOperation('livez', 'Whether the process answers') },
      '/readyz': { get: healthOperation('readyz', 'Whether the server wants requests', ['shutting-down']) },
      '/openapi.json': { get: openApiOperation },
    },
  });
}
