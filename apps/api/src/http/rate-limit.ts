import type { RequestHandler } from 'express';
import { rateLimit as expressRateLimit } from 'express-rate-limit';
import { sendProblem } from '../problem/send.ts';

/** At most `perMinute` requests from one address; the answers say how many are left (`RateLimit`). */
export function rateLimit(perMinute: number): RequestHandler {
  return expressRateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its warnings are about `trust proxy: true`, which our option cannot say, and go past the log.
    validate: false,
    handler: (req, res) =>
      sendProblem(req, res, { code: 'rate-limited', detail: `The limit is ${perMinute} a minute.` }),
  });
}
