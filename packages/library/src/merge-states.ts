import type { Highlight, ReadingState } from './reading-state.ts';

/**
 * What to keep when two readers had the same article open: place and marks of the one that saves now
 * (`ours`), marks that only the other has, and of every highlight the newer version. Nothing that either
 * one saved is lost.
 */
export function mergeStates(ours: ReadingState, theirs: ReadingState): ReadingState {
  return {
    ...ours,
    marks: { ...theirs.marks, ...ours.marks },
    highlights: mergeHighlights(ours.highlights, theirs.highlights),
  };
}

function mergeHighlights(ours: readonly Highlight[], theirs: readonly Highlight[]): Highlight[] {
  const merged = new Map(theirs.map((highlight) => [highlight.id, highlight]));
  for (const highlight of ours) {
    const other = merged.get(highlight.id);
    // RFC 3339 in UTC sorts as text.
    if (!other || other.updatedAt <= highlight.updatedAt) merged.set(highlight.id, highlight);
  }
  return [...merged.values()].toSorted((a, b) => a.anchor.start - b.anchor.start || (a.id < b.id ? -1 : 1));
}
