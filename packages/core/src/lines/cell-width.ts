import { graphemes } from './grapheme.ts';

const ASCII = /^[ -~]*$/;
const ZERO = /^[\p{C}\p{M}\u115f\u1160]*$/u;
const WIDE =
  /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303e\uff01-\uff60]|\p{Emoji_Presentation}|\ufe0f/u;

/** Columns that a terminal gives to `text`. Controls and combining marks take none. */
export function cellWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += ZERO.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1;
  return width;
}
