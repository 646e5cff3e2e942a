import { ArticleBuilder } from './article/builder.ts';
import { readKnownMeta } from './article/known-meta.ts';
import { type KnownMeta, MetaDraft } from './article/meta.ts';
import { finishDraft } from './article/finish-draft.ts';
import { lazily } from './article/lazily.ts';
import { hashSource } from './article/source-hash.ts';
import type { Article, Draft, MediaType, Source } from './article/types.ts';
import { documentUrl } from './article/url.ts';
import { failure, type LedeError } from './errors.ts';
import type { PageTrace } from './extract/explain.ts';
import { decode } from './read/decode.ts';
import type { ContentChoice, ReadContext, Reader } from './read/reader.ts';
import { sniff } from './read/sniff.ts';
import { PARSER } from './version.ts';

export interface ParseOptions {
  /** What the input is; guessed where absent. Parameters (`; charset=…`) are read too. */
  mediaType?: string;
  /** Label of the encoding of bytes (`windows-1252`), where it is known; wins over all but a byte-order mark. */
  charset?: string;
  /** Where the input came from: base of relative URLs, and `source.url`; `''` counts as absent. */
  url?: string;
  /**
   * Gives a URL to an image that would be lost with its reference: a relative one without a base, or of a scheme
   * not allowed. The URL has to be http(s) or `data:image/…`; `undefined` drops the image, as happens without this.
   */
  imageUrl?: (reference: string) => string | undefined;
  /**
   * The plain text is a program or data in this language (`python`, `json`), not prose: it becomes one block of code,
   * with every space it has. Other formats know their code themselves; `''` counts as absent.
   */
  codeLanguage?: string;
  /** Which part of a web page becomes the article. Default `auto`. */
  content?: ContentChoice;
  /**
   * Is told, once, how the article of a web page was found: each block with its score and the features that
   * decided. It costs about as much again as parsing. Not called for other inputs, or where all is kept.
   */
  trace?: (trace: PageTrace) => void;
  /** Metadata that the caller knows; it wins over the input's own. */
  meta?: KnownMeta;
  /** The most bytes (or UTF-16 code units of a string) to read. Default 256 MiB. */
  maxSize?: number;
  /**
   * The bytes may be given up: the buffer behind a large input is detached as soon as its text is known, so that
   * memory never holds both beside the article. Default: they are left alone.
   */
  transfer?: boolean;
}

export type ParseResult = { ok: true; article: Article } | { ok: false; error: LedeError };
export type DraftResult = { ok: true; draft: Draft } | { ok: false; error: LedeError };

/** V8 holds strings of up to 512 MiB, and the text may grow while it is read. */
const DEFAULT_MAX_SIZE = 256 * 1024 * 1024;
/** Bytes up to this many are not worth hashing ahead of time just to be rid of them. */
const KEPT = 1024 * 1024;
const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
};

/** The way of every input to an article: first a draft, then what the draft leaves out. */
export function parseWith(input: unknown, options: ParseOptions, readerFor: (type: MediaType) => Reader): ParseResult {
  return guarded(() => {
    const read = draft(input, options, readerFor);
    if (!read.ok) return read;
    const article = finishDraft(read.draft);
    // Asked for here, they are plain data for everybody else.
    void article.sentences;
    void article.source.sha256;
    return { ok: true, article };
  });
}

/**
 * The way of every input to a draft: decode, sniff, read, put together. `readerFor` names the reader of a media
 * type, so that an app which needs one format bundles no other.
 */
export function draftWith(input: unknown, options: ParseOptions, readerFor: (type: MediaType) => Reader): DraftResult {
  return guarded(() => draft(input, options, readerFor));
}

function guarded<T>(run: () => T): T | ReturnType<typeof failure> {
  try {
    return run();
  } catch (cause) {
    return failure('internal', cause instanceof Error ? cause.message : undefined, cause);
  }
}

function draft(input: unknown, options: ParseOptions, readerFor: (type: MediaType) => Reader): DraftResult {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return failure('input-type');
  const maxSize = options.maxSize ?? DEFAULT_MAX_SIZE;
  if (input.length > maxSize) return failure('input-too-large', `${input.length} of at most ${maxSize}`);

  const [essence, transportCharset] = splitMediaType(options.mediaType);
  const declared = essence !== undefined && Object.hasOwn(MEDIA_TYPES, essence) ? MEDIA_TYPES[essence] : undefined;
  if (essence !== undefined && declared === undefined) {
    return failure('options-invalid', `mediaType is ${JSON.stringify(options.mediaType)}`);
  }
  const url = documentUrl(options.url);
  if (url === null) return failure('options-invalid', `url is ${JSON.stringify(options.url)}`);
  const known = readKnownMeta(options.meta ?? {});
  if (!known.ok) return failure('options-invalid', known.reason);

  const decoded = decode(input, { charset: options.charset, transportCharset, mediaType: declared });
  if ('code' in decoded) return { ok: false, error: decoded };
  const mediaType = declared ?? sniff(decoded.text);
  const source: Source = { mediaType, sha256: '', parser: PARSER };
  if (url !== undefined) source.url = url;
  if (options.transfer && typeof input !== 'string' && input.length > KEPT) {
    source.sha256 = hashSource(input);
    detach(input);
  } else {
    lazily(source, 'sha256', () => hashSource(input));
  }

  const builder = new ArticleBuilder();
  for (const diagnostic of decoded.diagnostics) builder.diagnose(diagnostic);
  if (declared === undefined) {
    builder.diagnose({
      code: 'media-type-guessed',
      message: `No media type was given; the input looks like ${mediaType}.`,
    });
  }
  const meta = new MetaDraft(known.meta);
  const context: ReadContext = { content: options.content ?? 'auto' };
  if (url !== undefined) context.url = url;
  const codeLanguage = options.codeLanguage?.trim();
  if (codeLanguage) context.codeLanguage = codeLanguage;
  if (options.trace) context.trace = options.trace;
  if (options.imageUrl) context.imageUrl = options.imageUrl;
  const error = readerFor(mediaType)(decoded.text, context, builder, meta);
  if (error) return { ok: false, error };
  if (builder.isEmpty && !meta.has('title')) return failure('input-empty');
  return { ok: true, draft: builder.finish(meta.finish(), source) };
}

/** Gives the memory of bytes back at once, where the engine can (ES2024). */
function detach({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) (buffer as { transfer?: (length: number) => unknown }).transfer?.(0); // absent in Node 20
}

function splitMediaType(mediaType: string | undefined): [essence: string | undefined, charset: string | undefined] {
  if (mediaType === undefined) return [undefined, undefined];
  const [essence = '', ...parameters] = mediaType.split(';');
  const charset = parameters
    .map((p) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(p)?.[1])
    .find((c) => c !== undefined);
  return [essence.trim().toLowerCase(), charset];
}
