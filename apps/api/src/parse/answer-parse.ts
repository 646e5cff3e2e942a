import { ERROR_CODES, type LedeError, parse } from '@lede/core';
import { failed, type Failed } from '../problem/problem.ts';
import type { Job, JobAnswer } from '../work/job.ts';
import { contentTypeOf, writeAs } from './format.ts';
import { type ParseInputResult, toParseOptions } from './input.ts';
import { readJsonRequest } from './json-request.ts';
import { readQuery } from './query-request.ts';
import { requestType } from './request-type.ts';

type ParseJob = Extract<Job, { kind: 'parse' }>;

/** The body of a parse request to the body of its answer. */
export function answerParse(job: ParseJob): JobAnswer {
  const request = readRequest(job);
  if (!request.ok) return request;
  const result = parse(request.input, request.options);
  if (!result.ok) return coreFailure(result.error);
  const body = new TextEncoder().encode(writeAs(job.format, result.article));
  return { ok: true, contentType: contentTypeOf(job.format), body };
}

function readRequest({ bytes, contentType, search }: ParseJob): ParseInputResult {
  const type = requestType(contentType);
  if (type === undefined) return failed('media-type-unsupported');
  if (type.kind === 'json') {
    if (search.length > 1) return failed('request-invalid', 'The options of a JSON request stand in its body.');
    return readJsonRequest(bytes);
  }
  const query = readQuery(search);
  if (!query.ok) return query;
  const options = toParseOptions(query.options, type.mediaType);
  if (query.charset !== undefined) options.charset = query.charset;
  return { ok: true, input: bytes, options };
}

/** One of the core's errors, under the same code. */
function coreFailure(error: LedeError): Failed {
  // The title has said it already where there is nothing special to say.
  const answer = failed(error.code, error.message === ERROR_CODES[error.code] ? undefined : error.message);
  if (error.cause instanceof Error) answer.failure.trace = String(error.cause.stack);
  return answer;
}
