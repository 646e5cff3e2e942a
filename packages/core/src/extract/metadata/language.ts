import { detectAll } from 'tinyld/light';
import type { Origin } from '../../article/types.ts';
import type { PageFacts, TextPiece } from './facts.ts';
import { type StructuredData, stringAt } from './json-ld.ts';
import type { Found } from './title.ts';

/** Shorter pieces are labels, which say little about the language of the article. In code units. */
const SHORTEST_PIECE = 40;
/** More text makes detection no better, only slower. */
const ENOUGH_TEXT = 3000;
/** Less is too little to tell a language by. */
const LEAST_TEXT = 120;
/** How far ahead of the second guess the first must be, as a ratio. */
const CLEAR_LEAD = 1.2;

/** Languages that are written from right to left, in the script that they are usually written in. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** The language: declared by `lang`, `<meta>`, JSON-LD, or told from the text where it is clear. */
export function findLanguage(facts: PageFacts, data: StructuredData): Found<string> | undefined {
  const declared: [string | undefined, Origin][] = [
    [facts.language, 'html'],
    ...['content-language', 'og:locale', 'dc.language', 'language'].map((name): [string | undefined, Origin] => [
      facts.metas.get(name)?.[0],
      name === 'og:locale' ? 'opengraph' : 'meta',
    ]),
    [stringAt(data.main, 'inLanguage'), 'json-ld'],
  ];
  for (const [tag, origin] of declared) {
    const value = canonicalLanguage(tag);
    if (value !== undefined) return { value, origin };
  }
  return detectLanguage(facts.texts);
}

/** The direction: declared by `dir`, else of the script that the language is written in. */
export function findDirection(facts: PageFacts, language: string | undefined): Found<'ltr' | 'rtl'> | undefined {
  const declared = facts.direction.trim().toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return { value: declared, origin: 'html' };
  const [primary = '', script = ''] = language?.toLowerCase().split('-') ?? [];
  return RIGHT_TO_LEFT.has(primary) && script !== 'latn' && script !== 'cyrl'
    ? { value: 'rtl', origin: 'text' }
    : undefined;
}

/** A declared language as a canonical BCP 47 tag; `undefined` where it is no tag. */
function canonicalLanguage(declared: string | undefined): string | undefined {
  const tag = declared?.split(/[,;]/)[0]?.trim().replaceAll('_', '-');
  if (tag === undefined || tag === '') return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The language that the page's own text is in, where it is clear. */
function detectLanguage(texts: readonly TextPiece[]): Found<string> | undefined {
  let sample = '';
  for (const { text, elsewhere } of texts) {
    if (sample.length >= ENOUGH_TEXT) break;
    if (!elsewhere && text.length >= SHORTEST_PIECE) sample += `${text}\n`;
  }
  if (sample.length < LEAST_TEXT) return undefined;
  const [first, second] = detectAll(sample);
  if (!first || (second && first.accuracy < second.accuracy * CLEAR_LEAD)) return undefined;
  return { value: first.lang, origin: 'text' };
}
