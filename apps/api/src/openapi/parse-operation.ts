import { ArticleSchema } from '@lede/core';
import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { ParseRequestSchema } from '../parse/json-request.ts';
import { ParseQuerySchema } from '../parse/query-request.ts';
import { BODY_PROBLEMS, problemResponses, requestIdHeader } from './problem-responses.ts';

const TEXT = 'A Fox in the Yard\n\nBy Ann Lee\n\nA fox came at noon. Nobody saw it leave.\n';
const MARKDOWN = '# A Fox in the Yard\n\nA fox came at *noon*. Nobody saw it leave.\n';
const HTML = '<h1>A Fox in the Yard</h1>\n<p>A fox came at <em>noon</em>. Nobody saw it leave.</p>\n';

export const parseOperation: ZodOpenApiOperationObject = {
  operationId: 'parse',
  tags: ['articles'],
  summary: 'Turn an article into a document',
  description:
    'The body is the article itself, or a JSON object that holds it. The bytes may be in any charset that the ' +
    'Content-Type or the document names, and compressed (`Content-Encoding`: gzip, deflate, br or zstd). ' +
    'Without a Content-Type, or with application/octet-stream, the format is guessed. The query parameters are ' +
    'for bodies that are the article; a JSON body has the same options inside.',
  requestParams: { query: ParseQuerySchema },
  requestBody: {
    required: true,
    content: {
      'text/plain': { schema: z.string(), example: TEXT },
      'text/markdown': { schema: z.string(), example: MARKDOWN },
      'text/html': { schema: z.string(), example: HTML },
      'application/json': { schema: ParseRequestSchema },
      'application/octet-stream': {},
    },
  },
  responses: {
    '200': {
      description: 'The article, in the form that `Accept` asks for; JSON where it does not matter.',
      headers: z.object({
        'X-Request-Id': requestIdHeader,
        Vary: z.string().meta({ description: 'Names `Accept`.' }),
      }),
      content: {
        'application/json': { schema: ArticleSchema },
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
        'text/plain': { schema: z.string() },
      },
    },
    ...problemResponses([
      ...BODY_PROBLEMS,
      'not-acceptable',
      'request-invalid',
      'input-too-large',
      'input-empty',
      'input-binary',
      'charset-unknown',
      'options-invalid',
      'no-article-found',
    ]),
  },
};
