import type { PictureSlice } from '../pictures/picture.ts';
import type { StyleSet } from './style.ts';

/**
 * A piece of a line in one style.
 *
 * With `start` and `end` it shows that part of the article's text. Where `text` has the length of the
 * span, its characters stand one for one; otherwise (an image's placeholder, a tab) the piece is whole:
 * it is painted over when any part of its span is. Without them it is decoration: a bullet, a bar.
 * The text holds no control characters.
 */
export interface Segment {
  text: string;
  /** Columns of `text`. */
  width: number;
  style: StyleSet;
  start?: number;
  end?: number;
  /** Where the piece leads: a link's, image's or embed's URL, or a fragment (`#note-1`). */
  url?: string;
  /** Index into `article.marks` of the link or footnote reference that the piece belongs to, or a `blockLinkId`. */
  mark?: number;
  /** A row of a picture that is drawn over the piece; its text is blank. */
  picture?: PictureSlice;
}

/** One row of the laid-out article. */
export interface Line {
  /** Empty columns before the first segment, the page's margin included. */
  left: number;
  /** Columns of all segments together. */
  width: number;
  segments: Segment[];
  /** Index of the block (leaf or table row) that the line shows; -1 for the title block. */
  block: number;
  /** The part of the article's text that the line shows; empty for blank lines, rules, images. */
  start: number;
  end: number;
  /** Wider than the screen leaves room for: scroll it sideways (see `PaintOptions.shift`). */
  overflows: boolean;
  /** Set from right to left: it begins at its right end. */
  rtl?: true;
}
