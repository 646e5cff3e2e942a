import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { type AppOptions, createApp, DEFAULT_MAX_BODY } from '../app.ts';
import { inlineRunner } from '../work/inline-runner.ts';
import { heapFor, WorkerPool } from '../work/worker-pool.ts';
import { answerClientErrors } from './client-error.ts';
import { drain } from './drain.ts';

export interface ServerOptions extends Omit<AppOptions, 'runner' | 'readiness'> {
  /** Address to listen on. Default 127.0.0.1: nobody but this machine. */
  host?: string;
  /** 0 takes a free one. Default 8080. */
  port?: number;
  /** Threads for large bodies; 0 reads them in the main thread. Default 1. */
  workers?: number;
  /** Seconds in which a request must have come whole. Default 60. */
  requestTimeout?: number;
  /** Seconds between `/readyz` turning 503 and the end of listening, for balancers to notice. Default 0. */
  shutdownDelay?: number;
  /** Seconds that running requests have to end after that. Default 10. */
  shutdownTimeout?: number;
}

export interface RunningServer {
  /** Where it listens, with the real port: `http://127.0.0.1:8080`. */
  url: string;
  port: number;
  /**
   * Stops: `/readyz` turns 503, then no new connections, running requests end, idle connections are
   * closed. Resolves to the number of requests that the deadline cut. Calling it again changes nothing.
   */
  close(): Promise<number>;
}

const DEFAULTS = { host: '127.0.0.1', port: 8080, workers: 1, requestTimeout: 60 } as const;
const DEFAULT_SHUTDOWN = { delay: 0, timeout: 10 } as const;

/** Headers are small: a client that needs longer is out to hold connections (slow loris). In ms. */
const HEADERS_TIMEOUT = 10_000;
/** How often Node looks for requests past their time, in ms; its own 30 s would make the limits vague. */
const TIMEOUT_CHECK = 2000;
/** How long an idle connection is kept, in ms; beyond the 60 s of common proxies, which must close first. */
const KEEP_ALIVE = 65_000;
/** A connection on which nothing moves for so long, in ms, while an answer is being made or taken, is dropped. */
const SOCKET_TIMEOUT = 120_000;
/** Connections at one time; each costs some 10 kB, and bodies have a budget of their own. */
const MAX_CONNECTIONS = 4096;

/** Starts the API. Rejects with Node's error where it cannot listen (`EADDRINUSE`, `EACCES` …). */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const logger = options.logger ?? pino({ level: 'silent' });
  const workers = options.workers ?? DEFAULTS.workers;
  const runner =
    workers > 0
      ? new WorkerPool({ size: workers, maxHeapMb: heapFor(options.maxBody ?? DEFAULT_MAX_BODY) })
      : inlineRunner;
  const readiness = { ready: true };
  const app = createApp({ ...options, logger, runner, readiness });

  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: (options.requestTimeout ?? DEFAULTS.requestTimeout) * 1000,
      connectionsCheckingInterval: TIMEOUT_CHECK,
      keepAliveTimeout: KEEP_ALIVE,
    },
    app,
  );
  server.timeout = SOCKET_TIMEOUT;
  server.maxConnections = MAX_CONNECTIONS;
  // The body reader says `100 Continue`, after it has looked at the announced length.
  server.on('checkContinue', app);
  answerClientErrors(server, logger);
  const host = options.host ?? DEFAULTS.host;
  const port = await listen(server, host, options.port ?? DEFAULTS.port);

  const stop = async (): Promise<number> => {
    readiness.ready = false;
    const { shutdownDelay = DEFAULT_SHUTDOWN.delay, shutdownTimeout = DEFAULT_SHUTDOWN.timeout } = options;
    const cut = await drain(server, { delayMs: shutdownDelay * 1000, timeoutMs: shutdownTimeout * 1000 });
    await runner.close();
    return cut;
  };
  let stopping: Promise<number> | undefined;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, port, close: () => (stopping ??= stop()) };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // it listens on a port, not on a pipe
    });
  });
}
