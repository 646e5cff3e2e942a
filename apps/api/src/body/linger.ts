import type { IncomingMessage, ServerResponse } from 'node:http';

/** A body that announces at most this many bytes is cheaper to read and drop than a new connection. */
const SMALL_BODY = 64 * 1024;
/**
 * How long a refused body is still read and dropped, in ms. Closing at once would reset the connection
 * and take the answer away from a client that is still sending; reading on for ever would let it stay.
 */
const LINGER_MS = 2000;

/**
 * Ends the answer with `body`. Where a large body of the request is still on its way, the answer is sent
 * at once and whole, and the connection closed when the client stops sending or after two seconds.
 */
export function closeGently(req: IncomingMessage, res: ServerResponse, body: Buffer): void {
  if (req.complete || !isLargeBody(req)) {
    res.end(body);
    return;
  }
  res.setHeader('Connection', 'close');
  res.write(body);
  const timer = setTimeout(end, LINGER_MS);
  function end(): void {
    clearTimeout(timer);
    res.end();
  }
  req.once('end', end);
  req.once('error', end);
  req.once('close', end);
  req.resume();
}

function isLargeBody({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > SMALL_BODY;
}
