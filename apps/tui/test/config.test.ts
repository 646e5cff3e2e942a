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

test('says which line makes no sense, and goes on without it', async () => {
  const terminal = configured('width = 45\nthme = paper\n');
  await terminal.until('Configuration, line 2: no setting "thme"');
  const screen = await terminal.until('When the river');
  expect(Math.max(...screen.rows.slice(0, -1).map((row) => row.trim().length))).toBeLessThanOrEqual(45);
});
