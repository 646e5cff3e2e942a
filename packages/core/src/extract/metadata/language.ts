import { detectAll } from 'tinyld/light';
import type { TextPiece } from './facts.ts';
import type { Found } from './title.ts';

/** Shorter pieces are labels, which say little about the language of the article. In code units. */
const SHORTEST_PIECE = 40;
/** More text makes detection no better, only slower. */
const ENOUGH_TEXT = 3000;
/** Less is too little to tell a language by. */
const LEAST_TEXT = 120;
/** How far ahead of the second guess the first must be, as a ratio. */
const CLEAR_LEAD = 1.2;

/** A declared language as a canonical BCP 47 tag; `undefined` where it is no tag. */
export function canonicalLanguage(declared: string | undefined): string | undefined {
  const tag = declared?.split(/[,;]/)[0]?.trim().replaceAll('_', '-');
  if (tag === undefined || tag === '') return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The language that the page's own text is in, where it is clear. */
export function detectLanguage(texts: readonly TextPiece[]): Found<string> | undefined {
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
