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
const ESC = '\u001B';
const GUIDE = path.join(ARTICLES, 'guide.md');
const folder = mkdtempSync(path.join(tmpdir(), 'lede-docs-'));
const open: Terminal[] = [];
let server: Server;
let site = '';
/** Is told when `/late` was asked for, and gets what answers. */
let onLate: (answer: () => void) => void = () => {};

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(async () => {
  buildOnce();
  server = createServer((request, response) => {
    if (request.url === '/slow') return; // it never answers
    if (request.url === '/late') {
      response.setHeader('content-type', 'text/plain');
      return onLate(() => response.end('Late\n\nIt came, and the late words with it.\n'));
    }
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
  await terminal.until(`Redirected to ${site}/page`);
  terminal.press('i');
  await terminal.until(`Redirected: ${site}/old to ${site}/page (302)`);
  terminal.press(ESC);
  await terminal.until(({ text }) => !text.includes('About this article'));
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
  await terminal.until('2/2 Keeping Bees');
  terminal.press('gT');
  await terminal.until('1/2 The Harbour');
  terminal.press('gT');
  await terminal.until('No article before this one');
  terminal.press('gt');
  await terminal.until('2/2 Keeping Bees');
  // They stand side by side, not on one another.
  terminal.press('q');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});

test('an article that cannot be opened leaves the list open, and says why', async () => {
  const terminal = reader([HARBOUR, path.join(folder, 'gone.md')]);
  await terminal.until('When the river');
  terminal.press('Fj\r');
  await terminal.until('gone.md: no such file');
  expect(terminal.text).toContain('Articles 2/2');
  terminal.press(ESC);
  await terminal.until(({ text }) => !text.includes('Articles 2/2'));
});

test('says what is being opened, and gives it up', async () => {
  const file = path.join(folder, 'slow.md');
  writeFileSync(file, `# Here\n\nThen [a link](${site}/slow), and words.\n`);
  const terminal = reader([file]);
  await terminal.until('and words');
  terminal.press('\t\r');
  await terminal.until(`Opening ${site}/slow …`);
  terminal.press(ESC);
  await terminal.until('Gave up');
  terminal.press('\t\r');
  await terminal.until('Opening');
  terminal.press('q');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});

test('keys that are typed while an article is being opened are for that article', async () => {
  const file = path.join(folder, 'late.md');
  writeFileSync(file, `# Here\n\nThen [a link](${site}/late), and words.\n`);
  const terminal = reader([file]);
  await terminal.until('and words');
  terminal.press('\t\r/nothing');
  await terminal.until('Opening');
  // The keys are in before the answer: this one gives up, and nothing is left of them.
  terminal.press(ESC);
  await terminal.until('Gave up');
  const asked = new Promise<() => void>((resolve) => (onLate = resolve));
  terminal.press('\t\r/the late');
  const answer = await asked;
  await terminal.until('Opening');
  answer();
  await terminal.until('It came');
  await terminal.until('/the late');
  terminal.press('\r');
  await terminal.until('1/1');
});

test('says what is being opened before there is anything to show, and erases it', async () => {
  const terminal = Terminal.shell(`$LEDE ${site}/slow; echo "code $?"`, { rows: 20 });
  open.push(terminal);
  await terminal.until(`Opening ${site}/slow …`);
  terminal.press('\u0003');
  await terminal.ended();
  const fetched = Terminal.shell(`$LEDE ${site}/none; echo "code $?"`, { rows: 20 });
  open.push(fetched);
  await fetched.until('code 1');
  expect(fetched.text).not.toContain('Opening');
});

test('calls an article without a title by the name of its file', async () => {
  const file = path.join(folder, 'nameless.md');
  writeFileSync(file, 'Only a paragraph.\n');
  const terminal = reader([file]);
  await terminal.until('Only a paragraph.');
  expect(terminal.screen.rows.at(-1)).toMatch(/^ nameless\.md /);
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
  expect(terminal.screen.rows.slice(1, 3)).toEqual(['  guide.md', '  deep/harbour.txt']);
  terminal.press('j\r');
  await terminal.until('When the river');
  terminal.press('q');
  await terminal.until(/texts 2\/2/);
  terminal.press('q');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
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

test('a changed file is read again when nobody is typing, and what was searched for stays', async () => {
  const file = path.join(folder, 'typing.txt');
  copyFileSync(HARBOUR, file);
  const terminal = reader(['--watch', file]);
  await terminal.until('When the river');
  terminal.press('/Eng');
  await terminal.until('/Eng');
  const changed = readFileSync(HARBOUR, 'utf8').replace('So the town moved.', 'So the whole town moved.');
  writeFileSync(file, changed);
  for (const [typed, shown] of [
    ['in', '/Engin'],
    ['eers', '/Engineers'],
  ] as const) {
    terminal.press(typed);
    await terminal.until(shown);
  }
  terminal.press('\r}}');
  const screen = await terminal.until('So the whole town moved.');
  expect(screen.rows.at(-1)).toMatch(/1\/\d/);
});

test('says what cannot be watched', async () => {
  for (const [args, why] of [
    [['https://example.org/a'], '--watch is for files, not for https://example.org/a'],
    [['-'], '--watch is for files, not for standard input'],
    [['--clipboard'], '--watch is for files, not for the clipboard'],
    [['--screen-reader', HARBOUR], '--watch is for a screen; type reload to a screen reader'],
  ] as const) {
    const terminal = reader(['--watch', ...args]);
    expect(await terminal.ended()).toEqual({ code: 2, signal: 0 });
    expect(terminal.text.replaceAll('\n', ' ')).toContain(`lede: ${why}`);
  }
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
  const some = Terminal.shell(
    `$LEDE highlights --text "${HARBOUR}" | head -c 120; $LEDE highlights "${GUIDE}"; echo "code $?"`,
    { env, columns: 160 },
  );
  open.push(some);
  await some.ended();
  expect(some.text).toContain('The Harbour That Moved');
  expect(some.text).toContain('guide.md: no highlights');
  expect(some.text).toContain('code 1');
});
