type Pair = readonly [open: string, close: string];

const ENGLISH: readonly Pair[] = [
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
];
const GERMAN: readonly Pair[] = [
  ['\u201e', '\u201c'],
  ['\u201a', '\u2018'],
];
const GUILLEMETS: readonly Pair[] = [
  ['\u00ab', '\u00bb'],
  ['\u201c', '\u201d'],
];
const FRENCH: readonly Pair[] = [
  ['\u00ab\u00a0', '\u00a0\u00bb'],
  ['\u201c', '\u201d'],
];
const CORNERS: readonly Pair[] = [
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
];

const BY_LANGUAGE: Readonly<Record<string, readonly Pair[]>> = {
  de: GERMAN,
  cs: GERMAN,
  sk: GERMAN,
  sl: GERMAN,
  bg: GERMAN,
  is: GERMAN,
  lt: GERMAN,
  fr: FRENCH,
  es: GUILLEMETS,
  it: GUILLEMETS,
  pt: GUILLEMETS,
  ru: GUILLEMETS,
  uk: GUILLEMETS,
  be: GUILLEMETS,
  el: GUILLEMETS,
  no: GUILLEMETS,
  nb: GUILLEMETS,
  nn: GUILLEMETS,
  ar: GUILLEMETS,
  fa: GUILLEMETS,
  ja: CORNERS,
};

/** Quotation marks of a language (BCP 47) for a quote inside `depth` others; English ones where it is unknown. */
export function quotationMarks(language: string | undefined, depth: number): Pair {
  const pairs = BY_LANGUAGE[language?.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH;
  return pairs[depth % pairs.length] ?? ['"', '"'];
}
