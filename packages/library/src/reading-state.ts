import type { Anchor } from '@lede/core';

/** A part of an article that the reader marked, with what they wrote about it. */
export interface Highlight {
  id: string;
  anchor: Anchor;
  note?: string;
  /** RFC 3339. */
  createdAt: string;
  updatedAt: string;
  /** Set when it was removed; it is kept, so that another reader does not bring it back. */
  deletedAt?: string;
}

/** What is kept of one article for one reader. Everything is anchored, so it outlives edits of the article. */
export interface ReadingState {
  schema: 'lede.reading/1';
  /** Where the article came from: a `file:` URL, an address, or `sha256:` of its bytes. */
  location: string;
  title?: string;
  /** SHA-256 of the source when it was last open. */
  sha256: string;
  /** RFC 3339. */
  openedAt: string;
  /** Share of the text that has been read, 0 to 1. */
  progress: number;
  /** The text at the top of the screen; absent at the very start. */
  position?: Anchor;
  /** Places by the letter that names them. */
  marks: Record<string, Anchor>;
  highlights: Highlight[];
}

/** The state of an article that has not been opened before. */
export function emptyState(location: string, sha256: string, now: string): ReadingState {
  return { schema: 'lede.reading/1', location, sha256, openedAt: now, progress: 0, marks: {}, highlights: [] };
}

/** Whether a value read from a file is a state, whole and of this version. */
export function isReadingState(value: unknown): value is ReadingState {
  if (!isRecord(value) || value['schema'] !== 'lede.reading/1') return false;
  const { location, title, sha256, openedAt, progress, position, marks, highlights } = value;
  return (
    isText(location) &&
    (title === undefined || isText(title)) &&
    isText(sha256) &&
    isText(openedAt) &&
    typeof progress === 'number' &&
    (position === undefined || isAnchor(position)) &&
    isRecord(marks) &&
    Object.values(marks).every(isAnchor) &&
    Array.isArray(highlights) &&
    highlights.every(isHighlight)
  );
}

function isHighlight(value: unknown): value is Highlight {
  if (!isRecord(value)) return false;
  const { id, anchor, note, createdAt, updatedAt, deletedAt } = value;
  const texts = isText(id) && isText(createdAt) && isText(updatedAt);
  return texts && isAnchor(anchor) && isOptionalText(note) && isOptionalText(deletedAt);
}

function isAnchor(value: unknown): value is Anchor {
  if (!isRecord(value)) return false;
  const { start, end, block, exact, prefix, suffix } = value;
  const span =
    Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(start) <= Number(end);
  return span && isOptionalText(block) && isText(exact) && isText(prefix) && isText(suffix);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
