import express, { type Express } from 'express';
import { type Logger, pino } from 'pino';
import { ByteBudget } from './body/budget.ts';
import type { BodyLimits } from './body/read-body.ts';
import { docsRoutes } from './docs/route.ts';
import { healthRoutes, type Readiness } from './health/route.ts';
import { cors } from './http/cors.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { dataHeaders } from './http/security-headers.ts';
import { openApiRoute } from './openapi/route.ts';
import { parseRoute } from './parse/route.ts';
import { handleError } from './problem/handle-error.ts';
import { sendProblem } from './problem/send.ts';
import { validateRoute } from './validate/route.ts';
import { inlineRunner } from './work/inline-runner.ts';
import type { JobRunner } from './work/job.ts';

/** What `trust proxy` may be: hops to trust, or addresses and networks; `false`: nobody. */
export type TrustProxy = number | readonly string[] | false;

export interface AppOptions {
  /** The most bytes of one request's body, inflated. Default 10 MB. */
  maxBody?: number;
  /** Whose X-Forwarded-For is believed. Default nobody's. */
  trustProxy?: TrustProxy;
  /** Requests a minute from one address to `/v1`; 0 (the default) for no limit. */
  rateLimit?: number;
  /** Origins whose pages may call the API; `*` for all. Default none. */
  corsOrigins?: readonly string[];
  /** Default: no log. */
  logger?: Logger;
  /** Who parses. Default: the caller's thread. */
  runner?: JobRunner;
  /** What `/readyz` tells; the default is always ready. */
  readiness?: Readiness;
}

export const DEFAULT_MAX_BODY = 10_000_000;

/** Bodies of full size that may be in memory at one time; more are refused with `busy`. */
const FULL_BODIES = 16;

/**
 * The API as an Express app that does not listen: mount it, or give it to `http.createServer`. The
 * timeouts and the worker threads are `startServer`'s.
 */
export function createApp(options: AppOptions = {}): Express {
  const { maxBody = DEFAULT_MAX_BODY, corsOrigins = [], runner = inlineRunner } = options;
  const limits: BodyLimits = { maxBody, budget: new ByteBudget(FULL_BODIES * maxBody) };

  const app = express();
  // Answers to POST are nobody's to cache, and the few others bring a tag of their own.
  app.set('etag', false);
  app.set('x-powered-by', false);
  app.set('query parser', false);
  app.set('trust proxy', options.trustProxy ?? false);

  app.use(requestLog(options.logger ?? pino({ level: 'silent' })));
  app.use(dataHeaders());
  if (corsOrigins.length > 0) app.use(cors(corsOrigins));
  app.use(healthRoutes(options.readiness ?? { ready: true }));
  if (options.rateLimit) app.use('/v1', rateLimit(options.rateLimit));
  app.use(parseRoute(limits, runner));
  app.use(validateRoute(limits, runner));
  app.use(openApiRoute());
  app.use(docsRoutes());
  app.use((req, res) => sendProblem(req, res, { code: 'not-found' }));
  app.use(handleError);
  return app;
}
