import path from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

const HARBOUR = path.join(import.meta.dirname, 'fixtures/articles/harbour.txt');
const open: Terminal[] = [];

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});

function reader(options: TerminalOptions = {}): Terminal {
  const terminal = Terminal.reader([HARBOUR], { rows: 12, ...options });
  open.push(terminal);
  return terminal;
}

/** The background of the status row: `#rrggbb`, or the number of a palette colour; `inverse` where it is that. */
function statusBackground({ xterm }: Terminal): string {
  const cell = xterm.buffer.active.getLine(xterm.rows - 1)?.getCell(1);
  if (!cell || cell.isInverse()) return 'inverse';
  const color = cell.getBgColor();
  return cell.isBgRGB() ? `#${color.toString(16).padStart(6, '0')}` : String(color);
}

const TRUE_COLOR = { COLORTERM: 'truecolor' };

test('goes by the background of the terminal, and takes none of its reply for keys', async () => {
  const dark = reader({ background: 'rgb:0000/0000/0000', env: TRUE_COLOR });
  await dark.until(() => statusBackground(dark) === '#303030');
  await dark.until('When the river');
  expect(dark.screen.rows.at(-1)).toMatch(/^ The Harbour That Moved +\d+% · <?1 min$/);
  const light = reader({ background: 'rgb:ffff/ffff/ffff', env: TRUE_COLOR });
  await light.until(() => statusBackground(light) === '#e4e4e4');
  light.press('T');
  await light.until('Theme: terminal');
  light.press('TTTTTT');
  await light.until('Theme: auto (light)');
});

test('keeps to the colours of a terminal that does not tell', async () => {
  const terminal = reader({ isMute: true, env: TRUE_COLOR });
  await terminal.until('When the river');
  expect(statusBackground(terminal)).toBe('inverse');
  terminal.press('j');
  await terminal.until(({ rows }) => !rows.some((row) => row.trim() === 'The Harbour That Moved'));
});

test('follows the terminal from light to dark', async () => {
  const terminal = reader({ background: 'rgb:ffff/ffff/ffff', env: TRUE_COLOR });
  await terminal.until(() => statusBackground(terminal) === '#e4e4e4');
  expect(terminal.output).toContain('\u001B[?2031h');
  terminal.background = 'rgb:0000/0000/0000';
  terminal.press('\u001B[?997;1n');
  await terminal.until(() => statusBackground(terminal) === '#303030');
  terminal.press('q');
  await terminal.ended();
  expect(terminal.output.lastIndexOf('\u001B[?2031l')).toBeGreaterThan(terminal.output.lastIndexOf('\u001B[?2031h'));
});

test('asks nothing of a terminal that would show a question', async () => {
  const terminal = reader({ background: 'rgb:0000/0000/0000', env: { TERM: 'linux' } });
  await terminal.until('When the river');
  expect(terminal.output).not.toContain('\u001B]11;?');
  expect(terminal.output).not.toContain('\u001B[c');
});

test('asks nothing about colours where none are wanted', async () => {
  const terminal = reader({ background: 'rgb:0000/0000/0000', env: { NO_COLOR: '1' } });
  await terminal.until('When the river');
  expect(terminal.output).not.toContain('\u001B]11;?');
  expect(terminal.output).not.toContain('$qm');
});

test('leaves no reply behind when it ends before the terminal has answered', async () => {
  const terminal = Terminal.shell(`$LEDE "${HARBOUR}"; IFS= read -r line; echo "then <$line>"`, { isMute: true });
  open.push(terminal);
  await terminal.until('When the river');
  terminal.press('q');
  terminal.press('\u001B]11;rgb:0000/0000/0000\u001B\\\u001B[?62;4c');
  await terminal.until(({ isAlternate }) => !isAlternate);
  terminal.press('typed\r');
  await terminal.until('then <typed>');
});
