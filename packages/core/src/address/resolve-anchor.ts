import type { Anchor, Article, Block, Span } from '../article/types.ts';
import { wholeSpan } from './code-points.ts';
import { matchFuzzily } from './fuzzy-quote.ts';
import { contextAt, isConvincing, matchQuote, matchQuoteIn, type Quote, quoteOf } from './quote.ts';

/**
 * Where an anchor's words are now. `exact`: the same words at the same place. `moved`: the same words at
 * another place. `fuzzy`: words much like them. `orphaned`: nothing like them is left.
 */
export type AnchorResolution = { status: 'exact' | 'moved' | 'fuzzy'; span: Span } | { status: 'orphaned' };

/**
 * Finds the words of an anchor in an article that may have changed: by the block that held them, then by
 * the words with their context, then by words like them. Linear in the text; a few milliseconds where the
 * words are still there, some tenths of a second in 10 MB where they are not.
 *
 * @example
 * const found = resolveAnchor(article, anchor);
 * if (found.status !== 'orphaned') highlight(found.span);
 */
export function resolveAnchor(article: Article, anchor: Anchor): AnchorResolution {
  return resolve(article.text, anchor, () => onlyBlock(article.blocks, anchor.block));
}

/** Resolves many anchors, in their order; the blocks are indexed once. */
export function resolveAnchors(article: Article, anchors: readonly Anchor[]): AnchorResolution[] {
  const blocks = new Map(article.blocks.map((block) => [block.id, block]));
  return anchors.map((anchor) => {
    const { block } = anchor;
    return resolve(article.text, anchor, () => (blocks.has(`${block}~2`) ? undefined : blocks.get(block ?? '')));
  });
}

/** The block with an id. None where its content is repeated: which copy has which id may have changed. */
function onlyBlock(blocks: readonly Block[], id: string | undefined): Block | undefined {
  let only: Block | undefined;
  for (const block of blocks) {
    if (block.id === id) only = block;
    else if (only && block.id === `${id}~2`) return undefined;
  }
  return only;
}

function resolve(text: string, anchor: Anchor, findBlock: () => Block | undefined): AnchorResolution {
  const quote = quoteOf(anchor);
  if (isUntouched(text, quote)) return found(text, quote, quote.start, quote.start + quote.exact.length);

  const block = anchor.block?.includes('~') ? undefined : findBlock();
  const inBlock = block && matchQuoteIn(text, quote, block);
  if (inBlock) return found(text, quote, inBlock.start, inBlock.end);

  const anywhere = matchQuote(text, quote);
  if (anywhere && isConvincing(quote, anywhere)) return found(text, quote, anywhere.start, anywhere.end);

  const fuzzy = matchFuzzily(text, quote);
  return fuzzy ? found(text, quote, fuzzy.start, fuzzy.end) : { status: 'orphaned' };
}

/** Words and context stand where they stood. */
function isUntouched(text: string, quote: Quote): boolean {
  const { exact, prefix, suffix, start } = quote;
  return text.startsWith(exact, start) && contextAt(text, quote, start) === prefix.length + suffix.length;
}

function found(text: string, quote: Quote, start: number, end: number): AnchorResolution {
  const span = wholeSpan(text, { start, end });
  if (text.slice(span.start, span.end) !== quote.exact) return { status: 'fuzzy', span };
  return { status: span.start === quote.start ? 'exact' : 'moved', span };
}
