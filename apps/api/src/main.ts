import process from 'node:process';
import { type Logger, pino } from 'pino';
import { help } from './config/help.ts';
import { isLoopback } from './config/loopback.ts';
import type { Config } from './config/options.ts';
import { readConfig } from './config/read-config.ts';
import { type RunningServer, startServer } from './serve/server.ts';
import { VERSION } from './version.ts';

/** For servers that others can reach; ten a second is more than any person, and less than a flood. */
const PUBLIC_RATE_LIMIT = 600;
/** One Ctrl-C may arrive twice: from the terminal, and from a parent (npm, a launcher) that passes its own on. */
const ONE_PRESS_MS = 250;
const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

const command = readConfig(process.argv.slice(2), process.env);
switch (command.kind) {
  case 'help':
    process.stdout.write(help());
    break;
  case 'version':
    process.stdout.write(`lede-api ${VERSION}\n`);
    break;
  case 'usage':
    process.stderr.write(`lede-api: ${command.message} (see --help)\n`);
    process.exitCode = 2;
    break;
  case 'serve':
    await serve(command.config);
    break;
}

async function serve({ logLevel, rateLimit, ...config }: Config): Promise<void> {
  const logger = pino({ level: logLevel, base: null });
  const limit = rateLimit === 'auto' ? (isLoopback(config.host) ? 0 : PUBLIC_RATE_LIMIT) : rateLimit;
  let server: RunningServer;
  try {
    server = await startServer({ ...config, rateLimit: limit, logger });
  } catch (error) {
    process.stderr.write(`lede-api: ${reason(error, config)}\n`);
    process.exitCode = 1;
    return;
  }
  logger.info({ url: server.url, version: VERSION }, 'listening');
  // For people, and for whoever silenced the log and let a free port be chosen.
  if (process.stdout.isTTY || !logger.isLevelEnabled('info')) {
    process.stderr.write(`Lede API at ${server.url}, documentation at ${server.url}/docs\n`);
  }
  stopOnSignal(server, logger);
}

function stopOnSignal(server: RunningServer, logger: Logger): void {
  let since: number | undefined;
  const stop = async (signal: keyof typeof SIGNALS): Promise<void> => {
    if (since !== undefined) {
      // A second signal means now.
      if (performance.now() - since > ONE_PRESS_MS) process.exit(128 + SIGNALS[signal]);
      return;
    }
    since = performance.now();
    logger.info({ signal }, 'shutting down');
    const cut = await server.close();
    if (cut > 0) logger.warn({ connections: cut }, 'the deadline cut connections');
    logger.info('stopped');
    process.exitCode = 0;
  };
  for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.on(signal, () => void stop(signal));
}

/** Why it cannot listen, in one line. */
function reason(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} on ${host} is in use; stop what uses it, or choose another with --port`;
    case 'EACCES':
      return `port ${port} on ${host} needs rights that this user does not have; choose another with --port`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine`;
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
