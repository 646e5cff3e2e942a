import { availableParallelism } from 'node:os';
import express from 'express';
import type { TrustProxy } from '../app.ts';
import { parseSize } from './size.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The settings of the command, checked. */
export interface Config {
  host: string;
  port: number;
  maxBody: number;
  workers: number;
  rateLimit: number | 'auto';
  corsOrigins: readonly string[];
  trustProxy: TrustProxy;
  logLevel: (typeof LOG_LEVELS)[number];
  requestTimeout: number;
  shutdownDelay: number;
  shutdownTimeout: number;
}

/** One setting: how it is given, and how it is read. */
export interface Option<T> {
  /** On the command line, without the dashes. */
  flag: string;
  env: string;
  /** Stands for the value in the help. */
  value: string;
  /** What it is without being given, as it would be given. */
  fallback: string;
  help: string;
  /** What it must be; completes "must be …". */
  expects: string;
  /** `undefined`: the value is not what it must be. */
  read(raw: string): T | undefined;
}

/** Parsing gains nothing from more threads than this, and each may hold two gigabytes. */
const MAX_WORKERS = 64;
const HOUR = 3600;
/** Parsing takes a multiple of the body's size in memory; beyond this a batch run is the better tool. */
const MAX_MAX_BODY = 100_000_000;

/** Every setting. The help, the environment, README.md's table (a test compares) and the reading come from it. */
export const OPTIONS: { readonly [K in keyof Config]: Option<Config[K]> } = {
  host: {
    flag: 'host',
    env: 'LEDE_HOST',
    value: 'ADDRESS',
    fallback: '127.0.0.1',
    help: 'address to listen on; 0.0.0.0 or :: for all',
    expects: 'an address or a host name',
    read: (raw) => (/^[\w.:%-]{1,255}$/.test(raw) ? raw : undefined),
  },
  port: {
    flag: 'port',
    env: 'LEDE_PORT',
    value: 'PORT',
    fallback: '8080',
    help: 'port to listen on; 0 takes a free one',
    expects: 'a number from 0 to 65535',
    read: wholeNumber(0, 65_535),
  },
  maxBody: {
    flag: 'max-body',
    env: 'LEDE_MAX_BODY',
    value: 'SIZE',
    fallback: '10mb',
    help: 'the largest body of a request, inflated',
    expects: 'a size of at most 100mb, such as 10mb or 512kib',
    read: (raw) => {
      const size = parseSize(raw);
      return size !== undefined && size <= MAX_MAX_BODY ? size : undefined;
    },
  },
  workers: {
    flag: 'workers',
    env: 'LEDE_WORKERS',
    value: 'N',
    fallback: String(Math.max(1, Math.min(4, availableParallelism() - 1))),
    help: 'threads for large bodies; 0 reads them in the main thread',
    expects: `a number from 0 to ${MAX_WORKERS}`,
    read: wholeNumber(0, MAX_WORKERS),
  },
  rateLimit: {
    flag: 'rate-limit',
    env: 'LEDE_RATE_LIMIT',
    value: 'N',
    fallback: 'auto',
    help: 'requests a minute from one address; 0 for no limit; auto: none on loopback, else 600',
    expects: 'auto or a number from 0 to 1000000',
    read: (raw) => (raw === 'auto' ? raw : wholeNumber(0, 1_000_000)(raw)),
  },
  corsOrigins: {
    flag: 'cors-origin',
    env: 'LEDE_CORS_ORIGIN',
    value: 'ORIGINS',
    fallback: '',
    help: 'origins whose pages may call, separated by commas; * for all',
    expects: 'origins such as https://example.com, separated by commas, or *',
    read: readOrigins,
  },
  trustProxy: {
    flag: 'trust-proxy',
    env: 'LEDE_TRUST_PROXY',
    value: 'PROXIES',
    fallback: '',
    help: 'proxies whose X-Forwarded-For counts: how many, or their addresses and networks',
    expects: 'a number of proxies, or addresses and networks (loopback, 10.0.0.0/8), separated by commas',
    read: readTrustProxy,
  },
  logLevel: {
    flag: 'log-level',
    env: 'LEDE_LOG_LEVEL',
    value: 'LEVEL',
    fallback: 'info',
    help: `the least that is logged: ${LOG_LEVELS.join(', ')}`,
    expects: `one of ${LOG_LEVELS.join(', ')}`,
    read: (raw) => LOG_LEVELS.find((level) => level === raw),
  },
  requestTimeout: {
    flag: 'request-timeout',
    env: 'LEDE_REQUEST_TIMEOUT',
    value: 'SECONDS',
    fallback: '60',
    help: 'in which a request must have come whole',
    expects: `a number from 1 to ${HOUR}`,
    read: wholeNumber(1, HOUR),
  },
  shutdownDelay: {
    flag: 'shutdown-delay',
    env: 'LEDE_SHUTDOWN_DELAY',
    value: 'SECONDS',
    fallback: '0',
    help: 'from /readyz turning 503 to the end of listening',
    expects: `a number from 0 to ${HOUR}`,
    read: wholeNumber(0, HOUR),
  },
  shutdownTimeout: {
    flag: 'shutdown-timeout',
    env: 'LEDE_SHUTDOWN_TIMEOUT',
    value: 'SECONDS',
    fallback: '10',
    help: 'that running requests have to end after that',
    expects: `a number from 0 to ${HOUR}`,
    read: wholeNumber(0, HOUR),
  },
};

function wholeNumber(least: number, most: number): (raw: string) => number | undefined {
  return (raw) => {
    if (!/^\d{1,9}$/.test(raw)) return undefined;
    const number = Number(raw);
    return number >= least && number <= most ? number : undefined;
  };
}

function readOrigins(raw: string): readonly string[] | undefined {
  const origins = listOf(raw);
  const good = origins.every((origin) => origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin));
  return good ? origins : undefined;
}

function readTrustProxy(raw: string): TrustProxy | undefined {
  if (raw === '' || raw === '0') return false;
  const hops = wholeNumber(1, 100)(raw);
  if (hops !== undefined) return hops;
  const addresses = listOf(raw);
  try {
    // Express compiles the list when it is set, and knows best what it takes.
    express().set('trust proxy', addresses);
    return addresses;
  } catch {
    return undefined;
  }
}

function listOf(raw: string): string[] {
  return raw
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
