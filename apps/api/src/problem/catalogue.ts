import { ERROR_CODES, type ErrorCode } from '@lede/core';

/** What every problem of one kind has in common. */
export interface ProblemKind {
  status: number;
  /** The same for every problem of the kind (RFC 9457); what is special to one stands in its `detail`. */
  title: string;
  /** Seconds to wait before the same request may succeed. */
  retryAfter?: number;
}

type OwnCode =
  | 'http-malformed'
  | 'body-incomplete'
  | 'body-encoding-invalid'
  | 'json-malformed'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'request-timeout'
  | 'body-too-large'
  | 'media-type-unsupported'
  | 'encoding-unsupported'
  | 'request-invalid'
  | 'input-too-complex'
  | 'rate-limited'
  | 'headers-too-large'
  | 'busy'
  | 'shutting-down';

/** The API's own problems by code; README.md lists the same, with the core's (a test compares). */
const OWN_PROBLEMS: Record<OwnCode, ProblemKind> = {
  'http-malformed': { status: 400, title: 'The request is not well-formed HTTP.' },
  'body-incomplete': { status: 400, title: 'The body ended before its announced end.' },
  'body-encoding-invalid': { status: 400, title: 'The body is not what its Content-Encoding says.' },
  'json-malformed': { status: 400, title: 'The body is not JSON in UTF-8.' },
  'not-found': { status: 404, title: 'There is nothing at this path.' },
  'method-not-allowed': { status: 405, title: 'The path does not support this method.' },
  'not-acceptable': { status: 406, title: 'None of the media types in Accept can be given.' },
  'request-timeout': { status: 408, title: 'The request was not complete in time.' },
  'body-too-large': { status: 413, title: 'The body is larger than the limit.' },
  'media-type-unsupported': { status: 415, title: 'The media type of the body is not supported.' },
  'encoding-unsupported': { status: 415, title: 'The Content-Encoding of the body is not supported.' },
  'request-invalid': { status: 422, title: 'The request does not have the documented shape.' },
  'input-too-complex': { status: 422, title: 'Reading this input takes more time or memory than a request may have.' },
  'rate-limited': { status: 429, title: 'Too many requests from this address.' },
  'headers-too-large': { status: 431, title: 'The header fields are larger than the limit.' },
  busy: { status: 503, title: 'The server has too much to do; try again.', retryAfter: 1 },
  'shutting-down': { status: 503, title: 'The server is shutting down.', retryAfter: 5 },
};

/** Status for each of the core's codes. A code that the core adds fails the type check until it is here. */
const CORE_STATUS: Record<ErrorCode, number> = {
  'input-type': 422,
  'input-empty': 422,
  'input-binary': 422,
  'input-too-large': 413,
  'options-invalid': 422,
  'charset-unknown': 422,
  'no-article-found': 422,
  'article-invalid': 422,
  internal: 500,
};

export type ProblemCode = OwnCode | ErrorCode;

/** Every code that a problem of this API can have. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  ...OWN_PROBLEMS,
  ...(Object.fromEntries(
    Object.entries(CORE_STATUS).map(([code, status]) => [code, { status, title: ERROR_CODES[code as ErrorCode] }]),
  ) as Record<ErrorCode, ProblemKind>), // the same keys
};

/** The codes in the order of their statuses, for lists that people read. */
export const PROBLEM_CODES: readonly ProblemCode[] = (Object.keys(PROBLEMS) as ProblemCode[]).toSorted(
  (a, b) => PROBLEMS[a].status - PROBLEMS[b].status,
);
