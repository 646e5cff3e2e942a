import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { randomSteps, type Step } from './random-input.ts';
import type { Screen } from './screen.ts';
import { Terminal } from './terminal.ts';

/**
 * Nothing that a terminal can send breaks the reader: it stays alive, shows what it would show if it drew everything
 * anew, and gives the terminal back. `RANDOM_KEYS=200 npx vitest run random-keys.test` goes on for 200 runs (some
 * minutes); `SEED=7` begins with another seed.
 */
const RUNS = Number(process.env['RANDOM_KEYS'] ?? 3);
const FIRST_SEED = Number(process.env['SEED'] ?? 1);
const STEPS = 150;
/** Steps after which the reader is waited for, so that a run is not one burst. */
const BREATH = 10;
const SIZE = { columns: 80, rows: 24 };
const MOST_LEFT = 50;
const OVER = /^code \d+[^]*over/m;
const CLEAR = '\u001B[2J';
const CTRL_C = '\u0003';
const PASTE_END = '\u001B[201~';
const STRING_END = '\u001B\\';
const ARTICLES = path.join(import.meta.dirname, 'fixtures/articles');
const NAMES = ['guide.md', 'tides.html', 'well.ar.html', 'loquat.zh.md', 'mango.hi.html', 'harbour.txt'];
const folder = mkdtempSync(path.join(tmpdir(), 'lede-random-'));
const config = path.join(folder, 'config');

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
beforeAll(() => {
  buildOnce();
  // Neither `q` nor ^C leaves the article, so that a run goes on.
  writeFileSync(config, 'key quit = Z Z\nwheel = yes\n');
  for (const name of NAMES) {
    // Links lead to where nobody answers, at once.
    const text = readFileSync(path.join(ARTICLES, name), 'utf8');
    writeFileSync(path.join(folder, name), text.replaceAll(/https:\/\/[a-z.]+/g, 'http://127.0.0.1:9'));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Array.from({ length: RUNS }, (_, run) => FIRST_SEED + run))(
  'input of seed %i breaks nothing',
  async (seed) => {
    const article = path.join(folder, NAMES[seed % NAMES.length] ?? '');
    // The palette can end the reader: another one goes on. Until that has the terminal, ^C is a character like others.
    const stop = path.join(folder, `stop-${seed}`);
    const script = `stty -isig; until [ -e "${stop}" ] || [ "\${code:-0}" != 0 ]; do $LEDE --config "${config}" "${article}"; code=$?; done
    echo; echo "code $code"; stty -a | tr ' ' '\\n' | grep -x -e '-*icanon;*' -e '-*echo;*'; echo over`;
    const terminal = Terminal.shell(script, { ...SIZE, env: { EDITOR: 'true', BROWSER: 'true' } });
    try {
      await terminal.until(/\d+%/);
      let count = 0;
      for (const step of randomSteps(seed, STEPS)) {
        take(terminal, step);
        if (++count % BREATH === 0) await alive(terminal, 20 + count, 24);
      }
      await settle(terminal);
      const shown = terminal.screen.styled;
      terminal.press('\f');
      await terminal.until(({ styled }) => styled === shown && terminal.output.endsWith('l')).catch(() => undefined);
      expect(terminal.screen.styled).toBe(shown);
      writeFileSync(stop, '');
      // One for each article that a link has opened, and one for the first. An editor may have the terminal for a moment.
      for (let left = 0; left < MOST_LEFT && !OVER.test(terminal.text); left++) {
        const before = terminal.screen.styled;
        terminal.press('ZZ');
        await terminal.until(({ text, styled, isAlternate }) => OVER.test(text) || (isAlternate && styled !== before));
      }
      const { text } = await terminal.until(OVER);
      expect(text).toMatch(/^code 0\s+(?:ZZ)*icanon;?\s+(?:ZZ)*echo;?\s+(?:ZZ)*over/m);
      expect(terminal.screen.isAlternate).toBe(false);
      expect(terminal.cursorVisible).toBe(true);
    } finally {
      terminal.close();
    }
  },
);

function take(terminal: Terminal, step: Step): void {
  switch (step.type) {
    case 'input':
      return terminal.send(step.bytes);
    case 'resize':
      return terminal.resize(step.columns, step.rows);
    case 'signal':
      return signal(terminal, step.signal);
  }
}

/** Waits until the reader has drawn itself in another size. */
async function alive(terminal: Terminal, columns: number, rows: number): Promise<void> {
  const drawn = clears(terminal);
  terminal.resize(columns, rows);
  await terminal.until(() => clears(terminal) > drawn);
}

/** Ends what is open and comes back to reading, with nothing left to be drawn. */
async function settle(terminal: Terminal): Promise<void> {
  terminal.press(`${PASTE_END}${STRING_END}`);
  await alive(terminal, SIZE.columns + 1, SIZE.rows);
  await alive(terminal, SIZE.columns, SIZE.rows);
  terminal.press(CTRL_C.repeat(4));
  // An article that is read again meanwhile takes the count away.
  const count = (screen: Screen): boolean => / 7 · /.test(screen.rows.at(-1) ?? '');
  while (!count(terminal.screen)) {
    const before = terminal.screen.styled;
    terminal.press(`${CTRL_C}7`);
    await terminal.until((screen) => count(screen) || screen.styled !== before);
  }
  terminal.press('\u001B');
  await terminal.until((screen) => screen.text.trim() !== '' && !count(screen));
}

function clears({ output }: Terminal): number {
  return output.split(CLEAR).length;
}

/** Sends a signal to the reader, where its process can be found. */
function signal({ pty }: Terminal, name: NodeJS.Signals): void {
  if (process.platform !== 'linux') return;
  const children = readFileSync(`/proc/${pty.pid}/task/${pty.pid}/children`, 'utf8').trim().split(' ');
  for (const child of children) if (child !== '') process.kill(Number(child), name);
}
