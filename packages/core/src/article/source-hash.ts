import { textHasher } from './native-sha256.ts';
import { toHex } from './sha256.ts';

/** Lower-case hexadecimal SHA-256 of the input as it came (of its UTF-8 form when it is a string). */
export function hashSource(input: string | Uint8Array): string {
  const sha256 = textHasher(input.length);
  return toHex(typeof input === 'string' ? sha256.text(input) : sha256.bytes(input));
}
