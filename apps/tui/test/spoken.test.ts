import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

const ARTICLES = path.join(import.meta.dirname, 'fixtures/articles');
const GUIDE = path.join(ARTICLES, 'guide.md');
const HARBOUR = path.join(ARTICLES, 'harbour.txt');
const home = mkdtempSync(path.join(tmpdir(), 'lede-spoken-'));
const open: Terminal[] = [];

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => rmSync(home, { recursive: true }));

function reader(args: readonly string[], options: TerminalOptions = {}): Terminal {
  const terminal = Terminal.reader(args, { rows: 40, ...options });
  open.push(terminal);
  return terminal;
}

/** Nothing but lines: no escape sequence of any kind. */
function expectPlain({ output }: Terminal): void {
  expect(output).not.toContain('\u001B');
  expect(output.replaceAll('\r\n', '')).not.toContain('\r');
}

test('talks line by line, on the screen it was started on', async () => {
  const terminal = reader(['--screen-reader', GUIDE]);
  await terminal.until('Type help for the commands');
  terminal.press('\r');
  await terminal.until('[link 1: the society');
  terminal.press('/mites\r');
  await terminal.until(/Match 1 of \d/);
  terminal.press('where\r');
  await terminal.until('Section 3 of 4: Counting mites');
  terminal.press('quit\r');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
  expect(terminal.screen.isAlternate).toBe(false);
  expectPlain(terminal);
});

test.each([{ ACCESSIBLE: '1' }, { INK_SCREEN_READER: 'true', TERM: 'dumb' }])('talks with %j', async (env) => {
  const terminal = reader([GUIDE], { env });
  await terminal.until('Type help for the commands');
  expectPlain(terminal);
});

test('draws where the environment says no', async () => {
  const terminal = reader([HARBOUR], { env: { ACCESSIBLE: '0', INK_SCREEN_READER: 'false' } });
  await terminal.until('When the river');
  expect(terminal.screen.isAlternate).toBe(true);
});

test('talks where the configuration says so', async () => {
  const config = path.join(home, 'config');
  writeFileSync(config, 'screen-reader = yes\n');
  const terminal = reader(['--config', config, HARBOUR]);
  await terminal.until('Type help for the commands');
});

test('takes the article from a pipe and the lines from the terminal', async () => {
  const terminal = Terminal.shell(`cat "${HARBOUR}" | $LEDE --screen-reader`, { rows: 40 });
  open.push(terminal);
  await terminal.until('Type help for the commands');
  terminal.press('\r');
  await terminal.until('When the river');
  terminal.press('\u0004');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});

test('keeps the place at every line, so that killing it loses nothing', async () => {
  const env = { XDG_STATE_HOME: home };
  const first = reader(['--screen-reader', HARBOUR], { env });
  await first.until('Type help for the commands');
  first.press(']\r');
  await first.until('Heading level 2: WHAT THE RIVER DID');
  first.press('where\r');
  await first.until('Section 1 of');
  first.pty.kill('SIGKILL');
  await first.ended();
  const second = reader(['--screen-reader', HARBOUR], { env });
  await second.until('Back where you stopped');
  second.press('again\r');
  await second.until('Heading level 2: WHAT THE RIVER DID');
});

test('opens another article, and comes back', async () => {
  const terminal = reader(['--screen-reader', HARBOUR, GUIDE]);
  await terminal.until('Type help for the commands');
  terminal.press('articles\r');
  await terminal.until('2 articles');
  terminal.press('articles 2\r');
  await terminal.until('Article: Keeping Bees on a Roof');
  terminal.press('q\r');
  await terminal.until('Back in: The Harbour That Moved');
  terminal.press('q\r');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});

test('reads from a list by number, and comes back to it', async () => {
  const terminal = reader(['--screen-reader', ARTICLES]);
  await terminal.until('Type the number of an article');
  const number = /^(\d+): guide\.md$/m.exec(terminal.text)?.[1];
  terminal.press(`${number}\r`);
  await terminal.until('Article: Keeping Bees on a Roof');
  const before = terminal.output.length;
  terminal.press('q\r');
  await terminal.until(() => terminal.output.slice(before).includes('guide.md'));
  terminal.press('q\r');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});

test('prints where the output is no terminal', async () => {
  const terminal = Terminal.shell(`$LEDE --screen-reader "${GUIDE}" | cat`, { rows: 80 });
  open.push(terminal);
  await terminal.ended();
  expect(terminal.text).toContain('Table, 3 columns, 5 rows.');
});
