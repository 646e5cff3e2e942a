import type { MediaType } from './article/types.ts';
import { type DraftResult, draftWith, type ParseOptions, type ParseResult, parseWith } from './parse-with.ts';
import { readHtml } from './read/html.ts';
import { readMarkdown } from './read/markdown.ts';
import type { Reader } from './read/reader.ts';
import { readText } from './read/text.ts';

const READERS: Readonly<Record<MediaType, Reader>> = {
  'text/plain': readText,
  'text/markdown': readMarkdown,
  'text/html': readHtml,
};

/**
 * Turns an article (plain text, Markdown, HTML; a string or bytes) into a validated document.
 *
 * Never throws: what can go wrong comes back as `{ ok: false, error }` with a stable `error.code`. The
 * same input and options always give the same article.
 *
 * @example
 * const result = parse('# Hello\n\nWorld.', { mediaType: 'text/markdown' });
 * if (result.ok) console.log(result.article.meta.title, result.article.text);
 */
export function parse(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  return parseWith(input, options, (mediaType) => READERS[mediaType]);
}

/** `parse` for plain text alone: an app that needs no other format bundles no other parser. */
export function parseText(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  return parseWith(input, { ...options, mediaType: 'text/plain' }, () => readText);
}

/** `parse` for Markdown alone (which brings HTML: Markdown may hold it). */
export function parseMarkdown(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  return parseWith(input, { ...options, mediaType: 'text/markdown' }, () => readMarkdown);
}

/** `parse` for HTML alone. */
export function parseHtml(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  return parseWith(input, { ...options, mediaType: 'text/html' }, () => readHtml);
}

/**
 * The first stage of `parse` alone: all of an article that shows, without what only addressing it takes. For an
 * app that has the text on the screen before the rest is needed; `finishDraft` makes it the very article that
 * `parse` gives. Bytes must stay as they are until `source.sha256` has been read, unless `transfer` gives them up.
 *
 * @example
 * const result = draft(bytes, { mediaType: 'text/html', transfer: true });
 * if (result.ok) show(result.draft);
 */
export function draft(input: string | Uint8Array, options: ParseOptions = {}): DraftResult {
  return draftWith(input, options, (mediaType) => READERS[mediaType]);
}

/** `draft` for plain text alone. */
export function draftText(input: string | Uint8Array, options: ParseOptions = {}): DraftResult {
  return draftWith(input, { ...options, mediaType: 'text/plain' }, () => readText);
}

/** `draft` for Markdown alone. */
export function draftMarkdown(input: string | Uint8Array, options: ParseOptions = {}): DraftResult {
  return draftWith(input, { ...options, mediaType: 'text/markdown' }, () => readMarkdown);
}

/** `draft` for HTML alone. */
export function draftHtml(input: string | Uint8Array, options: ParseOptions = {}): DraftResult {
  return draftWith(input, { ...options, mediaType: 'text/html' }, () => readHtml);
}
