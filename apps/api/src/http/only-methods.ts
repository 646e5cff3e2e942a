import type { RequestHandler } from 'express';
import { sendProblem } from '../problem/send.ts';

/** Closes a route: OPTIONS says what it can, every other method is refused, both with `Allow`. */
export function onlyMethods(...methods: readonly ('GET' | 'POST')[]): RequestHandler {
  const allow = [...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');
  return (req, res) => {
    res.set('Allow', allow);
    if (req.method === 'OPTIONS') res.status(204).end();
    else sendProblem(req, res, { code: 'method-not-allowed', detail: `This path supports ${allow}.` });
  };
}
