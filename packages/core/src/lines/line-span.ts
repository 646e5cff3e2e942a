import type { Span } from '../article/types.ts';

/** One line of a paragraph: `text.slice(start, end)` is what it shows, white space at the break left out. */
export interface LineSpan extends Span {
  /** Terminal columns of the line, the hyphen of a soft hyphen included. */
  width: number;
  /** Whether the line ends at a soft hyphen (U+00AD, the last character of the span) and so shows a hyphen. */
  hyphen: boolean;
  /** Where the next line starts; `null` on the last line of the text. */
  next: number | null;
}

export interface BreakOptions {
  /** Breaks only `text.slice(start, end)`; the spans still count from the start of `text`. */
  start?: number;
  end?: number;
}

export const SPACE = 0x20;

/** `at` without the spaces before it. */
export function trimEnd(text: string, start: number, at: number): number {
  let end = at;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end--;
  return end;
}
