/**
 * Drives the built reader inside tmux, as people have it: the alternate screen and back, keys, sizes, colours, and
 * copying. `npm run check:tmux`; needs tmux, and tells what it saw where something is missing.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { buildOnce, READER } from '../test/build-once.ts';

const ARTICLE: string = path.join(import.meta.dirname, '../test/fixtures/articles/guide.md');
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 50;
const folder: string = mkdtempSync(path.join(tmpdir(), 'lede-tmux-'));
const socket: string = path.join(folder, 'socket');

/** Runs a command of a tmux server of our own; returns what it printed. */
function tmux(...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], {
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder, LANG: 'C.UTF-8', TMUX: '' },
  });
  if (error) throw new Error('tmux cannot be started', { cause: error });
  assert.equal(status, 0, `tmux ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function screen(): string[] {
  return tmux('capture-pane', '-p').split('\n').slice(0, -1);
}

/** Waits until the screen shows something. */
async function until(what: string, holds: (rows: string[]) => boolean): Promise<string[]> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const rows = screen();
    if (holds(rows)) return rows;
    if (waited > PATIENCE_MS) throw new Error(`still waiting for ${what}; the screen:\n${rows.join('\n')}`);
    await setTimeout(LOOK_AGAIN_MS);
  }
}

function shows(text: string): (rows: string[]) => boolean {
  return (rows) => rows.some((row) => row.includes(text));
}

/** Presses a key by tmux's name for it, and waits for what it brings. */
async function press(key: string, what: string, holds: (rows: string[]) => boolean = shows(what)): Promise<string[]> {
  tmux('send-keys', key);
  return until(`${key}: ${what}`, holds);
}

function flag(name: string): string {
  return tmux('display-message', '-p', `#{${name}}`).trim();
}

async function check(): Promise<void> {
  const command = `echo before; '${process.execPath}' '${READER}' '${ARTICLE}'; echo "code $?"; read line`;
  tmux('new-session', '-d', '-x', '90', '-y', '24', command);
  // Programs may set the clipboard: off unless asked for.
  tmux('set-option', '-s', 'set-clipboard', 'on');
  await until('the article', (rows) => shows('A hive needs')(rows) && /\d+%/.test(rows.at(-1) ?? ''));
  assert.equal(flag('alternate_on'), '1');
  assert.equal(flag('cursor_flag'), '0');

  const title = shows('Ines Okafor');
  await press('End', '100%');
  await press('Home', 'the title', title);
  await press('NPage', 'the next page', (rows) => !title(rows));
  await press('PPage', 'the title', title);
  await press('Down', 'a line down', (rows) => !shows('Keeping Bees on a Roof')(rows.slice(0, -1)));
  await press('Up', 'the title', title);
  await press('Tab', 'https://bees.example/guide');
  await press('Tab', 'Note 1');
  await press('BTab', 'https://bees.example/guide');
  await press('G', '100%');
  await press('M-Left', 'back', (rows) => !shows('100%')(rows));
  await press('M-Right', '100%');
  await press('C-o', 'back', (rows) => !shows('100%')(rows));
  await press('F1', 'Keys · q closes');
  await press('Escape', 'the article', (rows) => !shows('Keys ·')(rows));
  await press('Home', 'the title', title);

  await press('y', 'Copied the paragraph');
  assert.match(tmux('show-buffer'), /^A hive needs sun in the morning/);

  await press('/', '/▏');
  for (const letter of 'bees') tmux('send-keys', letter);
  await until('the match', shows('1/3'));
  await press('Enter', 'the match', (rows) => !shows('/bees')(rows));
  const match = tmux('capture-pane', '-p', '-e')
    .split('\n')
    .find((row) => /Bees drink/.test(row.replaceAll(SGR, '')));
  assert.match(match ?? '', /\u001B\[[\d;]*(?:4[0-7]|10[0-7]|48;)[\d;]*m/, 'the match has a background');
  await press('Escape', 'no match', (rows) => !shows('1/3')(rows));

  for (const [columns, rows] of [
    [50, 16],
    [120, 40],
    [90, 24],
  ] as const) {
    tmux('resize-window', '-x', String(columns), '-y', String(rows));
    const now = await until(`${columns}x${rows}`, (all) => all.length === rows && /\d+%/.test(all.at(-1) ?? ''));
    assert.ok(now.every((row) => row.length <= columns));
  }

  tmux('send-keys', 'q');
  const left = await until('the end', shows('code 0'));
  assert.equal(left[0], 'before');
  assert.ok(!shows('hive')(left), 'nothing of the article is left');
  assert.equal(flag('alternate_on'), '0');
  assert.equal(flag('cursor_flag'), '1');
}

// eslint-disable-next-line no-control-regex -- escape sequences are what is taken out
const SGR = /\u001B\[[\d;]*m/g;

buildOnce();
try {
  await check();
  process.stdout.write(`The reader works in ${tmux('-V').trim()}.\n`);
} finally {
  spawnSync('tmux', ['-S', socket, 'kill-server']);
  rmSync(folder, { recursive: true, force: true });
}
