import type { Article, Span } from '@lede/core';

/** All matches of a query, in order. */
export interface Matches {
  readonly length: number;
  at(index: number): Span;
  /** Index of the first match that ends after `offset`; `length` where there is none. */
  firstAfter(offset: number): number;
  /** The matches that touch `[start, end)`. */
  within(start: number, end: number): Span[];
}

/** Finds `query` in the whole article. A query without capitals finds capitals too. */
export function findMatches(article: Article, query: string): Matches {
  const spans: Span[] = [];
  if (query !== '') {
    const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu');
    for (const match of article.text.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return matchesOf(spans);
}

/** `spans` ascend and do not overlap. */
export function matchesOf(spans: readonly Span[]): Matches {
  const firstAfter = (offset: number): number => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((spans[middle] as Span).end > offset) high = middle; // in range
      else low = middle + 1;
    }
    return low;
  };
  return {
    length: spans.length,
    at: (index) => spans[index] as Span, // callers stay in range
    firstAfter,
    within(start, end) {
      const found: Span[] = [];
      for (let i = firstAfter(start); i < spans.length && (spans[i] as Span).start < end; i++)
        found.push(spans[i] as Span); // in range
      return found;
    },
  };
}
