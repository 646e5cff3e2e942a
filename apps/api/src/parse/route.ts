import { Router } from 'express';
import type { BodyLimits } from '../body/read-body.ts';
import { readBody } from '../body/read-body.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { sendProblem } from '../problem/send.ts';
import { sendAnswer } from '../work/send-answer.ts';
import type { JobRunner } from '../work/job.ts';
import { FORMATS, type Format } from './format.ts';
import { INPUT_TYPES, requestType } from './request-type.ts';

/** `POST /v1/parse`: an article in, the document out, as what `Accept` asks for. */
export function parseRoute(limits: BodyLimits, runner: JobRunner): Router {
  const router = Router();
  router
    .route('/v1/parse')
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 waits for handlers and catches
    .post(async (req, res) => {
      res.vary('Accept');
      const format = req.accepts([...FORMATS]) as Format | false; // one of what it was given
      if (format === false) {
        sendProblem(req, res, { code: 'not-acceptable', detail: `One of ${FORMATS.join(', ')}.` });
        return;
      }
      const contentType = req.headers['content-type'];
      if (requestType(contentType) === undefined) {
        res.set('Accept-Post', `application/json, ${INPUT_TYPES.join(', ')}`);
        const detail = `${JSON.stringify(contentType)} is none of application/json, ${INPUT_TYPES.join(', ')}.`;
        sendProblem(req, res, { code: 'media-type-unsupported', detail });
        return;
      }
      const body = await readBody(req, res, limits);
      if (!body.ok) {
        sendProblem(req, res, body.failure);
        return;
      }
      const at = req.originalUrl.indexOf('?');
      const search = at < 0 ? '' : req.originalUrl.slice(at);
      await sendAnswer(req, res, runner, { kind: 'parse', bytes: body.bytes, contentType, search, format });
    })
    .all(onlyMethods('POST'));
  return router;
}
