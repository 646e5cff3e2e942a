import type { Diagnostic, MediaType } from '../article/types.ts';
import { DIAGNOSTIC_CODES, failure, type LedeError } from '../errors.ts';
import { binaryKind, looksBinary } from './binary.ts';
import { withoutMojibake } from './mojibake.ts';
import { declaredEncoding, encodingName } from './prescan.ts';

/** Text, and what is worth telling about how it was decoded. */
export interface Decoded {
  text: string;
  diagnostics: Diagnostic[];
}

/** What is known of the encoding before the bytes are looked at. */
export interface DecodeHints {
  /** Label from the caller, who knows. */
  charset: string | undefined;
  /** Label from the transport (a parameter of the media type), which may be a server's default, or nonsense. */
  transportCharset?: string | undefined;
  mediaType: MediaType | undefined;
}

/**
 * Bytes to text. The encoding is, in this order: the byte-order mark's; the caller's; the
 * transport's; what HTML declares of itself; UTF-8. Bytes that are no UTF-8 and declare nothing are read as windows-1252, and the article
 * says so. Text that has been decoded already loses its byte-order mark. What was decoded as Latin-1 on its way here, though it is
 * UTF-8, is decoded again.
 *
 * Errors: `charset-unknown` for a label that names no encoding, `input-binary` for what is no text.
 */
export function decode(input: string | Uint8Array, hints: DecodeHints): Decoded | LedeError {
  const decoded: Decoded | LedeError =
    typeof input === 'string' ? { text: input, diagnostics: [] } : decodeBytes(input, hints);
  if ('code' in decoded) return decoded;
  const repaired = withoutMojibake(decoded.text);
  if (repaired !== undefined) {
    decoded.text = repaired;
    decoded.diagnostics.push({ code: 'characters-repaired', message: DIAGNOSTIC_CODES['characters-repaired'] });
  }
  if (looksBinary(decoded.text)) return failure('input-binary').error;
  if (decoded.text.startsWith('\uFEFF')) decoded.text = decoded.text.slice(1);
  return decoded;
}

function decodeBytes(bytes: Uint8Array, hints: DecodeHints): Decoded | LedeError {
  const kind = binaryKind(bytes);
  if (kind !== undefined) return failure('input-binary', `it is ${kind}`).error;
  const { charset } = hints;
  const named = charset === undefined ? undefined : nameOf(charset);
  if (charset !== undefined && named === undefined) return failure('charset-unknown', JSON.stringify(charset)).error;
  const known = ofByteOrderMark(bytes) ?? named;
  if (known !== undefined) return decodeAs(bytes, known);
  const { transportCharset } = hints;
  const transported = transportCharset === undefined ? undefined : nameOf(transportCharset);
  const declared = transported ?? ofMarkup(bytes, hints.mediaType);
  return declared === undefined ? decodeUnknown(bytes) : decodeDeclared(bytes, declared);
}

/** What HTML declares of itself; input of unknown type is asked too where it looks like HTML. */
function ofMarkup(bytes: Uint8Array, mediaType: MediaType | undefined): string | undefined {
  const mayBeHtml = mediaType === 'text/html' || (mediaType === undefined && startsWithTag(bytes));
  return mayBeHtml ? declaredEncoding(bytes) : undefined;
}

/** Encodings that `TextDecoder` lacks, decoded here. */
const UTF_32: ReadonlyMap<string, 'utf-32le' | 'utf-32be'> = new Map([
  ['utf-32', 'utf-32le'],
  ['utf-32le', 'utf-32le'],
  ['utf-32be', 'utf-32be'],
]);

function nameOf(label: string): string | undefined {
  return encodingName(label) ?? UTF_32.get(label.trim().toLowerCase());
}

function ofByteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : undefined;
}

function startsWithTag(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte > 0x20);
  return bytes[start] === 0x3c;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const utf32 = UTF_32.get(encoding);
  if (utf32) return withReplaced(decodeUtf32(bytes, utf32 === 'utf-32le'), 0);
  return decodeFatal(bytes, encoding) ?? decodeReplacing(bytes, encoding);
}

function decodeFatal(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return undefined;
  }
}

function decodeReplacing(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return withReplaced(text, encoding === 'utf-8' ? countReplacementBytes(bytes) : 0);
}

/**
 * Pages are saved again as UTF-8 while their `meta` stays, and servers have defaults. Text of another
 * encoding that is valid UTF-8 by chance hardly exists.
 */
function decodeDeclared(bytes: Uint8Array, declared: string): Decoded {
  const mayBeUtf8 = !declared.startsWith('utf-') && bytes.some((byte) => byte >= 0x80);
  const utf8 = mayBeUtf8 ? decodeFatal(bytes, 'utf-8') : undefined;
  if (!utf8) return decodeAs(bytes, declared);
  utf8.diagnostics.push({
    code: 'charset-guessed',
    message: `It is declared as ${declared}, but its bytes are UTF-8; it was read as that.`,
  });
  return utf8;
}

const REPLACEMENT = 0xfffd;
/** So many valid characters beside each broken one make text UTF-8 all the same, cut or damaged. */
const VALID_FOR_BROKEN = 8;

function decodeUnknown(bytes: Uint8Array): Decoded {
  const utf16 = guessUtf16(bytes);
  if (utf16) return withGuess(decodeAs(bytes, utf16), utf16);
  const valid = decodeFatal(bytes, 'utf-8');
  if (valid) return valid;
  const damaged = decodeReplacing(bytes, 'utf-8');
  const broken = count(damaged.text, (code) => code === REPLACEMENT);
  const high = count(damaged.text, (code) => code > 0x7f);
  if (high - broken >= broken * VALID_FOR_BROKEN) return damaged;
  return withGuess(decodeAs(bytes, 'windows-1252'), 'windows-1252');
}

/** In bytes; what is UTF-16 shows it soon. */
const UTF_16_SAMPLE = 1024;

/** UTF-16 without a byte-order mark: of Western text every other byte is zero. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, UTF_16_SAMPLE);
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[(i % 2) as 0 | 1]++; // a remainder of two
  const units = sample.length / 2;
  if (zeros[1] > units * 0.7 && zeros[0] === 0) return 'utf-16le';
  return zeros[0] > units * 0.7 && zeros[1] === 0 ? 'utf-16be' : undefined;
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, isLittle);
    parts.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code));
  }
  if (i < bytes.length) parts.push('\uFFFD');
  return parts.join('');
}

/** `own`: how many replacement characters the input itself held. */
function withReplaced(text: string, own: number): Decoded {
  const replaced = count(text, (code) => code === REPLACEMENT) - own;
  if (replaced <= 0) return { text, diagnostics: [] };
  const message =
    replaced === 1
      ? 'One character could not be decoded and was replaced.'
      : `${replaced} characters could not be decoded and were replaced.`;
  return { text, diagnostics: [{ code: 'characters-replaced', message }] };
}

function withGuess(decoded: Decoded, encoding: string): Decoded {
  const message = `Nothing declares the encoding, and the bytes are not UTF-8; they were read as ${encoding}.`;
  return { ...decoded, diagnostics: [{ code: 'charset-guessed', message }, ...decoded.diagnostics] };
}

function count(text: string, isCounted: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (isCounted(text.charCodeAt(i))) found++;
  return found;
}

/** Counts EF BF BD: U+FFFD that stands in the input. */
function countReplacementBytes(bytes: Uint8Array): number {
  let found = 0;
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) found++;
  }
  return found;
}
