import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { toTop } from './at-top.ts';
import { buildOnce } from './build-once.ts';
import { expectGolden } from './golden.ts';
import { Terminal } from './terminal.ts';

const ARTICLES = path.join(import.meta.dirname, 'fixtures/articles');
const SEEDS = path.join(import.meta.dirname, '../../../seeds');
const ENTER = '\r';
const ESC = '\u001B';
/** The largest first, where all code is in sight: it is coloured a moment after the first frame. */
const SIZES = [
  [200, 60],
  [120, 40],
  [80, 24],
  [60, 20],
] as const;
const open: Terminal[] = [];

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});

interface Shot {
  name: string;
  /** From the top of the article. */
  keys: string;
  /** What the screen shows when the keys have been dealt with. */
  until: string | RegExp;
  /** Keys that end what the shot has opened. */
  leave?: string;
}

interface Article {
  file: string;
  /** In code, which is to be coloured before anything is compared. */
  code?: string;
  shots: readonly Shot[];
}

const START: Shot = { name: 'start', keys: '', until: /\d+%( · <?\d+ min)?$/ };

const CASES: Readonly<Record<string, Article>> = {
  seed: {
    file: path.join(SEEDS, readdirSync(SEEDS).find((name) => name.endsWith('.txt')) ?? ''),
    shots: [
      START,
      { name: 'end', keys: 'G', until: '100%' },
      { name: 'search', keys: `/russia${ENTER}n`, until: '2/20', leave: ESC },
    ],
  },
  guide: {
    file: path.join(ARTICLES, 'guide.md'),
    code: 'return fallen',
    shots: [
      START,
      { name: 'table', keys: ']]', until: '› The year' },
      { name: 'note', keys: `\t\t${ENTER}`, until: '── Note 1', leave: 'q' },
      { name: 'outline', keys: ']t', until: 'Outline', leave: 'q' },
      { name: 'help', keys: '?', until: 'Keys · q closes', leave: 'q' },
      { name: 'palette', keys: ':', until: 'Command', leave: ESC },
    ],
  },
  tides: {
    file: path.join(ARTICLES, 'tides.html'),
    code: 'import numpy',
    shots: [
      START,
      { name: 'table', keys: ']', until: '› The waves' },
      { name: 'code', keys: ']]', until: '› Fitting them' },
      { name: 'lists', keys: ']]}}}', until: '› Two things' },
      { name: 'end', keys: 'G', until: '100%' },
    ],
  },
  chinese: {
    file: path.join(ARTICLES, 'loquat.zh.md'),
    code: 'return sum',
    shots: [
      START,
      { name: 'lists', keys: ']', until: '› 准备工作' },
      { name: 'table', keys: ']]]', until: '› 一年的安排' },
      { name: 'end', keys: 'G', until: '100%' },
    ],
  },
  arabic: {
    file: path.join(ARTICLES, 'well.ar.html'),
    code: 'return 3.1416',
    shots: [
      START,
      { name: 'lists', keys: ']', until: '‹' },
      { name: 'table', keys: ']]', until: '‹' },
      { name: 'outline', keys: ']t', until: 'Outline', leave: 'q' },
      { name: 'end', keys: 'G', until: '100%' },
    ],
  },
  hindi: {
    file: path.join(ARTICLES, 'mango.hi.html'),
    code: 'print(',
    shots: [
      START,
      { name: 'lists', keys: ']', until: '› पेड़' },
      { name: 'table', keys: ']]', until: '› कितने' },
      { name: 'end', keys: 'G', until: '100%' },
    ],
  },
};

test.each(Object.keys(CASES))('%s looks as it looked, at every size', async (name) => {
  const { file, code, shots } = CASES[name] as Article; // one of its keys
  const [[columns, rows]] = SIZES;
  const terminal = Terminal.reader([file], { columns, rows });
  open.push(terminal);
  await terminal.until(/%/);
  if (code !== undefined) {
    await terminal.until((screen) => {
      const row = screen.rows.findIndex((line) => line.includes(code));
      return row >= 0 && terminal.styles(row).includes('c');
    });
  }
  for (const size of SIZES) {
    terminal.resize(size[0], size[1]);
    await terminal.until((screen) => screen.rows.length === size[1] && /%/.test(screen.rows.at(-1) ?? ''));
    for (const { name: shot, keys, until, leave } of shots) {
      await toTop(terminal);
      terminal.press(keys);
      const screen = await terminal.until(until);
      expect(screen.isAlternate).toBe(true);
      expectGolden(`${name}-${shot}-${size.join('x')}`, screen.styled);
      if (leave !== undefined) {
        terminal.press(leave);
        await terminal.until(({ text }) => text !== screen.text);
      }
    }
  }
});
