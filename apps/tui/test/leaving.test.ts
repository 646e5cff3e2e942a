import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal } from './terminal.ts';

const HARBOUR = path.join(import.meta.dirname, 'fixtures/articles/harbour.txt');
const open: Terminal[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'lede-'));

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A shell that says what the terminal is like after the reader has gone, and waits for the next line. */
function shell(before = ''): Terminal {
  const script = `echo before; ${before} $LEDE "${HARBOUR}"; echo "code $?"; stty -a | tr ' ' '\\n' | grep -x -e '-*icanon;*' -e '-*echo;*' -e '-*isig;*'; echo done`;
  const terminal = Terminal.shell(script);
  open.push(terminal);
  return terminal;
}

async function expectRestored(terminal: Terminal, code: number): Promise<void> {
  const screen = await terminal.until('done');
  expect(screen.isAlternate).toBe(false);
  expect(terminal.cursorVisible).toBe(true);
  expect(lastOf(terminal.output, '\u001B[?7h', '\u001B[?7l')).toBe('\u001B[?7h'); // automatic wrap
  expect(lastOf(terminal.output, '\u001B[8h', '\u001B[8l')).toBe('\u001B[8h'); // the terminal's own bidirectional order
  expect(screen.rows[0]).toBe('before');
  expect(screen.text).toContain(`code ${code}`);
  expect(screen.text).toMatch(/^isig;?\nicanon;?\necho;?$/m);
  // Nothing of the article is left on the user's screen.
  expect(screen.text).not.toContain('When the river');
}

/** Which of two sequences was written last. */
function lastOf(output: string, a: string, b: string): string | undefined {
  const [atA, atB] = [output.lastIndexOf(a), output.lastIndexOf(b)];
  return atA < 0 && atB < 0 ? undefined : atA > atB ? a : b;
}

async function readerPid(terminal: Terminal): Promise<number> {
  await terminal.until('When the river');
  const { readFileSync } = await import('node:fs');
  const children = readFileSync(`/proc/${terminal.pty.pid}/task/${terminal.pty.pid}/children`, 'utf8');
  return Number(children.trim().split(' ').at(-1));
}

test.each([
  ['q', 'q'],
  ['^C', '\u0003'],
  ['ZZ', 'ZZ'],
])('restores the terminal on %s', async (_name, keys) => {
  const terminal = shell();
  await terminal.until('When the river');
  terminal.press(keys);
  await expectRestored(terminal, 0);
});

test.skipIf(process.platform !== 'linux').each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)(
  'restores the terminal and ends by the signal on %s',
  async (signal) => {
    const terminal = shell(`trap : INT QUIT HUP;`);
    process.kill(await readerPid(terminal), signal);
    await expectRestored(terminal, 128 + constants.signals[signal]);
  },
);

test('restores the terminal on a crash, and says what happened', async () => {
  const hook = path.join(folder, 'crash.cjs');
  writeFileSync(
    hook,
    `process.stdin.on('data', (keys) => { if (String(keys).includes('j')) throw new Error('out of paper'); });`,
  );
  const terminal = shell(`NODE_OPTIONS='--require ${hook}'`);
  await terminal.until('When the river');
  terminal.press('j');
  await expectRestored(terminal, 70);
  expect(terminal.text).toContain('lede: internal error; please report it');
  expect(terminal.text).toContain('Error: out of paper');
});

test.skipIf(process.platform !== 'linux')('gives the terminal back when stopped, and takes it again', async () => {
  const terminal = Terminal.shell(
    `set -m; echo before; $LEDE "${HARBOUR}"; echo "stopped $?"; read line; fg; echo "code $?"`,
  );
  open.push(terminal);
  await terminal.until('When the river');
  terminal.press('\u001A');
  const stopped = await terminal.until('stopped');
  expect(stopped.isAlternate).toBe(false);
  expect(terminal.cursorVisible).toBe(true);
  terminal.press('\r');
  const again = await terminal.until('When the river');
  expect(again.isAlternate).toBe(true);
  expect(again.rows.at(-1)).toContain('The Harbour That Moved');
  terminal.press('q');
  await terminal.until('code 0');
});
