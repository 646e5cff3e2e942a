import { type Failure, failure } from '../errors.ts';
import { PrivateAddressError } from './private-address.ts';

/** What the system says where a name has no address. */
const DNS_CODES: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENODATA']);

/** Tells in our codes why an exchange with a server failed. */
export function fetchFailure(error: unknown): Failure {
  for (const cause of causesOf(error)) {
    if (cause instanceof PrivateAddressError) return failure('private-address', cause.message, { cause: error });
    const { code, hostname } = cause as Error & { code?: unknown; hostname?: unknown }; // what system errors carry
    if (typeof code === 'string' && DNS_CODES.has(code)) {
      return failure('dns', typeof hostname === 'string' ? hostname : code, { cause: error });
    }
  }
  const reason = causesOf(error).findLast(({ message }) => message !== '')?.message;
  return failure('network', reason, { cause: error });
}

/** Nobody wraps an error more often than this. */
const MAX_DEPTH = 8;

/** An error, what caused it, and so on; of several causes (one for each address tried) the first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  let next = error;
  while (next instanceof Error && causes.length < MAX_DEPTH) {
    causes.push(next);
    next = next instanceof AggregateError ? (next.errors as unknown[])[0] : next.cause;
  }
  return causes;
}
