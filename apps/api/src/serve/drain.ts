import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface DrainOptions {
  /** Before it stops listening. */
  delayMs: number;
  /** After that, for running requests. */
  timeoutMs: number;
}

/**
 * Stops a server: after the delay no new connections are taken, idle ones are closed, and each other one
 * when its request is answered. Past the deadline the rest is cut; resolves to how many requests that were.
 */
export async function drain(server: Server, { delayMs, timeoutMs }: DrainOptions): Promise<number> {
  if (delayMs > 0) await wait(delayMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.prependListener('request', closeAfter);
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  let cut = 0;
  const deadline = setTimeout(() => {
    server.getConnections((_error, count) => {
      cut = count;
      server.closeAllConnections();
    });
  }, timeoutMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
  return cut;
}

/** A connection that sends one more request would otherwise be kept alive after its answer. */
function closeAfter(_req: IncomingMessage, res: ServerResponse): void {
  res.shouldKeepAlive = false;
}
