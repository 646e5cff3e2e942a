import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** An id from the caller that is safe in a log, a header and a URN; anything else is replaced. */
const SANE_ID = /^[\w.~-]{1,128}$/;
const PROBES: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/**
 * Gives every request its id (`X-Request-Id`, the caller's where it is sane) and one line in the log when
 * it is answered. Neither bodies nor queries are logged: they may hold what callers keep to themselves.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id'];
      const id = typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    wrapSerializers: false,
    serializers: { req: describeRequest, res: describeResponse },
    customLogLevel: (req, res, error) => {
      if (error || res.statusCode >= 500) return 'error';
      if (res.statusCode >= 400) return 'warn';
      return PROBES.has(pathOf(req)) ? 'debug' : 'info';
    },
    customProps: (_req, res) => {
      const code: unknown = (res as Response).locals?.['code']; // Express has made it one by now
      return code === undefined ? {} : { code };
    },
    // The request's own logger need not repeat it all.
    quietReqLogger: true,
  });
}

/** The id that the log has given the request; a request that never met the log has none. */
export function requestIdOf(req: IncomingMessage): string {
  return typeof req.id === 'string' ? req.id : 'none';
}

function describeRequest(req: IncomingMessage): object {
  return {
    id: req.id,
    method: req.method,
    path: pathOf(req),
    type: req.headers['content-type'],
    length: req.headers['content-length'],
    remote: req.socket.remoteAddress,
  };
}

function describeResponse(res: ServerResponse): object {
  return { status: res.statusCode, length: res.getHeader('content-length') };
}

/** `originalUrl` is Express's; it stays whole while routers shorten `url`. */
function pathOf(req: IncomingMessage & { originalUrl?: string }): string {
  return (req.originalUrl ?? req.url ?? '').split('?', 1)[0] ?? '';
}
