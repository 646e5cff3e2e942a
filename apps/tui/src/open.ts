import type { Draft, draft, DraftResult, ParseOptions } from '@lede/core';
import type { Options } from './cli/options.ts';
import { mediaTypeOfName } from './cli/media-type.ts';
import { MAX_INPUT, readFile, readStandardInput } from './cli/read-input.ts';

export type OpenResult = { ok: true; article: Draft } | { ok: false; message: string };

/** Reads one input (a path, an address, or `-` for standard input) and parses it. The message of a failure fits on one line. */
export async function openInput(input: string, options: Options): Promise<OpenResult> {
  if (/^https?:\/\//i.test(input)) return openAddress(input, options);
  const read = input === '-' ? await readStandardInput() : readFile(input);
  const name = input === '-' ? 'standard input' : input;
  if (!read.ok) return { ok: false, message: `${name}: ${read.message}` };
  const result = await parseBytes(read.bytes, parseOptions(input, options));
  if (result.ok) return { ok: true, article: result.draft };
  return { ok: false, message: `${name}: ${result.error.message} (${result.error.code})` };
}

/** Fetches a page and parses it. */
async function openAddress(address: string, options: Options): Promise<OpenResult> {
  const { fetchPage } = await import('./chunks/fetch.ts');
  const fetched = await fetchPage(address);
  if (!fetched.ok) return { ok: false, message: `${fetched.error.message} (${fetched.error.code})` };
  const { bytes, url, mediaType } = fetched.page;
  const known = { ...parseOptions('', options), url, ...(mediaType === undefined ? {} : { mediaType }) };
  const result = await parseBytes(bytes, known);
  return result.ok
    ? { ok: true, article: result.draft }
    : { ok: false, message: `${url}: ${result.error.message} (${result.error.code})` };
}

function parseOptions(input: string, options: Options): ParseOptions {
  const known: ParseOptions = { maxSize: MAX_INPUT, transfer: true };
  const mediaType = options.mediaType ?? mediaTypeOfName(input);
  if (mediaType !== undefined) known.mediaType = mediaType;
  if (options.url !== undefined) known.url = options.url;
  if (options.everything) known.content = 'everything';
  return known;
}

/** Parses with the parser of one format alone where the format is known, so that no other is loaded. */
async function parseBytes(bytes: Uint8Array, options: ParseOptions): Promise<DraftResult> {
  const parser = await parserFor(options.mediaType);
  return parser.draft(bytes, options);
}

function parserFor(mediaType: string | undefined): Promise<{ draft: typeof draft }> {
  switch (mediaType?.split(';')[0]) {
    case 'text/plain':
      return import('./chunks/parse-text.ts');
    case 'text/markdown':
      return import('./chunks/parse-markdown.ts');
    case 'text/html':
      return import('./chunks/parse-html.ts');
    default:
      return import('./chunks/parse-any.ts');
  }
}
