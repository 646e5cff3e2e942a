import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { help } from './help.ts';
import { isLoopback } from './loopback.ts';
import { OPTIONS } from './options.ts';
import { readConfig } from './read-config.ts';
import { parseSize } from './size.ts';

test('without arguments the server is for this machine alone', () => {
  expect(readConfig([], {})).toMatchObject({
    kind: 'serve',
    config: {
      host: '127.0.0.1',
      port: 8080,
      maxBody: 10_000_000,
      trustProxy: false,
      corsOrigins: [],
      rateLimit: 'auto',
    },
  });
});

test('the command line wins over the environment', () => {
  const env = { LEDE_PORT: '1', LEDE_MAX_BODY: '1mb', LEDE_HOST: '' };
  expect(readConfig(['--port', '0'], env)).toMatchObject({
    config: { port: 0, maxBody: 1_000_000, host: '127.0.0.1' },
  });
});

test.each([
  [['--port', '65536'], {}, '--port must be a number from 0 to 65535; it is "65536"'],
  [['--port=-1'], {}, '--port must be'],
  [['--port', '0x50'], {}, '--port must be'],
  [[], { LEDE_PORT: 'http' }, 'LEDE_PORT must be'],
  [['--host', 'a b'], {}, '--host must be'],
  [['--max-body', '0'], {}, '--max-body must be'],
  [['--max-body', '1gb'], {}, '--max-body must be'],
  [['--log-level', 'loud'], {}, '--log-level must be'],
  [['--cors-origin', 'https://a.example/'], {}, '--cors-origin must be'],
  [['--trust-proxy', 'nonsense'], {}, '--trust-proxy must be'],
  [['--rate-limit', '1e9'], {}, '--rate-limit must be'],
  [['--nope'], {}, '--nope'],
  [['file.txt'], {}, 'file.txt'],
  [['--port'], {}, '--port'],
])('%j with %j is refused in one line', (args, env, message) => {
  const command = readConfig(args, env);
  expect(command).toMatchObject({ kind: 'usage', message: expect.stringContaining(message) });
  expect(command).toMatchObject({ message: expect.not.stringContaining('\n') });
});

test('lists are cut at commas', () => {
  const args = ['--cors-origin', 'https://a.example, http://localhost:3000', '--trust-proxy', 'loopback,10.0.0.0/8'];
  expect(readConfig(args, {})).toMatchObject({
    config: { corsOrigins: ['https://a.example', 'http://localhost:3000'], trustProxy: ['loopback', '10.0.0.0/8'] },
  });
  expect(readConfig(['--trust-proxy', '2', '--cors-origin', '*'], {})).toMatchObject({
    config: { trustProxy: 2, corsOrigins: ['*'] },
  });
});

test('help and version go before everything that is wrong in a value', () => {
  expect(readConfig(['--help', '--port', 'x'], {})).toEqual({ kind: 'help' });
  expect(readConfig(['-v'], { LEDE_PORT: 'x' })).toEqual({ kind: 'version' });
});

test('every default is a value that may be given', () => {
  for (const option of Object.values(OPTIONS)) expect(option.read(option.fallback)).toBeDefined();
});

test('the help and README.md list every option with its variable', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const listed = [...readme.matchAll(/^\| `(--[a-z-]+) ([A-Z]+)` +\| `(LEDE_[A-Z_]+)` +\|/gm)].map((row) =>
    row.slice(1, 4),
  );
  expect(listed).toEqual(Object.values(OPTIONS).map(({ flag, value, env }) => [`--${flag}`, value, env]));
  for (const { flag, env } of Object.values(OPTIONS)) {
    expect(help()).toContain(`--${flag} `);
    expect(help()).toContain(env);
  }
});

test.each([
  ['1', 1],
  ['10mb', 10_000_000],
  ['512 KiB', 524_288],
  ['1.5mb', undefined],
  ['0', undefined],
  ['mb', undefined],
  ['-1', undefined],
  ['9'.repeat(40), undefined],
])('%s as a size is %j', (raw, bytes) => {
  expect(parseSize(raw)).toBe(bytes);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.2', false],
  ['example.com', false],
])('%s is loopback: %j', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
