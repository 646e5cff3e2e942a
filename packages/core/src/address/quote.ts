import type { Anchor, Span } from '../article/types.ts';
import { CONTEXT } from './create-anchor.ts';

/** The words of an anchor with what stood around them, and where that was. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
}

/** A place with the exact words. */
export interface QuoteMatch extends Span {
  /** How many code units around it are as the quote remembers them. */
  context: number;
}

/** A needle of at least this many code units is rare enough to look at every place where it stands. */
const NEEDLE = 12;
/** Places to look at; only a text that repeats itself has more. */
const MAX_PLACES = 10_000;

/** The quote of an anchor; an anchor made elsewhere may bring more context than is of use. */
export function quoteOf({ exact, prefix, suffix, start }: Anchor): Quote {
  return { exact, prefix: prefix.slice(-CONTEXT), suffix: suffix.slice(0, CONTEXT), start };
}

/** How much of the context at a place is as the quote remembers it, outward from the words. */
export function contextAt(text: string, { exact, prefix, suffix }: Quote, start: number): number {
  const end = start + exact.length;
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

/**
 * The place anywhere in a text with exactly these words whose context is most like the quote's; of equals
 * the one nearest to where the words were. Short words are looked for with the context on one side.
 */
export function matchQuote(text: string, quote: Quote): QuoteMatch | undefined {
  const { exact, prefix, suffix } = quote;
  const room = NEEDLE - exact.length;
  if (room <= 0) return bestMatch(text, quote, exact, 0);
  const before = prefix.slice(-room);
  const a = bestMatch(text, quote, before + exact, before.length);
  const b = bestMatch(text, quote, exact + suffix.slice(0, room), 0);
  return a && b ? better(a, b, quote.start) : (a ?? b);
}

/** The same among the places that begin in a block: few enough to look at each, however short the words. */
export function matchQuoteIn(text: string, quote: Quote, { start, end }: Span): QuoteMatch | undefined {
  const { exact } = quote;
  return exact === '' ? undefined : bestMatch(text, quote, exact, 0, start, end + exact.length);
}

/** `needle` holds the words `exactAt` code units after its start, and stands in `text.slice(from, to)`. */
function bestMatch(
  text: string,
  quote: Quote,
  needle: string,
  exactAt: number,
  from = 0,
  to = text.length,
): QuoteMatch | undefined {
  if (needle === '') return undefined;
  const region = text.slice(from, to);
  let best: QuoteMatch | undefined;
  let at = region.indexOf(needle);
  for (let places = 0; at >= 0 && places < MAX_PLACES; places++) {
    const start = from + at + exactAt;
    const match = { start, end: start + quote.exact.length, context: contextAt(text, quote, start) };
    best = best ? better(best, match, quote.start) : match;
    at = region.indexOf(needle, at + 1);
  }
  return best;
}

/**
 * Whether a place shows enough of the quote to be taken for it. Words of some length speak for themselves;
 * "the" needs its context: about half of all that the anchor knows.
 */
export function isConvincing({ exact, prefix, suffix }: Quote, { context }: QuoteMatch): boolean {
  const known = exact.length + prefix.length + suffix.length;
  return exact.length >= CONTEXT || 2 * (exact.length + context) >= known;
}

function better(a: QuoteMatch, b: QuoteMatch, near: number): QuoteMatch {
  const difference = b.context - a.context || Math.abs(a.start - near) - Math.abs(b.start - near);
  return difference > 0 ? b : a;
}
