import { Router } from 'express';
import type { BodyLimits } from '../body/read-body.ts';
import { readBody } from '../body/read-body.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { requestType } from '../parse/request-type.ts';
import { sendProblem } from '../problem/send.ts';
import type { JobRunner } from '../work/job.ts';
import { sendAnswer } from '../work/send-answer.ts';

/** `POST /v1/validate`: whether a JSON document is an article, by schema and invariants. */
export function validateRoute(limits: BodyLimits, runner: JobRunner): Router {
  const router = Router();
  router
    .route('/v1/validate')
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 waits for handlers and catches
    .post(async (req, res) => {
      if (requestType(req.headers['content-type'])?.kind !== 'json') {
        res.set('Accept-Post', 'application/json');
        sendProblem(req, res, { code: 'media-type-unsupported', detail: 'Send the document as application/json.' });
        return;
      }
      const body = await readBody(req, res, limits);
      if (body.ok) await sendAnswer(req, res, runner, { kind: 'validate', bytes: body.bytes });
      else sendProblem(req, res, body.failure);
    })
    .all(onlyMethods('POST'));
  return router;
}
