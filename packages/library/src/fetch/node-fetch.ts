import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { PageFetch, PageResponse } from './page-fetch.ts';
import { publicLookup } from './private-address.ts';

/**
 * Exchanges with servers over `node:http`, which, other than the global `fetch`, lets us say which
 * addresses a connection may be made to, and takes any status that servers think of.
 */
export function createNodeFetch({ refusePrivateAddresses }: { refusePrivateAddresses: boolean }): PageFetch {
  // Without an agent no proxy that the environment names is used: it would look hosts up unchecked.
  const guard: RequestOptions = refusePrivateAddresses ? { lookup: publicLookup, agent: false } : {};
  return (url, { headers, signal }) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp;
    const { promise, resolve, reject } = Promise.withResolvers<PageResponse>();
    const options = { ...guard, headers: { ...headers, 'accept-encoding': ACCEPTED }, signal };
    request(url, options)
      .on('response', (message) => {
        try {
          resolve(responseOf(message));
        } catch (error) {
          message.destroy();
          reject(error);
        }
      })
      .on('error', reject)
      .end();
    return promise;
  };
}

const ACCEPTED = 'gzip, br';
/** Servers that end a compressed answer too early are many, and what has come is worth reading. */
const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(LENIENT),
  'x-gzip': () => createGunzip(LENIENT),
  deflate: () => createInflate(LENIENT),
  br: () =>
    createBrotliDecompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    }),
};
/** More layers than any server has use for are there to cost us time. */
const MAX_ENCODINGS = 3;

function responseOf(message: IncomingMessage): PageResponse {
  return {
    status: message.statusCode ?? 0,
    headers: {
      get: (name) => {
        const value = message.headers[name.toLowerCase()];
        return (Array.isArray(value) ? value[0] : value) ?? null;
      },
    },
    body: decompressed(message),
  };
}

function decompressed(message: IncomingMessage): Readable {
  // Whoever reads the body is told of its errors; where nobody does, they are of no interest.
  message.on('error', () => undefined);
  const encodings = (message.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS) throw new Error('compressed too many times');
  let body: Readable = message;
  for (const encoding of encodings.toReversed()) {
    const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
    if (!decoder) throw new Error(`compressed by an unknown method: ${encoding}`);
    body = pipeline(body, decoder(), () => undefined); // errors reach the reader of the last stream
  }
  return body;
}
