import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Failed, failed } from '../problem/problem.ts';
import type { ByteBudget } from './budget.ts';
import { ACCEPTED_ENCODINGS, decoderFor } from './content-encoding.ts';

export interface BodyLimits {
  /** The most bytes of one body, as sent and as inflated. */
  maxBody: number;
  /** Shared by all requests; what a body takes is given back when its answer is sent. */
  budget: ByteBudget;
}

export type BodyResult = { ok: true; bytes: Uint8Array<ArrayBuffer> } | Failed;

/**
 * Reads a request's body whole, inflating gzip, deflate, Brotli and zstd.
 *
 * Both the bytes that arrive and the bytes they inflate to are counted while they come, so neither a
 * bomb nor a long stream that inflates to nothing gets past the limit. A length that is announced too
 * large is refused before the client sends it (`Expect: 100-continue`).
 */
export async function readBody(req: IncomingMessage, res: ServerResponse, limits: BodyLimits): Promise<BodyResult> {
  const { maxBody, budget } = limits;
  const tooLarge = failed('body-too-large', `The limit is ${maxBody} bytes, inflated.`);
  const decoder = decoderFor(req.headers['content-encoding']);
  if (decoder === undefined) {
    res.setHeader('Accept-Encoding', ACCEPTED_ENCODINGS);
    return failed('encoding-unsupported', `It must be one of ${ACCEPTED_ENCODINGS}, or none.`);
  }
  if (Number(req.headers['content-length'] ?? 0) > maxBody) return tooLarge;
  if (req.headers.expect !== undefined) res.writeContinue();

  return new Promise((resolve) => {
    const source = decoder === null ? req : req.pipe(decoder);
    const chunks: Uint8Array[] = [];
    let sent = 0;
    let size = 0;
    let held = 0;
    res.once('close', () => budget.giveBack(held));

    const settle = (result: BodyResult): void => {
      req.off('data', onSent).off('close', onClose);
      source.off('data', onData).off('end', onEnd);
      if (decoder) {
        req.unpipe(decoder);
        decoder.destroy();
      }
      // What still comes after the end of a compressed body, or of a refused one, is dropped.
      req.resume();
      resolve(result);
    };
    function onSent(chunk: Uint8Array): void {
      sent += chunk.length;
      if (sent > maxBody) settle(tooLarge);
    }
    function onData(chunk: Uint8Array): void {
      size += chunk.length;
      if (size > maxBody) settle(tooLarge);
      else if (budget.take(chunk.length)) {
        held += chunk.length;
        chunks.push(chunk);
      } else settle(failed('busy', 'Too many bodies are being read.'));
    }
    function onEnd(): void {
      settle({ ok: true, bytes: concat(chunks, size) });
    }
    function onClose(): void {
      if (!req.complete) settle(failed('body-incomplete'));
    }
    source.on('data', onData).on('end', onEnd);
    req.on('close', onClose).on('error', onClose);
    if (decoder) {
      req.on('data', onSent);
      decoder.on('error', (error) => settle(failed('body-encoding-invalid', error.message)));
    }
  });
}

/** A buffer of its own, which can be handed to a worker; `Buffer.concat` may give a slice of a shared one. */
function concat(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
