import type { Timestamp } from './types.ts';

/** `2026-11-23T09:50:00.000Z`. */
export const TIMESTAMP: RegExp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export function timestamp(time: Date): Timestamp {
  return time.toISOString();
}

/**
 * The time of a change to something that was last changed at `previous`: now, or just after it where the
 * clock has been set back since; otherwise the older version would win when copies are merged.
 */
export function timeOfChange(now: Date, previous: Timestamp | undefined): Timestamp {
  const time = timestamp(now);
  if (previous === undefined || time > previous) return time;
  return timestamp(new Date(Date.parse(previous) + 1));
}
