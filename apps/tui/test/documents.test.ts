import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal } from './terminal.ts';

const ARTICLES = path.join(import.meta.dirname, 'fixtures/articles');
const HARBOUR = path.join(ARTICLES, 'harbour.txt');
const GUIDE = path.join(ARTICLES, 'guide.md');
const folder = mkdtempSync(path.join(tmpdir(), 'lede-docs-'));
const open: Terminal[] = [];
let server: Server;
let site = '';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(async () => {
  buildOnce();
  server = createServer((request, response) => {
    if (request.url === '/old') return response.writeHead(302, { location: '/page' }).end();
    if (request.url !== '/page') return response.writeHead(404).end();
    response.setHeader('content-type', 'text/markdown; charset=utf-8');
    return response.end('# A page far away\n\nIt was fetched, and it has [a link](/gone) to nowhere.\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function reader(args: readonly string[], env: Record<string, string> = {}): Terminal {
  const terminal = Terminal.reader(args, { env, rows: 20 });
  open.push(terminal);
  return terminal;
}

test('reads a page from the network, after redirects', async () => {
  const terminal = reader([`${site}/old`]);
  await terminal.until('It was fetched');
  terminal.press('Y');
  await terminal.until(`Copied ${site}/page`);
});

test('says in one line why a page cannot be fetched', async () => {
  const terminal = reader([`${site}/none`]);
  expect(await terminal.ended()).toEqual({ code: 1, signal: 0 });
  expect(terminal.text).toMatch(/^lede: .*404/);
});

test('follows a link on top of the article, and goes back to the same place', async () => {
  const file = path.join(folder, 'links.md');
  writeFileSync(file, `# Here\n\nA paragraph first.\n\nThen [a link](${site}/page), and words.\n`);
  const terminal = reader([file]);
  await terminal.until('A paragraph first');
  terminal.press('\t\r');
  await terminal.until('It was fetched');
  terminal.press('\t\r');
  await terminal.until(/404/);
  terminal.press('q');
  await terminal.until('A paragraph first');
  terminal.press('q');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});

test('opens several files, with the others a key away', async () => {
  const terminal = reader([HARBOUR, GUIDE]);
  await terminal.until('When the river');
  terminal.press('F');
  await terminal.until('Articles 1/2');
  terminal.press('j\r');
  await terminal.until('A hive needs sun');
  terminal.press('q');
  await terminal.until('When the river');
});

test('lists the articles of a folder', async () => {
  const where = path.join(folder, 'texts');
  mkdirSync(path.join(where, 'deep'), { recursive: true });
  copyFileSync(HARBOUR, path.join(where, 'deep/harbour.txt'));
  copyFileSync(GUIDE, path.join(where, 'guide.md'));
  writeFileSync(path.join(where, 'picture.png'), 'x');
  const terminal = reader([where]);
  await terminal.until(/1\/2/);
  expect(terminal.text).not.toContain('picture.png');
  terminal.press('\r');
  await terminal.until('A hive needs sun');
});

test('offers what was read before when it is called with nothing', async () => {
  const env = { XDG_STATE_HOME: path.join(folder, 'state') };
  const first = reader([GUIDE], env);
  await first.until('A hive needs sun');
  first.press('q');
  await first.ended();
  const second = reader([], env);
  await second.until('Articles you have read 1/1');
  second.press('\r');
  await second.until('A hive needs sun');
});

test('reads a changed file again without losing the place', async () => {
  const file = path.join(folder, 'changing.txt');
  copyFileSync(HARBOUR, file);
  const terminal = reader(['--watch', file]);
  await terminal.until('When the river');
  terminal.press('/Engineers\r}');
  await terminal.until(({ rows }) => rows[0]?.includes('WHAT THE TOWN DID') ?? false);
  // Something after the first frame has to be seen, so that the watch is on.
  writeFileSync(file, readFileSync(HARBOUR, 'utf8').replace('So the town moved.', 'So the whole town moved.'));
  const screen = await terminal.until('So the whole town moved.');
  expect(screen.rows[0]).toContain('WHAT THE TOWN DID');
});

test('writes highlights of every article', async () => {
  const env = { XDG_STATE_HOME: path.join(folder, 'marked') };
  const terminal = reader([HARBOUR], env);
  await terminal.until('When the river');
  terminal.press('/boats\rh');
  await terminal.until('Highlighted');
  terminal.press('q');
  await terminal.ended();
  const shell = Terminal.shell('$LEDE highlights; $LEDE highlights --json | head -c 300', { env, columns: 120 });
  open.push(shell);
  await shell.ended();
  expect(shell.text).toContain('> The boats lay on their sides in the mud like cattle asleep.');
  expect(shell.text).toContain('http://www.w3.org/ns/anno.jsonld');
});
