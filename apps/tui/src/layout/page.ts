import { DEFAULT_MEASURE, type LayoutOptions } from './options.ts';

/** Where lines stand on the screen, in columns. */
export interface Page {
  /** Empty columns left of the text. */
  left: number;
  /** Columns of a line of text. */
  measure: number;
  /** Columns that code and tables may take, from `left` to the right margin. */
  wide: number;
  /** Empty columns that stay on either side in any case. */
  margin: number;
}

/** Screens narrower than this have no columns to give away. */
const NARROW = 24;
const MARGIN = 2;

/** A centred column of text, at least the margin from either edge. */
export function pageOf({ columns, measure, margin }: LayoutOptions): Page {
  const wanted = Math.max(0, margin ?? (columns < NARROW ? 0 : MARGIN));
  const kept = Math.min(wanted, Math.floor((columns - 1) / 2));
  const text = Math.max(1, Math.min(measure ?? DEFAULT_MEASURE, columns - 2 * kept));
  const left = Math.max(kept, Math.floor((columns - text) / 2));
  return { left, measure: text, wide: Math.max(text, columns - kept - left), margin: kept };
}
