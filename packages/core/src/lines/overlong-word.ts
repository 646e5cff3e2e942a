import { cellWidth } from './cell-width.ts';
import { graphemeEnd } from './grapheme.ts';
import type { LineSpan } from './line-span.ts';

/** Signs that a URL or path may go on with on the next line: a line then never seems to end a sentence. */
const BREAK_BEFORE = '.?&#=_%~@+,;-\\';
const BREAK_AFTER = '/:|';
/** White space that a line does not end with: what breaks as the space does. */
const SPACES = '\t \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000';
/** A cut at a sign may leave at most this part of the line empty. */
const LEAST_FILLED = 0.5;

/**
 * Cuts a word that is longer than a line: at a sign where there is one in the second half of the line, else
 * where the line is full. `overflow` is the start of the first grapheme cluster that does not fit; a cluster
 * wider than the line stands alone.
 */
export function cutWord(text: string, start: number, overflow: number, limit: number): LineSpan {
  let cut = overflow;
  const least = start + Math.ceil((overflow - start) * LEAST_FILLED);
  for (let at = overflow; at > least; at--) {
    if (isSignCut(text, at)) {
      cut = at;
      break;
    }
  }
  if (cut <= start) cut = Math.min(limit, graphemeEnd(text, start));
  let end = cut;
  while (end > start && SPACES.includes(text.charAt(end - 1))) end--;
  while (cut < limit && SPACES.includes(text.charAt(cut)) && graphemeEnd(text, cut) === cut + 1) cut++;
  return { start, end, width: cellWidth(text.slice(start, end)), hyphen: false, next: cut < limit ? cut : null };
}

function isSignCut(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (BREAK_BEFORE.includes(String.fromCharCode(after))) return isAlphanumeric(before);
  return BREAK_AFTER.includes(String.fromCharCode(before)) && isAlphanumeric(after);
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}
