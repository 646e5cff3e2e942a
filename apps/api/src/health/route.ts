import { Router } from 'express';
import { z } from 'zod';
import { onlyMethods } from '../http/only-methods.ts';
import { sendProblem } from '../problem/send.ts';

/** Whether the server wants more requests; the process that owns the server sets it. */
export interface Readiness {
  ready: boolean;
}

export interface Health {
  status: 'ok';
}

export const HealthSchema: z.ZodType<Health> = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });

const OK: Health = { status: 'ok' };

/** `/livez`: the process answers at all. `/readyz`: send it requests; 503 from the moment it shuts down. */
export function healthRoutes(readiness: Readiness): Router {
  const router = Router();
  router
    .route('/livez')
    .get((_req, res) => {
      res.set('Cache-Control', 'no-store').json(OK);
    })
    .all(onlyMethods('GET'));
  router
    .route('/readyz')
    .get((req, res) => {
      if (readiness.ready) res.set('Cache-Control', 'no-store').json(OK);
      else sendProblem(req, res, { code: 'shutting-down' });
    })
    .all(onlyMethods('GET'));
  return router;
}
