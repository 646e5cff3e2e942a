import type { Diagnostic, MediaType } from '../article/types.ts';
import type { LedeError } from '../errors.ts';

/** Text, and what is worth telling about how it was decoded. */
export interface Decoded {
  text: string;
  diagnostics: Diagnostic[];
}

/** What is known of the encoding before the bytes are looked at. */
export interface DecodeHints {
  /** Label from the caller or the transport. */
  charset: string | undefined;
  mediaType: MediaType | undefined;
}

/** Bytes to text. */
export function decode(input: string | Uint8Array, _hints: DecodeHints): Decoded | LedeError {
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, diagnostics: [] };
}
