import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { expectGolden } from './golden.ts';
import { Terminal } from './terminal.ts';

const ARTICLES = path.join(import.meta.dirname, 'fixtures/articles');
const SEEDS = path.join(import.meta.dirname, '../../../seeds');
const ENTER = '\r';
const open: Terminal[] = [];

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});

const FILES = {
  seed: path.join(SEEDS, readdirSync(SEEDS).find((name) => name.endsWith('.txt')) ?? ''),
  harbour: path.join(ARTICLES, 'harbour.txt'),
  guide: path.join(ARTICLES, 'guide.md'),
} as const;

interface Shot {
  file: keyof typeof FILES;
  name: string;
  keys: string;
  /** What the screen shows when the keys have been dealt with. */
  until: string | RegExp;
}

const SHOTS: readonly Shot[] = [
  { file: 'seed', name: 'start', keys: '', until: /\d+% · \d+ min$/ },
  { file: 'seed', name: 'search', keys: `/russia${ENTER}n`, until: '2/20' },
  { file: 'seed', name: 'end', keys: 'G', until: '100%' },
  { file: 'harbour', name: 'outline', keys: ']t', until: 'Outline' },
  { file: 'guide', name: 'start', keys: '', until: /\d+%/ },
  { file: 'guide', name: 'middle', keys: ']]]', until: '› ' },
  { file: 'guide', name: 'help', keys: '?', until: 'Keys · a number' },
];

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
] as const) {
  test.each(SHOTS)(`$file, $name, at ${columns}x${rows}`, async ({ file, name, keys, until }) => {
    const terminal = Terminal.reader([FILES[file]], { columns, rows });
    open.push(terminal);
    await terminal.until(({ rows: all }) => /\d+%/.test(all.at(-1) ?? ''));
    terminal.press(keys);
    const screen = await terminal.until(until);
    expect(screen.isAlternate).toBe(true);
    expectGolden(`${file}-${name}-${columns}x${rows}`, screen.styled);
  });
}
