import { type AnchorResolution, type Article, resolveAnchors } from '@lede/core';
import type { ArticleState, Highlight } from '../state/types.ts';

/** A highlight, and where its words are in the article as it is now. */
export type ResolvedHighlight = { highlight: Highlight } & AnchorResolution;

/**
 * Finds all highlights in the article as it is now: in the order of the text, then those whose words are
 * gone (`orphaned`). None is left out.
 */
export function resolveHighlights(state: ArticleState, article: Article): ResolvedHighlight[] {
  const found = resolveAnchors(
    article,
    state.highlights.map(({ anchor }) => anchor),
  );
  const resolved = state.highlights.map((highlight, i): ResolvedHighlight => {
    return { highlight, ...(found[i] ?? { status: 'orphaned' }) };
  });
  return resolved.toSorted((a, b) => startOf(a) - startOf(b) || a.highlight.anchor.start - b.highlight.anchor.start);
}

function startOf(resolved: ResolvedHighlight): number {
  return resolved.status === 'orphaned' ? Number.MAX_SAFE_INTEGER : resolved.span.start;
}
