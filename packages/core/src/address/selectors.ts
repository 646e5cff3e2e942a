import type { Anchor, Article } from '../article/types.ts';
import { afterCodePoints, codePointsBetween } from './code-points.ts';
import { createAnchor } from './create-anchor.ts';
import { resolveAnchor } from './resolve-anchor.ts';

/** Words with their context (Web Annotation Data Model, 4.2.4). */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A range `[start, end)` of the text, counted in code points, not in code units (4.2.5). */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

/**
 * An anchor as selectors of the W3C's Web Annotation Data Model, for other annotation tools. The article
 * must be the one that the anchor was made on: code points are counted in its text.
 */
export function toSelectors(
  { text }: Article,
  anchor: Anchor,
): [quote: TextQuoteSelector, position: TextPositionSelector] {
  const quote: TextQuoteSelector = { type: 'TextQuoteSelector', exact: anchor.exact };
  if (anchor.prefix !== '') quote.prefix = anchor.prefix;
  if (anchor.suffix !== '') quote.suffix = anchor.suffix;
  const start = codePointsBetween(text, 0, Math.min(anchor.start, text.length));
  const end = start + codePointsBetween(text, anchor.start, Math.min(anchor.end, text.length));
  return [quote, { type: 'TextPositionSelector', start, end }];
}

/**
 * An anchor from selectors that another tool made on the same text; the first quote and the first position
 * of the list count, and selectors of other types are passed over. A quote whose words are not found still
 * gives an anchor, one that resolves to `orphaned`. `undefined` where there is neither a quote nor a
 * position inside the text.
 */
export function fromSelectors(article: Article, selectors: readonly { type: string }[]): Anchor | undefined {
  const quote = selectors.find(isQuote);
  const position = selectors.find(isPosition);
  const { text } = article;
  const start = position ? afterCodePoints(text, 0, position.start) : 0;
  const end = position ? afterCodePoints(text, start, position.end - position.start) : start;
  if (!quote) {
    const isInside = position && position.end <= codePointsBetween(text, 0, text.length);
    return isInside ? createAnchor(article, { start, end }) : undefined;
  }
  const { exact, prefix = '', suffix = '' } = quote;
  const anchor: Anchor = { start, end: start + exact.length, exact, prefix, suffix };
  const found = resolveAnchor(article, anchor);
  return found.status === 'orphaned' || found.status === 'fuzzy' ? anchor : createAnchor(article, found.span);
}

// Selectors come as other people's JSON: what they claim to be is checked.

function isQuote(selector: { type: string }): selector is TextQuoteSelector {
  const { exact, prefix = '', suffix = '' } = selector as Partial<TextQuoteSelector>;
  return selector.type === 'TextQuoteSelector' && [exact, prefix, suffix].every((value) => typeof value === 'string');
}

function isPosition(selector: { type: string }): selector is TextPositionSelector {
  const { start = -1, end = -1 } = selector as Partial<TextPositionSelector>;
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end;
  return selector.type === 'TextPositionSelector' && isRange;
}
