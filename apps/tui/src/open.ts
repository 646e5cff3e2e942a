import process from 'node:process';
import type { Draft, draft, DraftResult, ParseOptions } from '@lede/core';
import type { Redirect } from '@lede/library';
import type { Options } from './cli/options.ts';
import { CLIPBOARD, isAddress, isPath, STANDARD_INPUT } from './cli/input-kind.ts';
import { codeLanguageOfName } from './cli/code-language.ts';
import { mediaTypeOfName } from './cli/media-type.ts';
import { ImageSource } from './pictures/image-source.ts';
import { LocalImages } from './pictures/local-images.ts';
import { MAX_INPUT, readFile, readStandardInput } from './cli/read-input.ts';
import { keepYoungMemorySmall } from './system/young-memory.ts';

/** A copied text that is longer is no address. */
const LONGEST_ADDRESS = 4096;
/** To colour a larger program would keep keys waiting; it is shown as it is. In bytes. */
const LARGEST_COLOURED = 500_000;
const PLAIN = 'plaintext';

export type OpenResult =
  | { ok: true; article: Draft; redirects?: readonly Redirect[]; images?: ImageSource }
  | { ok: false; message: string };

/** What of the command line says how to read, and who is told how the article of a web page was found. */
export type OpenOptions = Pick<Options, 'mediaType' | 'url' | 'everything'> & Pick<ParseOptions, 'trace'>;

/** An article and where its images come from, as the reader shows it. */
export async function openToRead(input: string, options: OpenOptions, signal?: AbortSignal): Promise<OpenResult> {
  const local = isPath(input) ? new LocalImages(input) : undefined;
  const opened = await openInput(input, options, {
    ...(signal && { signal }),
    ...(local && { imageUrl: local.urlOf }),
  });
  if (!opened.ok) return opened;
  // An article that was copied or piped in may say where it is from, but reading it has asked nobody.
  const page = isAddress(input) ? (opened.article.source.url ?? input) : undefined;
  const images = new ImageSource({ ...(local && { local }), ...(page !== undefined && { page }) });
  return { ...opened, images };
}

/**
 * Reads one input (a path, an address, standard input, the clipboard) and parses it. The message of a failure fits
 * on one line. `imageUrl`: see `ParseOptions`.
 */
export async function openInput(
  input: string,
  options: OpenOptions,
  { signal, imageUrl }: { signal?: AbortSignal } & Pick<ParseOptions, 'imageUrl'> = {},
): Promise<OpenResult> {
  if (isAddress(input)) return openAddress(input, options, signal);
  if (input === CLIPBOARD) return openClipboard(options, signal);
  const isPiped = input === STANDARD_INPUT;
  const read = isPiped ? await readStandardInput() : readFile(input);
  const name = isPiped ? 'standard input' : input;
  if (!read.ok) return { ok: false, message: `${name}: ${read.message}` };
  const known = { ...parseOptions(input, options), ...(imageUrl && { imageUrl }) };
  const language = known.mediaType === undefined && !isPiped ? codeLanguageOfName(input) : undefined;
  if (language !== undefined) {
    known.mediaType = 'text/plain';
    known.codeLanguage = read.bytes.length > LARGEST_COLOURED ? PLAIN : language;
  }
  return named(await parseBytes(read.bytes, known), name);
}

/** Fetches a page and parses it. */
async function openAddress(address: string, options: OpenOptions, signal?: AbortSignal): Promise<OpenResult> {
  const { fetchPage } = await import('./chunks/fetch.ts');
  const fetched = await fetchPage(address, signal ? { signal } : {});
  if (!fetched.ok) return { ok: false, message: `${fetched.error.message} (${fetched.error.code})` };
  const { bytes, url, mediaType, redirects } = fetched.page;
  const known = { ...parseOptions('', options), url, ...(mediaType === undefined ? {} : { mediaType }) };
  const opened = named(await parseBytes(bytes, known), url);
  return opened.ok && redirects.length > 0 ? { ...opened, redirects } : opened;
}

/** Parses what was copied: HTML, text, or the page whose address it is. */
async function openClipboard(options: OpenOptions, signal?: AbortSignal): Promise<OpenResult> {
  const { readClipboard } = await import('./chunks/read-clipboard.ts');
  const html = options.mediaType === undefined || options.mediaType.startsWith('text/html');
  const { platform, env: environment } = process;
  const read = await readClipboard({ platform, environment, html, maxBytes: MAX_INPUT });
  if (!read.ok) return { ok: false, message: `the clipboard cannot be read: ${read.message} (${read.code})` };
  const { bytes, mediaType } = read;
  if (mediaType === undefined && bytes.length <= LONGEST_ADDRESS) {
    const text = Buffer.from(bytes).toString('utf8').trim();
    if (isAddress(text) && !/\s/.test(text)) return openAddress(text, options, signal);
  }
  const known = { ...parseOptions(CLIPBOARD, options), ...(mediaType === undefined ? {} : { mediaType }) };
  return named(await parseBytes(bytes, known), 'the clipboard');
}

/** What was parsed, or why it could not be, with the name of what it was read from. */
function named(result: DraftResult, name: string): OpenResult {
  return result.ok
    ? { ok: true, article: result.draft }
    : { ok: false, message: `${name}: ${result.error.message} (${result.error.code})` };
}

function parseOptions(input: string, options: OpenOptions): ParseOptions {
  const known: ParseOptions = { maxSize: MAX_INPUT, transfer: true };
  const mediaType = options.mediaType ?? mediaTypeOfName(input);
  if (mediaType !== undefined) known.mediaType = mediaType;
  if (options.url !== undefined) known.url = options.url;
  if (options.trace) known.trace = options.trace;
  if (options.everything) known.content = 'everything';
  return known;
}

/** Parses with the parser of one format alone where the format is known, so that no other is loaded. */
async function parseBytes(bytes: Uint8Array, options: ParseOptions): Promise<DraftResult> {
  const parser = await parserFor(options.mediaType);
  keepYoungMemorySmall(bytes.length);
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
