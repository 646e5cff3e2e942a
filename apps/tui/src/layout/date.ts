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

/** Year, month, day and the unit after each, in the languages that put them so. */
const UNITS: Readonly<Record<string, readonly [string, string, string]>> = {
  zh: ['年', '月', '日'],
  ja: ['年', '月', '日'],
  ko: ['년 ', '월 ', '일'],
};

/**
 * An RFC 3339 date or date-time as people write it in the article's language: `3 March 2026`, `2026年3月3日`. Where
 * that would need the locale data, which take longer to load than a frame to draw, the date alone as all can read it:
 * `2026-03-03`. The day is that of its own time zone.
 */
export function formatDate(date: string, language = 'en'): string {
  const [day, ...parts] = DATE.exec(date) ?? [];
  if (day === undefined) return date;
  const [year = 0, month = 0, dayOfMonth = 0] = parts.map(Number);
  const [primary = ''] = language.toLowerCase().split('-');
  const name = MONTHS[month - 1];
  if (primary === 'en' && name !== undefined) return `${dayOfMonth} ${name} ${year}`;
  const units = UNITS[primary];
  return units === undefined ? day : `${year}${units[0]}${month}${units[1]}${dayOfMonth}${units[2]}`;
}
