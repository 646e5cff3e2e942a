import { type ArticleIssue, validate } from '@lede/core';
import { z } from 'zod';
import { parseJson } from '../body/parse-json.ts';
import { failed, type ProblemError } from '../problem/problem.ts';
import { jsonPointer } from '../problem/zod-errors.ts';
import type { JobAnswer } from '../work/job.ts';

/** The answer for a document that is an article; one that is not gets a problem with the reasons. */
export interface Valid {
  valid: true;
}

export const ValidSchema: z.ZodType<Valid> = z
  .strictObject({ valid: z.literal(true) })
  .meta({ id: 'Valid', description: 'The document is an article: it has the schema, and every invariant holds.' });

/** The body of a validate request to the body of its answer. */
export function answerValidate(bytes: Uint8Array): JobAnswer {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const result = validate(json.value);
  if (!result.ok) return failed(result.error.code, result.error.message, result.error.issues.map(toProblemError));
  const body: Valid = { valid: true };
  return { ok: true, contentType: 'application/json', body: new TextEncoder().encode(JSON.stringify(body)) };
}

function toProblemError({ rule, message, path, block }: ArticleIssue): ProblemError {
  return {
    detail: message,
    rule,
    ...(path === undefined ? {} : { pointer: path === '' ? '' : jsonPointer(path.split('.')) }),
    ...(block === undefined ? {} : { block }),
  };
}
