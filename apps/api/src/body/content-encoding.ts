import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** What a request's Content-Encoding may be, as an Accept-Encoding header says it. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br, zstd';

/**
 * The decoder for a Content-Encoding: `null` where nothing is encoded, `undefined` for one that is not
 * supported. One encoding at most: a list of them serves nobody but bombs.
 */
export function decoderFor(contentEncoding: string | undefined): Transform | null | undefined {
  const name = (contentEncoding ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity') return null;
  return Object.hasOwn(DECODERS, name) ? DECODERS[name]?.() : undefined;
}
