import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';

// Starting a process or a thread takes seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function lede(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--conditions', '@lede/source', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LEDE_PORT: '', LEDE_HOST: '' },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

interface Finished {
  code: number | null;
  out: string;
  err: string;
}

async function run(...args: string[]): Promise<Finished> {
  const child = lede(...args);
  const [[code], out, err] = await Promise.all([once(child, 'close'), read(child.stdout), read(child.stderr)]);
  return { code: code as number | null, out, err }; // as Node documents the event
}

function read(stream: ChildProcess['stdout']): Promise<string> {
  return stream ? text(stream) : Promise.resolve('');
}

interface Running {
  child: ChildProcess;
  port: number;
  /** Resolves when a line of the log has this message. */
  logged: (message: string) => Promise<void>;
  exit: Promise<unknown[]>;
}

/** Starts the real process and waits until it listens. */
async function start(...args: string[]): Promise<Running> {
  const child = lede('--port', '0', ...args);
  const lines: Record<string, unknown>[] = [];
  const waiting: (() => void)[] = [];
  const exit = once(child, 'exit');
  if (!child.stdout) throw new Error('no output to read');
  createInterface(child.stdout).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, unknown>); // pino writes one object a line
    for (const look of waiting) look();
  });
  const logged = (message: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (lines.some((line) => line['msg'] === message)) resolve();
      };
      waiting.push(look);
      look();
    });
  await logged('listening');
  const url = lines.find((line) => line['msg'] === 'listening')?.['url'];
  return { child, port: Number(new URL(String(url)).port), logged, exit };
}

/** A connection that has sent the beginning of a request. */
async function begin(port: number, head: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  await new Promise<void>((resolve) => {
    socket.write(head, () => resolve());
  });
  return socket;
}

const POST = 'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\n';

test('on SIGTERM it finishes what it has begun, is not ready for more, and exits with 0', async () => {
  const { child, port, logged, exit } = await start();
  const idle = await begin(port, 'GET /livez HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(idle, 'data');
  const idleClosed = once(idle, 'close');
  const parse = await begin(port, `${POST}hel`);
  const ready = await begin(port, 'GET /readyz HTTP/1.1\r\nHost: x\r\n');
  // Both are known to the server once it has answered something that came after them.
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);

  child.kill('SIGTERM');
  await logged('shutting down');
  await idleClosed;
  ready.write('\r\n');
  expect(await text(ready)).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close[\s\S]*"code":"shutting-down"/i);
  parse.write('lo');
  expect(await text(parse)).toMatch(/^HTTP\/1\.1 200 [\s\S]*"text":"hello"/);
  expect(await exit).toEqual([0, null]);
  await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow('fetch failed');
});

test('a request that never ends is cut at the deadline', async () => {
  const { child, port, exit, logged } = await start('--shutdown-timeout', '0');
  const parse = await begin(port, `${POST}hel`);
  parse.on('error', () => {});
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
  child.kill('SIGINT');
  await logged('the deadline cut connections');
  expect(await exit).toEqual([0, null]);
});

test('a later signal ends it at once; a signal that comes twice does not', async () => {
  const { child, port, logged, exit } = await start();
  const parse = await begin(port, `${POST}hel`);
  parse.on('error', () => {});
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  await logged('shutting down');
  parse.write('l');
  expect(child.exitCode).toBeNull();
  const again = setInterval(() => child.kill('SIGTERM'), 50);
  expect(await exit).toEqual([143, null]);
  clearInterval(again);
});

test('a large body is read by another thread, with the same result', async () => {
  const { port } = await start('--workers', '1');
  const body = 'One sentence and another one. '.repeat(10_000);
  const init = { method: 'POST', headers: { 'content-type': 'text/plain', accept: 'text/plain' }, body };
  const answer = await fetch(`http://127.0.0.1:${port}/v1/parse`, init);
  expect((await answer.text()).trim()).toBe(body.trim());
});

test('a port in use is one clear line and exit 1', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.close();
  });
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : address);
  const { code, out, err } = await run('--port', port);
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(`lede-api: port ${port} on 127.0.0.1 is in use; stop what uses it, or choose another with --port\n`);
});

test('a wrong option is one line and exit 2', async () => {
  const { code, out, err } = await run('--port', 'eighty');
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe('lede-api: --port must be a number from 0 to 65535; it is "eighty" (see --help)\n');
});

test('--help and --version print and exit with 0', async () => {
  const [help, version] = await Promise.all([run('--help'), run('--version')]);
  expect([help.code, help.err, version.code]).toEqual([0, '', 0]);
  expect(help.out).toMatch(/^Usage: lede-api \[options\]\n/);
  const { version: expected } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(version.out).toBe(`lede-api ${expected}\n`);
});

test('with the log silenced, the address is still told', async () => {
  const child = lede('--port', '0', '--log-level', 'silent');
  const [line] = (await once(child.stderr as NodeJS.EventEmitter, 'data')) as [Buffer]; // stderr is a pipe
  expect(line.toString()).toMatch(/^Lede API at http:\/\/127\.0\.0\.1:[1-9]\d*, documentation at http:.*\/docs\n$/);
});
