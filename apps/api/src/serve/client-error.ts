import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { ProblemCode } from '../problem/catalogue.ts';
import { PROBLEM_MEDIA_TYPE, problemOf } from '../problem/problem.ts';

/** What Node's HTTP parser reports, as our codes. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/**
 * Answers what never becomes a request (bytes that are no HTTP, headers too large, a request that stops
 * coming) with a problem too, written by hand since there is no response object. An answer that is
 * already on its way on the same connection is finished first, never written into.
 */
export function answerClientErrors(server: Server, logger: Logger): void {
  const latest = new WeakMap<Duplex, ServerResponse>();
  const track = (req: { socket: Duplex }, res: ServerResponse): void => void latest.set(req.socket, res);
  server.on('request', track).on('checkContinue', track);

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const open = latest.get(socket);
    const busy = open !== undefined && !open.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || (busy && open.headersSent)) {
      socket.destroy();
    } else if (busy && open.req.complete) {
      // A good request, then rubbish: the good one has its answer coming.
      open.shouldKeepAlive = false;
      open.once('close', () => socket.destroy());
    } else {
      const id = randomUUID();
      const code = CODES[error.code ?? ''] ?? 'http-malformed';
      logger.warn({ code, reason: error.code, req: { id } }, 'request refused');
      socket.end(rawProblem(code, id), () => socket.destroy());
    }
  });
}

function rawProblem(code: ProblemCode, id: string): string {
  const problem = problemOf({ code }, id);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${id}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
