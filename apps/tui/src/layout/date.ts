const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/** An RFC 3339 date or date-time as people write it: `3 March 2026`. The day is that of its own time zone. */
export function formatDate(date: string): string {
  const [, year, month, day] = DATE.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}
