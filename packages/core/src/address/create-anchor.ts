import type { Anchor, Article, Span } from '../article/types.ts';
import { splitsPair, wholeSpan } from './code-points.ts';
import { blockAt } from './locate.ts';

/**
 * Code units of context kept on each side. Five or six words tell nearly every repeated phrase from its
 * like, and still fit a URL or a database row; the W3C's examples and Hypothesis keep about as many.
 */
export const CONTEXT = 32;

/**
 * An anchor for a span: what a client keeps so that `resolveAnchor` finds the words again when the article
 * has been parsed anew or edited. An empty span is a place between two characters, such as where reading
 * stopped. A span that leaves the text or splits a character is brought into it and widened.
 *
 * @example
 * const anchor = createAnchor(article, { start: 120, end: 164 });
 */
export function createAnchor(article: Article, span: Span): Anchor {
  const { text } = article;
  const { start, end } = wholeSpan(text, span);
  let from = Math.max(0, start - CONTEXT);
  if (splitsPair(text, from)) from++;
  let to = Math.min(text.length, end + CONTEXT);
  if (splitsPair(text, to)) to--;
  const anchor: Anchor = {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
  };
  const block = article.blocks[blockAt(article, start) ?? -1];
  if (block) anchor.block = block.id;
  return anchor;
}
