import { createHash } from 'node:crypto';
import { Router } from 'express';
import { onlyMethods } from '../http/only-methods.ts';
import { openApiDocument } from './document.ts';

/** `/openapi.json`: made and serialised once, then answered from memory, or by 304. */
export function openApiRoute(): Router {
  const body = Buffer.from(JSON.stringify(openApiDocument()));
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const router = Router();
  router
    .route('/openapi.json')
    .get((req, res) => {
      res.set({ 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: etag });
      if (req.fresh) res.status(304).end();
      else res.send(body);
    })
    .all(onlyMethods('GET'));
  return router;
}
