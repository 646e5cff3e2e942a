import { z } from 'zod';
import { PROBLEM_CODES, type ProblemCode, PROBLEMS } from './catalogue.ts';

/** One thing wrong with a request: where, and what. */
export interface ProblemError {
  detail: string;
  /** JSON Pointer (RFC 6901) into the body. */
  pointer?: string;
  /** Name of the query parameter. */
  parameter?: string;
  /** The rule an article breaks: `schema`, or an invariant's id. */
  rule?: string;
  /** Index of the block it was found at. */
  block?: number;
}

/** The body of every answer that is not a success (RFC 9457). */
export interface Problem {
  /** `urn:lede:problem:` and the code. */
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** `urn:lede:request:` and the request's id, which the logs have too. */
  instance: string;
  errors?: ProblemError[];
}

/** A failure on its way to its answer; the part of a problem that its code does not fix. */
export interface Failure {
  code: ProblemCode;
  detail?: string;
  errors?: ProblemError[];
  /** For the log alone: what went wrong inside. */
  trace?: string;
}

export type Failed = { ok: false; failure: Failure };

/** Past this many the rest is of no help, and an answer stays small. */
export const MAX_ERRORS = 100;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

const ProblemErrorSchema: z.ZodType<ProblemError> = z
  .strictObject({
    detail: z.string(),
    pointer: z.string().exactOptional().meta({ description: 'JSON Pointer into the body.', example: '/url' }),
    parameter: z.string().exactOptional().meta({ description: 'Name of the query parameter.' }),
    rule: z.string().exactOptional().meta({ description: 'The rule an article breaks: `schema`, or an invariant.' }),
    block: z.int().nonnegative().exactOptional().meta({ description: 'Index of the block it was found at.' }),
  })
  .meta({ id: 'ProblemError' });

export const ProblemSchema: z.ZodType<Problem> = z
  .strictObject({
    type: z.string().meta({ format: 'uri', example: 'urn:lede:problem:input-empty' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(PROBLEM_CODES).meta({ description: 'Stable; what programs should look at.' }),
    detail: z.string().exactOptional(),
    instance: z.string().meta({ format: 'uri', description: 'Names the request; the same id is in X-Request-Id.' }),
    errors: z.array(ProblemErrorSchema).max(MAX_ERRORS).exactOptional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' });

export function failed(code: ProblemCode, detail?: string, errors?: ProblemError[]): Failed {
  const failure: Failure = { code };
  if (detail !== undefined) failure.detail = short(detail);
  if (errors !== undefined) failure.errors = errors.slice(0, MAX_ERRORS).map(shortError);
  return { ok: false, failure };
}

/** Some messages quote the input: a million unknown keys, or one of a megabyte. In UTF-16 code units. */
const MAX_DETAIL = 500;

function short(text: string): string {
  return text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL).toWellFormed()}…` : text;
}

/** Half a pointer would point elsewhere: one that is too long is left out. */
function shortError({ pointer, ...error }: ProblemError): ProblemError {
  const kept = pointer === undefined || pointer.length > MAX_DETAIL ? {} : { pointer };
  return { ...kept, ...error, detail: short(error.detail) };
}

/** The body for a failure. What failed inside the server stays in its log. */
export function problemOf(failure: Failure, requestId: string): Problem {
  const { status, title } = PROBLEMS[failure.code];
  const { code, detail, errors } = failure;
  return {
    type: `urn:lede:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined || status === 500 ? {} : { detail }),
    instance: `urn:lede:request:${requestId}`,
    ...(errors === undefined ? {} : { errors }),
  };
}
