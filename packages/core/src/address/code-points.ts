import type { Span } from '../article/types.ts';

/** Whether an offset stands between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** A span brought into the text and widened to whole code points. */
export function wholeSpan(text: string, { start, end }: Span): Span {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return { start: splitsPair(text, from) ? from - 1 : from, end: splitsPair(text, to) ? to + 1 : to };
}

/** How many code points `text.slice(start, end)` holds; a lone surrogate counts as one. */
export function codePointsBetween(text: string, start: number, end: number): number {
  let count = end - start;
  for (let i = start + 1; i < end; i++) if (splitsPair(text, i)) count--;
  return count;
}

/** The offset of the code point number `count` after `from`; the text's length where it has fewer. */
export function afterCodePoints(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left--) at += splitsPair(text, at + 1) ? 2 : 1;
  return at;
}
