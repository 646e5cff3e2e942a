import type { PixelSize } from '../pictures/image-header.ts';
import type { StyleSet } from './style.ts';

/** One token of highlighted code: offsets into the code that was given. */
export interface CodeToken {
  start: number;
  end: number;
  style: StyleSet;
}

/** Highlights code; `undefined` where the language is not known. See `loadHighlighter`. */
export type Highlighter = (code: string, language: string | undefined) => CodeToken[] | undefined;

/** Offsets inside a word at which it may be hyphenated. See `loadHyphenator`. */
export type Hyphenator = (word: string) => number[];

/** What laying out needs to know of images that are drawn. */
export interface PictureRoom {
  /** Pixels of an image; `undefined` where it is not drawn. */
  sizeOf: (url: string) => PixelSize | undefined;
  /** Pixels of a cell of the screen. */
  cell: PixelSize;
}

/** Everything besides the article that decides how lines look. Any change needs a new `Flow`. */
export interface LayoutOptions {
  /** Columns of the screen. */
  columns: number;
  /** Rows of the screen, of which a picture takes about half. Default 24. */
  rows?: number;
  /** Columns of a line of text; narrower screens narrow it. Default 70. */
  measure?: number;
  /** Least empty columns on either side. Default 2, less on very narrow screens. */
  margin?: number;
  /** Stretch lines to the full measure. Default: ragged right. */
  justify?: boolean;
  /** Breaks words; from `loadHyphenator`. Default: no hyphenation. */
  hyphenator?: Hyphenator;
  /** Colours code blocks; from `loadHighlighter`. Default: plain code. */
  highlighter?: Highlighter;
  /** Draws images. Default: their words alone. */
  pictures?: PictureRoom;
  /** Shows title, byline, site, date and reading time first. Default true. */
  titleBlock?: boolean;
  /** Reading time in minutes for the title block; left out where absent. */
  minutes?: number;
}

export const DEFAULT_MEASURE = 70;
export const MIN_MEASURE = 45;
export const MAX_MEASURE = 100;
