import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { z } from 'zod';
import { type ProblemCode, PROBLEMS } from '../problem/catalogue.ts';
import { PROBLEM_MEDIA_TYPE, ProblemSchema } from '../problem/problem.ts';

/** What can go wrong before any operation is reached, or inside any of them. */
const EVERYWHERE: readonly ProblemCode[] = ['http-malformed', 'request-timeout', 'headers-too-large', 'internal'];

export const requestIdHeader: z.ZodString = z
  .string()
  .meta({ description: 'The id of this request: the one it came with, or a new one.' });

/** The responses for the given codes and those that every operation can give: one for each status. */
export function problemResponses(codes: readonly ProblemCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy([...codes, ...EVERYWHERE], (code) => PROBLEMS[code].status);
  const responses: ZodOpenApiResponsesObject = {};
  for (const status of [...byStatus.keys()].toSorted((a, b) => a - b)) {
    const own = byStatus.get(status) ?? [];
    const list = own.map((code) => `- \`${code}\`: ${PROBLEMS[code].title}`).join('\n');
    responses[`${status as 400}`] = {
      description: list,
      headers: z.object({ 'X-Request-Id': requestIdHeader }),
      content: { [PROBLEM_MEDIA_TYPE]: { schema: ProblemSchema } },
    };
  }
  return responses;
}

/** What can be wrong with a body before its content is looked at, or with the server that should read it. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'body-incomplete',
  'body-encoding-invalid',
  'json-malformed',
  'body-too-large',
  'media-type-unsupported',
  'encoding-unsupported',
  'rate-limited',
  'busy',
  'input-too-complex',
  'shutting-down',
];
