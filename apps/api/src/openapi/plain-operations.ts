import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { HealthSchema } from '../health/route.ts';
import type { ProblemCode } from '../problem/catalogue.ts';
import { problemResponses, requestIdHeader } from './problem-responses.ts';

const headers = z.object({ 'X-Request-Id': requestIdHeader });

/** A probe of the server's health. */
export function healthOperation(
  operationId: string,
  summary: string,
  codes: readonly ProblemCode[] = [],
): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['service'],
    summary,
    responses: {
      '200': { description: 'It does.', headers, content: { 'application/json': { schema: HealthSchema } } },
      ...problemResponses(codes),
    },
  };
}

export const openApiOperation: ZodOpenApiOperationObject = {
  operationId: 'openapi',
  tags: ['service'],
  summary: 'This description',
  responses: {
    '200': {
      description: 'An OpenAPI 3.1 document.',
      headers: z.object({ 'X-Request-Id': requestIdHeader, ETag: z.string() }),
      content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
    },
    '304': { description: 'It is still what If-None-Match says.', headers },
    ...problemResponses([]),
  },
};
