import { type Failed, failed } from '../problem/problem.ts';

export type JsonResult = { ok: true; value: unknown } | Failed;

/**
 * JSON bytes to a value. Of duplicate names the last counts (RFC 8259 leaves it open), and `__proto__`
 * is a name like any other, which a strict schema then refuses.
 */
export function parseJson(bytes: Uint8Array): JsonResult {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    // V8's message quotes some of the input; that is the caller's own.
    return failed('json-malformed', error instanceof Error ? error.message : undefined);
  }
}
