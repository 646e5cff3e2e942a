/** Month names and their common short forms, lower case, in the languages of most of the web. */
const MONTH_NAMES: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari jan. ocak styczeń stycznia leden ledna január januára januarie ianuarie ян января январь січня',
  'february feb februar févr février fevrier febrero febbraio fevereiro fev februari şubat luty lutego únor února február februára februarie февраля февраль лютого',
  'march mar märz mrz mars marzo março maart mrt mart marzec marca březen března marec martie марта март березня',
  'april apr avril avr abril abr aprile april. nisan kwiecień kwietnia duben dubna apríl aprilie апреля апрель квітня',
  'may mai mayo maggio mag maio mei mayıs maj maja květen května máj mája мая май травня',
  'june jun juni juin junio giugno giu junho haziran czerwiec czerwca červen června jún iunie июня июнь червня',
  'july jul juli juillet juil julio luglio lug julho temmuz lipiec lipca červenec července júl iulie июля июль липня',
  'august aug août aout agosto ago augustus ağustos sierpień sierpnia srpen srpna augusti августа август серпня',
  'september sep sept septembre septiembre settembre set setembro eylül wrzesień września září septembrie сентября сентябрь вересня',
  'october oct oktober okt octobre octubre ottobre ott outubro out ekim październik października říjen října október octombrie октября октябрь жовтня',
  'november nov novembre noviembre novembro kasım listopad listopada листопада noiembrie ноября ноябрь',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro aralık grudzień grudnia prosinec prosince decembrie декабря декабрь грудня',
];
/** The number of a month by its names. */
let months: ReadonlyMap<string, number> | undefined;

/** A time of day, and its zone: `T10:15:00+02:00`, ` 10:15 GMT`, ` 10:15:00 GMT+0200`. */
const TIME = String.raw`(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?(Z|(?:UTC?|GMT)?[+-]\d{2}:?\d{2}|UTC?|GMT))?(?!\w)`;
const YEAR_FIRST = /(?<!\d)(\d{4})[./年]\s?(\d{1,2})[./月]\s?(\d{1,2})(?!\d)/;
/** `03/27/2025`, `27.03.2025`, `07/03/24`. */
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/;
/** `20250327` and `20250327T101500` as some meta elements have it. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?$/;

/**
 * The letters of the names above: Latin and Cyrillic. All letters of Unicode, in a repetition that is counted, would
 * take 15 milliseconds to set up.
 */
const LETTER = String.raw`[A-Za-z\u00C0-\u024F\u0400-\u04FF]`;

/** Every date but some in numbers alone has a year and another number before or after it, or eight digits. */
const YEAR_AND_NUMBER = /[12]\d{3}\D+\d|\d\D+[12]\d{3}|\d{8}/;

/** Set up when first needed, which takes milliseconds: most texts that are looked at hold no date. */
let patterns: { iso: RegExp; dayMonth: RegExp; monthDay: RegExp } | undefined;

/** Longer texts are searched at their beginning only. In code units. */
const LONGEST = 300;

/**
 * Finds a date in a short text and writes it as RFC 3339: `2025-03-27`, with its time where the text has a
 * time with an offset. Numbers that may be day or month either way are not guessed. `undefined`: no date.
 *
 * @example
 * findDate('Tue, 24 Jun 2025 10:15:00 +0200'); // '2025-06-24T10:15:00+02:00'
 */
export function findDate(text: string): string | undefined {
  const short = text.slice(0, LONGEST);
  if (!YEAR_AND_NUMBER.test(short)) return numericDate(short);
  patterns ??= setUp();
  const iso = patterns.iso.exec(short);
  if (iso) return dateTime(date(iso[1], iso[2], iso[3]), iso.slice(4));
  const compact = COMPACT.exec(short.trim());
  if (compact) return date(compact[1], compact[2], compact[3]);
  const yearFirst = YEAR_FIRST.exec(short);
  if (yearFirst) return date(yearFirst[1], yearFirst[2], yearFirst[3]);
  const monthDay = patterns.monthDay.exec(short);
  const month = monthNumber(monthDay?.[1]);
  if (monthDay && month !== undefined) return dateTime(date(monthDay[3], month, monthDay[2]), monthDay.slice(4));
  const dayMonth = patterns.dayMonth.exec(short);
  const secondMonth = monthNumber(dayMonth?.[2]);
  if (dayMonth && secondMonth !== undefined)
    return dateTime(date(dayMonth[3], secondMonth, dayMonth[1]), dayMonth.slice(4));
  return numericDate(short);
}

/** A date in the path of a URL: `/2025/03/27/`, `/2025-03-27-…`, `/2025/mar/27/`. */
export function dateOfUrl(url: string): string | undefined {
  const match = /[/_-](20\d\d|19\d\d)([/_-]?)(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?=[/_.?+-]|$)/i.exec(url);
  if (!match) return undefined;
  const month = /^\d/.test(match[3] ?? '') ? match[3] : monthNumber(match[3]);
  return month === undefined ? undefined : date(match[1], month, match[4]);
}

function numericDate(text: string): string | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, a = '', separatorMark, b = '', y = ''] = match;
  const year = y.length === 2 ? `20${y}` : y;
  // With points the day comes first everywhere; with slashes it depends on the country.
  if (separatorMark === '.') return date(year, b, a);
  if (Number(a) > 12) return date(year, b, a);
  if (Number(b) > 12 || a === b) return date(year, a, b);
  return undefined;
}

function monthNumber(name: string | undefined): number | undefined {
  months ??= new Map(
    MONTH_NAMES.flatMap((names, index) =>
      names.split(' ').map((known): [string, number] => [known.replace('.', ''), index + 1]),
    ),
  );
  return name === undefined ? undefined : months.get(name.toLowerCase());
}

function setUp(): { iso: RegExp; dayMonth: RegExp; monthDay: RegExp } {
  return {
    iso: new RegExp(String.raw`(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:${TIME})?(?!\d)`, 'i'),
    // `27 March 2025`, `27. März 2025`, `27 de marzo de 2025`, `27th of March, 2025`; as mail has it, with a time.
    dayMonth: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-](?:of |de |d')?(${LETTER}{3,12})\.?,?[\s-](?:de |del )?(\d{4})(?!\d)(?:${TIME})?`,
      'u',
    ),
    // `March 27, 2025`, `Mar. 27 2025`; as JavaScript has it, with a time.
    monthDay: new RegExp(
      String.raw`(?<!${LETTER})(${LETTER}{3,12})\.?[\s-](\d{1,2})(?:st|nd|rd|th)?,?[\s-](\d{4})(?!\d)(?:${TIME})?`,
      'u',
    ),
  };
}

/** A day with a time of day, where that is one that a clock shows and its zone is told. */
function dateTime(day: string | undefined, time: readonly (string | undefined)[]): string | undefined {
  const [hour, minute, second = '00', zone] = time;
  if (day === undefined || hour === undefined || minute === undefined || zone === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return day;
  const digits = zone.replace(/[^\d+-]/g, '');
  const offset = digits === '' ? 'Z' : `${digits.slice(0, 3)}:${digits.slice(3)}`;
  if (!/^(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(offset)) return day;
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${offset}`;
}

/** A real calendar day between 1900 and 2100, or `undefined`. */
function date(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1900 && y <= 2100)) return undefined;
  const time = new Date(Date.UTC(y, m - 1, d));
  if (time.getUTCMonth() !== m - 1 || time.getUTCDate() !== d) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
