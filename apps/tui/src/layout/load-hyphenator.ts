import type { Hyphenator } from './options.ts';

const SOFT_HYPHEN = '\u00ad';
/** Fewest letters of a word before and after a hyphen. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;

/** Patterns by language; each is loaded when a text of that language is justified. */
const LANGUAGES = {
  cs: () => import('hyphen/cs/index.js'),
  da: () => import('hyphen/da/index.js'),
  de: () => import('hyphen/de/index.js'),
  en: () => import('hyphen/en/index.js'),
  'en-gb': () => import('hyphen/en-gb/index.js'),
  es: () => import('hyphen/es/index.js'),
  fi: () => import('hyphen/fi/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  it: () => import('hyphen/it/index.js'),
  nb: () => import('hyphen/nb/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  sv: () => import('hyphen/sv/index.js'),
  tr: () => import('hyphen/tr/index.js'),
  uk: () => import('hyphen/uk/index.js'),
} as const;

/** Loads the hyphenation of a language (BCP 47); `undefined` for languages that are not there. */
export async function loadHyphenator(language: string | undefined): Promise<Hyphenator | undefined> {
  const tag = language?.toLowerCase() ?? '';
  const name = tag in LANGUAGES ? tag : (tag.split('-')[0] ?? '');
  if (!isKnown(name)) return undefined;
  const { default: patterns } = await LANGUAGES[name]();
  return (word) => pointsOf(patterns.hyphenateSync(word, { hyphenChar: SOFT_HYPHEN }));
}

function isKnown(name: string): name is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, name);
}

/** Offsets of the soft hyphens, as they stand in the word without them. */
function pointsOf(hyphenatedWord: string): number[] {
  const parts = hyphenatedWord.split(SOFT_HYPHEN);
  const length = hyphenatedWord.length - (parts.length - 1);
  const points: number[] = [];
  let at = 0;
  for (const part of parts.slice(0, -1)) {
    at += part.length;
    if (at >= LEAST_BEFORE && length - at >= LEAST_AFTER) points.push(at);
  }
  return points;
}
