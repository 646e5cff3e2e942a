import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal } from './terminal.ts';

const HARBOUR = path.join(import.meta.dirname, 'fixtures/articles/harbour.txt');
const home = mkdtempSync(path.join(tmpdir(), 'lede-config-'));
const open: Terminal[] = [];

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(() => {
  buildOnce();
  mkdirSync(path.join(home, 'lede'));
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => rmSync(home, { recursive: true }));

function configured(config: string): Terminal {
  writeFileSync(path.join(home, 'lede/config'), config);
  const terminal = Terminal.reader([HARBOUR], { env: { XDG_CONFIG_HOME: home } });
  open.push(terminal);
  return terminal;
}

test('sets width, theme and keys', async () => {
  const terminal = configured('width = 45\ntheme = paper\nkey bottom = x\n');
  const screen = await terminal.until('When the river');
  expect(Math.max(...screen.rows.slice(0, -1).map((row) => row.trim().length))).toBeLessThanOrEqual(45);
  expect(terminal.styles(5)).toContain('#');
  terminal.press('x');
  await terminal.until('100%');
});

test('does not start with a line that makes no sense, and says where it is', async () => {
  const terminal = configured('width = 45\nthme = paper\n');
  expect(await terminal.ended()).toEqual({ code: 2, signal: 0 });
  expect(terminal.text).toContain('config:2:1: no setting "thme"');
  expect(terminal.output).not.toContain('\u001B[?1049h');
});

test('reads another file, or none, where the command line says so', async () => {
  writeFileSync(path.join(home, 'other'), 'key bottom = x\n');
  writeFileSync(path.join(home, 'lede/config'), 'nonsense\n');
  const env = { XDG_CONFIG_HOME: home };
  const other = Terminal.reader([`--config=${path.join(home, 'other')}`, HARBOUR], { env });
  const none = Terminal.reader(['--no-config', HARBOUR], { env });
  const missing = Terminal.reader(['--config', path.join(home, 'missing'), HARBOUR], { env });
  open.push(other, none, missing);
  await other.until('When the river');
  other.press('x');
  await other.until('100%');
  await none.until('When the river');
  expect((await missing.ended()).code).toBe(2);
});

test('help shows the keys in effect', async () => {
  const terminal = configured('key line-down = x\nkey quit = j\n');
  await terminal.until('When the river');
  terminal.press('?');
  await terminal.until(/x +down a line/);
  terminal.press('\u001B');
  await terminal.until('When the river');
  terminal.press('j');
  expect((await terminal.ended()).code).toBe(0);
});

test('scrolls with the wheel, and gives the mouse back', async () => {
  writeFileSync(path.join(home, 'lede/config'), 'wheel = yes\n');
  const terminal = Terminal.reader([HARBOUR], { rows: 12, env: { XDG_CONFIG_HOME: home } });
  open.push(terminal);
  const { rows } = await terminal.until('When the river');
  terminal.press('\u001B[<65;3;4M');
  await terminal.until((screen) => screen.rows[0] === rows[3]);
  terminal.press('q');
  await terminal.ended();
  expect(terminal.output.lastIndexOf('\u001B[?1000l')).toBeGreaterThan(terminal.output.lastIndexOf('\u001B[?1000h'));
});
