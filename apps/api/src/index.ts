export { type AppOptions, createApp, type TrustProxy } from './app.ts';
export type { Readiness } from './health/route.ts';
export type { JobRunner } from './work/job.ts';
export { type RunningServer, type ServerOptions, startServer } from './serve/server.ts';
