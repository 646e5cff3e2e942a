import type { Anchor } from '@lede/core';

/**
 * What is kept about one article: where reading stopped, marks, highlights. Plain data, one JSON file an
 * article. Every part carries the time of its last change, so that two copies can be merged part by part.
 */
export interface ArticleState {
  schema: 'lede.state/1';
  /** Which article: an `https:` or `file:` URL, or `urn:sha256:…`. See `identify`. */
  key: string;
  /** The title as of when it was last opened. */
  title?: string;
  /** The absolute path it was last opened from. */
  path?: string;
  /** When it was last opened; absent where only highlights of it were imported. */
  opened?: Timestamp;
  position?: ReadingPosition;
  /** By letter. */
  marks: LetterMark[];
  /** In the order of the text they were made on. */
  highlights: Highlight[];
  /** What was removed, so that merging an older copy does not bring it back. */
  removed: Removal[];
}

/** RFC 3339 in UTC with milliseconds, as `Date.toISOString` writes it: text order is time order. */
export type Timestamp = string;

export interface ReadingPosition {
  /** An empty span: the first character on the screen. */
  anchor: Anchor;
  /** How much has been read, from 0 to 1. */
  progress: number;
  updated: Timestamp;
}

/** A place that the reader named with a letter. */
export interface LetterMark {
  letter: string;
  /** An empty span. */
  anchor: Anchor;
  updated: Timestamp;
}

export type HighlightColor = 'yellow' | 'green' | 'blue' | 'pink' | 'red';

export interface Highlight {
  id: string;
  anchor: Anchor;
  color: HighlightColor;
  note?: string;
  created: Timestamp;
  updated: Timestamp;
  /** The span in code points of the text it was made on: what W3C annotations count in. */
  codePoints?: { start: number; end: number };
  /** What makes a link to the article show the passage: `#:~:text=…`. */
  fragment?: string;
}

/** A removed highlight or mark: nothing of it but its name. */
export interface Removal {
  /** `highlight:<id>` or `mark:<letter>`. */
  item: string;
  updated: Timestamp;
}

/** One row of the list of recent articles. */
export interface RecentArticle {
  key: string;
  title?: string;
  path?: string;
  opened: Timestamp;
  /** How much has been read, from 0 to 1. */
  progress?: number;
}
