import path from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

const HARBOUR = path.join(import.meta.dirname, 'fixtures/articles/harbour.txt');
const ESC = '\u001B';
const open: Terminal[] = [];

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});

function reader(args: readonly string[] = [HARBOUR], options: TerminalOptions = {}): Terminal {
  const terminal = Terminal.reader(args, options);
  open.push(terminal);
  return terminal;
}

test('shows title, text at the measure, and a status row, on the alternate screen', async () => {
  const terminal = reader();
  const screen = await terminal.until('When the river');
  expect(screen.isAlternate).toBe(true);
  expect(terminal.cursorVisible).toBe(false);
  expect(screen.rows.at(-1)).toMatch(/^ The Harbour That Moved +\d+% · <?1 min$/);
  expect(Math.max(...screen.rows.slice(0, -1).map((row) => row.trim().length))).toBeLessThanOrEqual(70);
});

test('moves by line, half page, page, and to both ends', async () => {
  const terminal = reader([HARBOUR], { rows: 12 });
  const { rows: start } = await terminal.until('When the river');
  terminal.press('j');
  await terminal.until(({ rows }) => rows[0] === start[1] && rows[9] === start[10]);
  terminal.press('gg');
  await terminal.until(({ rows }) => rows.every((row, index) => row === start[index]));
  terminal.press('G');
  const { rows: end } = await terminal.until('goes back to bed.');
  expect(end.at(-1)).toContain('100%');
  terminal.press('u');
  await terminal.until(({ rows }) => rows[5] === end[0]);
  terminal.press('gg');
  await terminal.until(({ rows }) => rows[0] === start[0]);
  terminal.press(' ');
  await terminal.until(({ rows }) => rows[0] === start[9] && rows[1] === start[10]);
  terminal.press('50%');
  await terminal.until('WHAT THE TOWN DID');
});

test('takes keys typed fast as one string, with counts', async () => {
  const terminal = reader([HARBOUR], { rows: 12 });
  const { rows } = await terminal.until('When the river');
  terminal.press('jjjjkk3j2kj');
  await terminal.until((screen) => screen.rows[0] === rows[4]);
});

test('searches while typing, counts and marks every match, and goes around', async () => {
  const terminal = reader();
  await terminal.until('When the river');
  terminal.press('/river');
  await terminal.until(/\/river.*1\/6/);
  const row = terminal.screen.rows.findIndex((line) => line.includes('river changed'));
  expect(terminal.styles(row).trim()).not.toBe('');
  terminal.press('\r');
  await terminal.until(/The Harbour.*1\/6/);
  terminal.press('nn');
  await terminal.until('3/6');
  terminal.press('N');
  await terminal.until('2/6');
  terminal.press('5n');
  await terminal.until('Search went on at the start');
});

test('returns to where a search began', async () => {
  const terminal = reader([HARBOUR], { rows: 12 });
  await terminal.until('When the river');
  terminal.press('jj');
  const before = await terminal.until(({ rows }) => !rows[0]?.includes('The Harbour'));
  terminal.press('/goats');
  await terminal.until('goats to it');
  terminal.press(ESC);
  const after = await terminal.until(({ text }) => !text.includes('/goats'));
  expect(after.rows.slice(0, -1)).toEqual(before.rows.slice(0, -1));
});

test('says when nothing is found', async () => {
  const terminal = reader();
  await terminal.until('When the river');
  terminal.press('/zeppelin');
  await terminal.until('no match');
  terminal.press('\r');
  await terminal.until('Not found: zeppelin');
});

test('keeps the place when the terminal is resized, and finds it again', async () => {
  const terminal = reader([HARBOUR], { columns: 80, rows: 12 });
  await terminal.until('When the river');
  terminal.press('/Engineers\r');
  await terminal.until('Engineers came');
  terminal.press('}');
  const wide = await terminal.until(({ rows }) => rows[0]?.includes('WHAT THE TOWN DID') ?? false);
  terminal.resize(46, 16);
  await terminal.until(({ rows }) => (rows[0]?.includes('WHAT THE TOWN DID') ?? false) && rows.length === 16);
  terminal.resize(80, 12);
  const back = await terminal.until(
    ({ rows }) => rows.length === 12 && (rows[0]?.includes('WHAT THE TOWN DID') ?? false),
  );
  expect(back.rows).toEqual(wide.rows);
});

test('lists its keys, and closes the list', async () => {
  const terminal = reader();
  await terminal.until('When the river');
  terminal.press('?');
  await terminal.until('down half a page');
  terminal.press(' ');
  await terminal.until('letters on every link');
  terminal.press(ESC);
  await terminal.until('When the river');
  terminal.press(`${ESC}OP`);
  await terminal.until('down half a page');
});

test('draws no colour under NO_COLOR', async () => {
  const terminal = reader([HARBOUR], { env: { NO_COLOR: '1' } });
  await terminal.until('When the river');
  terminal.press('/river');
  await terminal.until('1/6');
  // eslint-disable-next-line no-control-regex
  expect(terminal.output).not.toMatch(/\u001B\[[\d;]*\b(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)\b[\d;]*m/);
});

test('takes the article from a pipe and the keys from the terminal', async () => {
  const terminal = Terminal.shell(`cat "${HARBOUR}" | $LEDE`, { rows: 12 });
  open.push(terminal);
  await terminal.until('When the river');
  terminal.press('G');
  await terminal.until('goes back to bed.');
  terminal.press('q');
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
});
