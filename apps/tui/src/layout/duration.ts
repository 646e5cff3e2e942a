/** Longer than this, minutes say nothing. */
const MOST_MINUTES = 120;
const MINUTES_IN_HOUR = 60;

/** How long something takes to read: `4 min`, `9 h`; at least a minute. */
export function formatMinutes(minutes: number): string {
  if (minutes < MOST_MINUTES) return `${Math.max(1, Math.round(minutes))} min`;
  return `${Math.round(minutes / MINUTES_IN_HOUR)} h`;
}
