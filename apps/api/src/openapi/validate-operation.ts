import { ArticleSchema } from '@lede/core';
import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { ValidSchema } from '../validate/answer-validate.ts';
import { BODY_PROBLEMS, problemResponses, requestIdHeader } from './problem-responses.ts';

export const validateOperation: ZodOpenApiOperationObject = {
  operationId: 'validate',
  tags: ['articles'],
  summary: 'Check that a document is an article',
  description:
    'Checks the schema, and the invariants that a schema cannot say (spans, nesting, separators, order). What is ' +
    'wrong is told by `errors`, each with the rule it breaks and where: a pointer for the schema, else a block.',
  requestBody: { required: true, content: { 'application/json': { schema: ArticleSchema } } },
  responses: {
    '200': {
      description: 'It is.',
      headers: z.object({ 'X-Request-Id': requestIdHeader }),
      content: { 'application/json': { schema: ValidSchema } },
    },
    ...problemResponses([...BODY_PROBLEMS, 'article-invalid']),
  },
};
