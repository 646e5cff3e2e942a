import { timestamp } from './timestamp.ts';
import type { ArticleState } from './types.ts';

/**
 * A removal is remembered so that a reader which still shows the removed item does not bring it back. None
 * stays open for longer than this.
 */
const MEMORY_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

export function withoutOldRemovals(state: ArticleState, now: Date): ArticleState {
  const limit = timestamp(new Date(now.getTime() - MEMORY_DAYS * DAY_MS));
  return { ...state, removed: state.removed.filter(({ updated }) => updated >= limit) };
}
