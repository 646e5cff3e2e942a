const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** RFC 5322: "Tue, 24 Jun 2025 10:15:00 +0200"; day of the week, seconds and zone may be absent. */
const MAIL_DATE =
  /^(?:[A-Za-z]{3,9}, ?)?(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})(?:,? (\d{2}):(\d{2})(?::(\d{2}))? ?([+-]\d{4}|GMT|UTC?|Z)?)?(?: \([A-Za-z ]{1,20}\))?$/;
/** "June 24, 2025". */
const LONG_DATE = /^(?:[A-Za-z]{3,9}, )?([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})? ?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A date as mail and people write it, in RFC 3339: a date-time where it has a time and a zone, otherwise
 * the date alone. `undefined` where it is no date we know, or no day of the calendar.
 */
export function toDate(text: string): string | undefined {
  const mail = MAIL_DATE.exec(text);
  if (mail) return build(mail[3], monthNumber(mail[2]), mail[1], mail[4], mail[5], mail[6], mail[7]);
  const long = LONG_DATE.exec(text);
  if (long) return build(long[3], monthNumber(long[1]), long[2]);
  const iso = ISO_DATE.exec(text);
  return iso ? build(iso[1], Number(iso[2]), iso[3], iso[4], iso[5], iso[6], iso[7]) : undefined;
}

function monthNumber(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function build(
  year = '',
  month: number,
  day = '',
  hour?: string,
  minute?: string,
  second = '00',
  zone?: string,
): string | undefined {
  const days = month === 2 && !isLeap(Number(year)) ? 28 : DAYS[month - 1];
  if (days === undefined || Number(day) < 1 || Number(day) > days) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (hour === undefined || minute === undefined || zone === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date;
  const digits = zone.replace(':', '');
  const offset = /\d/.test(digits) ? `${digits.slice(0, 3)}:${digits.slice(3)}` : 'Z';
  if (Number(offset.slice(1, 3)) > 23 || Number(offset.slice(4)) > 59) return date;
  return `${date}T${hour}:${minute}:${second}${offset}`;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
