import type { Request, Response } from 'express';
import { requestIdOf } from '../http/request-log.ts';
import { closeGently } from '../body/linger.ts';
import { PROBLEMS } from './catalogue.ts';
import { type Failure, PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';

/** Answers with the problem. A body that is still on its way is not waited for. */
export function sendProblem(req: Request, res: Response, failure: Failure): void {
  const { status, retryAfter } = PROBLEMS[failure.code];
  const body = Buffer.from(JSON.stringify(problemOf(failure, requestIdOf(req))));
  if (status >= 500) req.log.error({ code: failure.code, detail: failure.detail, trace: failure.trace }, 'failed');
  res.locals['code'] = failure.code;
  res.status(status);
  res.set({ 'Content-Type': PROBLEM_MEDIA_TYPE, 'Content-Length': String(body.length), 'Cache-Control': 'no-store' });
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter));
  if (req.method === 'HEAD') res.end();
  else closeGently(req, res, body);
}
