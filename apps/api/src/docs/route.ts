import { createRequire } from 'node:module';
import path from 'node:path';
import { Router } from 'express';
import { onlyMethods } from '../http/only-methods.ts';
import { docsHeaders } from '../http/security-headers.ts';
import { PAGE, START_SCRIPT } from './page.ts';

/** What the page needs of Swagger UI; nothing else of its package is served. */
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];
const require = createRequire(import.meta.url);
const FOLDER = path.dirname(require.resolve('swagger-ui-dist/package.json'));

/** `/docs`: the OpenAPI document as a page to read and try, from this server's own files. `/` leads to it. */
export function docsRoutes(): Router {
  const router = Router({ strict: true });
  router.use('/docs', docsHeaders());
  router
    .route('/')
    .get((_req, res) => res.redirect('docs'))
    .all(onlyMethods('GET'));
  router
    .route('/docs')
    .get((_req, res) => {
      res.type('html').set('Cache-Control', 'no-cache').send(PAGE);
    })
    .all(onlyMethods('GET'));
  // The page's links are relative and need it without the slash.
  router
    .route('/docs/')
    .get((_req, res) => res.redirect(308, '../docs'))
    .all(onlyMethods('GET'));
  router
    .route('/docs/start.js')
    .get((_req, res) => {
      res.type('js').set('Cache-Control', 'no-cache').send(START_SCRIPT);
    })
    .all(onlyMethods('GET'));
  for (const file of FILES) {
    router
      .route(`/docs/${file}`)
      .get((_req, res) => res.sendFile(file, { root: FOLDER, maxAge: '1h' }))
      .all(onlyMethods('GET'));
  }
  return router;
}
