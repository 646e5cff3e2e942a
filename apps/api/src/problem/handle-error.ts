import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from './send.ts';

/** The last resort: an error that a handler threw, or that Express found in the request line. */
export function handleError(error: unknown, req: Request, res: Response, _next: NextFunction): void {
  if (res.headersSent) {
    req.log.error({ err: error }, 'failed while answering');
    res.destroy();
    return;
  }
  const status = statusOf(error);
  if (status === 404) sendProblem(req, res, { code: 'not-found' });
  else if (status !== undefined && status >= 400 && status < 500) {
    sendProblem(req, res, { code: 'http-malformed', detail: 'The path cannot be read.' });
  } else {
    sendProblem(req, res, { code: 'internal', trace: error instanceof Error ? String(error.stack) : String(error) });
  }
}

/** What Express and `send` put on their own errors. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
