import type { RequestHandler } from 'express';

/** What pages of other origins may read besides the body. */
const EXPOSED = 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy';
/** How long a browser may keep the answer to a preflight, in seconds: two hours, the most Chromium honours. */
const PREFLIGHT_AGE = '7200';

/**
 * Lets pages of the given origins call the API (`*`: of every origin). There are no cookies here, so
 * credentials are never allowed.
 */
export function cors(origins: readonly string[]): RequestHandler {
  const allowAll = origins.includes('*');
  return (req, res, next) => {
    const { origin } = req.headers;
    if (!allowAll) res.vary('Origin');
    if (origin === undefined || !(allowAll || origins.includes(origin))) {
      next();
      return;
    }
    res.set('Access-Control-Allow-Origin', allowAll ? '*' : origin);
    res.set('Access-Control-Expose-Headers', EXPOSED);
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) {
      next();
      return;
    }
    res.set({
      'Access-Control-Allow-Methods': 'GET, HEAD, POST',
      'Access-Control-Allow-Headers': 'Content-Type, Content-Encoding, X-Request-Id',
      'Access-Control-Max-Age': PREFLIGHT_AGE,
    });
    res.status(204).end();
  };
}
