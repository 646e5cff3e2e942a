import { type Anchor, hashSource } from '@lede/core';
import { HIGHLIGHT_COLORS } from '../highlight/highlight-color.ts';
import type { ArticleIdentity } from '../state/identify.ts';
import { timestamp } from '../state/timestamp.ts';
import type { Highlight, Timestamp } from '../state/types.ts';
import { HIGHLIGHT_IRI } from './annotation-types.ts';

/**
 * Reads one annotation, ours or another tool's. What it holds besides quote, position, note, colour and
 * times is passed over. `undefined` where it names no article or quotes nothing.
 */
export function readAnnotation(
  value: unknown,
  now: Date,
): { article: ArticleIdentity; highlight: Highlight } | undefined {
  const target = first(field(value, 'target'));
  const source = field(target, 'source');
  const key = articleKey(textOf(source) ?? textOf(field(source, 'id')));
  const selectors = listOf(field(target, 'selector'));
  const anchor = anchorFrom(selectors);
  if (key === undefined || !anchor) return undefined;

  const title = textOf(field(target, 'dc:title'));
  const created = timeFrom(field(value, 'created')) ?? timestamp(now);
  const highlight: Highlight = {
    id: idFrom(field(value, 'id')) ?? hashSource(`${key} ${anchor.start} ${anchor.exact}`),
    anchor,
    color: HIGHLIGHT_COLORS.find((color) => color === field(target, 'styleClass')) ?? 'yellow',
    created,
    updated: timeFrom(field(value, 'modified')) ?? created,
  };
  const note = noteFrom(listOf(field(value, 'body')));
  if (note !== '') highlight.note = note;
  const codePoints = rangeFrom(selectors, 'TextPositionSelector', '');
  if (codePoints) highlight.codePoints = codePoints;
  const fragment = textOf(field(ofType(selectors, 'FragmentSelector'), 'value'));
  if (fragment?.startsWith(':~:')) highlight.fragment = `#${fragment}`;
  return { article: title === undefined ? { key } : { key, title }, highlight };
}

function anchorFrom(selectors: readonly unknown[]): Anchor | undefined {
  const quote = ofType(selectors, 'TextQuoteSelector');
  const exact = textOf(field(quote, 'exact'));
  if (exact === undefined) return undefined;
  const range = rangeFrom(selectors, 'lede:AnchorSelector', 'lede:');
  // Code points are near enough to code units to say which of several like places is meant.
  const start = range?.start ?? rangeFrom(selectors, 'TextPositionSelector', '')?.start ?? 0;
  const anchor: Anchor = {
    start,
    end: range?.end ?? start + exact.length,
    exact,
    prefix: textOf(field(quote, 'prefix')) ?? '',
    suffix: textOf(field(quote, 'suffix')) ?? '',
  };
  const block = textOf(field(ofType(selectors, 'lede:AnchorSelector'), 'lede:block'));
  if (block !== undefined) anchor.block = block;
  return anchor;
}

/** The key of the article: a page's URL as `identify` writes it, or whatever names it. */
function articleKey(source: string | undefined): string | undefined {
  const url = source === undefined ? null : URL.parse(source);
  if (!url || !/^https?:$/.test(url.protocol)) return source;
  url.hash = '';
  return url.href;
}

function idFrom(id: unknown): string | undefined {
  const text = textOf(id);
  return text?.startsWith(HIGHLIGHT_IRI) ? textOf(text.slice(HIGHLIGHT_IRI.length)) : text;
}

/** All that the bodies say in words; tags and links are not ours to keep. */
function noteFrom(bodies: readonly unknown[]): string {
  const notes = bodies.map((body) => {
    const isNote = field(body, 'type') === 'TextualBody' && field(body, 'purpose') !== 'tagging';
    return textOf(body) ?? (isNote ? textOf(field(body, 'value')) : undefined);
  });
  return notes.filter((note) => note !== undefined).join('\n\n');
}

function timeFrom(value: unknown): Timestamp | undefined {
  const time = new Date(typeof value === 'string' ? value : Number.NaN);
  const year = time.getUTCFullYear();
  return year >= 0 && year <= 9999 ? timestamp(time) : undefined;
}

function rangeFrom(
  selectors: readonly unknown[],
  type: string,
  prefix: string,
): { start: number; end: number } | undefined {
  const selector = ofType(selectors, type);
  const [start, end] = [field(selector, `${prefix}start`), field(selector, `${prefix}end`)];
  return isOffset(start) && isOffset(end) && start <= end ? { start, end } : undefined;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function ofType(selectors: readonly unknown[], type: string): unknown {
  return selectors.find((selector) => field(selector, 'type') === type);
}

/** A field of what may be an object; only its own fields count. */
function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name]; // an object that has it
}

/** Text that is there. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** JSON-LD writes a list of one as the one. */
function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}
