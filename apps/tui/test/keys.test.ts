import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test, vi } from 'vitest';
import { KEY_GROUPS, type KeyMode } from '../src/reader/key-table.ts';
import { toTop } from './at-top.ts';
import { buildOnce } from './build-once.ts';
import { bytesOf } from './key-bytes.ts';
import type { Screen } from './screen.ts';
import { Terminal } from './terminal.ts';

/**
 * Every key of the key table does something that a person sees. Each group has one reader; every case begins at
 * the top of the article, with nothing open.
 */

type Sees = string | RegExp | ((screen: Screen, top: Screen) => boolean);

interface Case {
  /** Keys that lead to where the key is pressed, each with what shows that it has been dealt with. */
  before?: readonly (readonly [keys: string, sees: Sees])[];
  /** Keys right before the key, in one go with it. */
  first?: string;
  /** Keys after the key. */
  after?: string;
  sees: Sees;
  /** Keys back to reading, with nothing left of the case. */
  leave?: string;
}

const ROWS = 14;
const HARBOUR = path.join(import.meta.dirname, 'fixtures/articles/harbour.txt');
const CTRL_C = '\u0003';
const folder = mkdtempSync(path.join(tmpdir(), 'lede-keys-'));
const article = path.join(folder, 'guide.md');

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
beforeAll(() => {
  buildOnce();
  const guide = readFileSync(path.join(import.meta.dirname, 'fixtures/articles/guide.md'), 'utf8');
  const wide = Array.from({ length: 9 }, (_, column) => `immutability${column}`).join(' | ');
  writeFileSync(article, `${guide}\n## A wide table\n\n| ${wide} |\n${'| --- '.repeat(9)}|\n| ${wide} |\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The page stands this many lines further down than at the top. */
function down(lines: number): Sees {
  return ({ rows }, top) => rows[0] === top.rows[lines] && rows[1] === top.rows[lines + 1];
}

const atTop: Sees = ({ rows }, top) => rows.slice(0, -1).every((row, index) => row === top.rows[index]);

/** The row begins at the point: the mark is in its margin. */
function point(text: string): Sees {
  return ({ rows }) => rows.some((row) => row.trim().startsWith(`› ${text}`));
}

/** What stands inverse on the page, in cells. */
function inverse({ styled }: Screen): number[] {
  const styles = styled.split('\n').filter((line) => line.startsWith('~'));
  return styles.slice(0, -1).map((line) => line.split('r').length - 1);
}

function selected(cells: number): Sees {
  return (screen) => inverse(screen).reduce((sum, row) => sum + row, 0) === cells;
}

function selectedRows(rows: number): Sees {
  return (screen) => inverse(screen).filter((cells) => cells > 0).length === rows;
}

function not(sees: string | RegExp): Sees {
  return ({ text }) => (typeof sees === 'string' ? !text.includes(sees) : !sees.test(text));
}

const READ: Readonly<Record<string, Case>> = {
  'line-down': { sees: down(1) },
  follow: { sees: down(1) },
  'line-up': { first: '2j', sees: down(1) },
  'half-down': { sees: down(6) },
  'half-up': { first: '2d', sees: down(6) },
  'page-down': { sees: down(11) },
  'page-up': { first: '2 ', sees: down(11) },
  top: { before: [['G', '100%']], sees: atTop },
  bottom: { sees: '100%' },
  percent: { first: '50', sees: /^ +[^\n]*› [\s\S]* [4-6]\d% · / },
  'next-paragraph': { sees: point('Before you start') },
  'previous-paragraph': { first: '2}', sees: point('Before you start') },
  'next-sentence': { sees: point('neighbours who') },
  'previous-sentence': { first: '2)', sees: point('neighbours who') },
  'next-heading': { sees: point('Before you start') },
  'previous-heading': { first: '2]', sees: point('Before you start') },
  search: { after: 'bees', sees: /\/bees▏ +1\/\d/, leave: CTRL_C },
  'next-match': { before: [['/bees\r', ' 1/3 ']], sees: ' 2/3 ' },
  'previous-match': { before: [['/bees\r', ' 1/3 ']], sees: ' 3/3 ' },
  clear: { before: [['/bees\r', ' 1/3 ']], sees: not('/3 ') },
  outline: { sees: 'Outline 1/5', leave: 'q' },
  'next-link': { sees: 'https://bees.example/guide' },
  'previous-link': { before: [['\t\t', 'Note 1']], sees: 'https://bees.example/guide' },
  hints: { sees: "ahe society's own", leave: '9' },
  browse: { sees: /Opening .*guide\.md/ },
  copy: { sees: 'Copied the paragraph' },
  'copy-address': { sees: /Copied .*guide\.md/ },
  files: { sees: 'Articles 1/2', leave: 'q' },
  // The next case comes back.
  'next-file': { sees: 'When the river' },
  'previous-file': { sees: 'A hive needs' },
  reload: { sees: 'Read again' },
  'set-mark': { after: 'a', sees: 'Mark a set' },
  'go-to-mark': {
    before: [
      ['ma', 'Mark a set'],
      ['G', '100%'],
    ],
    after: 'a',
    sees: point('A hive needs'),
  },
  back: { before: [['G', '100%']], sees: not('100%') },
  forward: {
    before: [
      ['G', '100%'],
      ['\u000F', not('100%')],
    ],
    sees: '100%',
  },
  select: { sees: selected(1), leave: 'v' },
  'select-lines': { sees: selected(60), leave: 'V' },
  highlight: { sees: 'Highlighted', leave: 'h' },
  note: { sees: 'Note:', leave: `${CTRL_C}h` },
  highlights: { before: [['h', 'Highlighted']], sees: 'Highlights 1/1', leave: 'qh' },
  'next-highlight': {
    before: [
      ['Gh', 'Highlighted'],
      ['gg', not('100%')],
    ],
    sees: '100%',
    leave: 'h',
  },
  'previous-highlight': {
    before: [
      ['h', 'Highlighted'],
      ['G', '100%'],
    ],
    sees: not('100%'),
    leave: 'h',
  },
  focus: { sees: 'Focus on the sentence', leave: 'sss' },
  rsvp: { sees: '300 words a minute', leave: 'q' },
  wider: { sees: '75 columns', leave: '=' },
  narrower: { sees: '65 columns', leave: '=' },
  'normal-width': { before: [['+', '75 columns']], sees: '70 columns' },
  justify: { sees: 'Justified lines', leave: 'J' },
  'shift-right': { before: [['G', 'immutability0']], sees: not('immutability0'), leave: '9\u001B[1;2D' },
  'shift-left': {
    before: [
      ['G', 'immutability0'],
      ['\u001B[1;2C', not('immutability0')],
    ],
    sees: 'immutability0',
  },
  theme: { sees: /Theme: / },
  images: { sees: /image/i },
  'fetch-images': { sees: /image/i },
  zen: { sees: ({ rows }) => !/%/.test(rows.at(-1) ?? ''), leave: 'z' },
  info: { sees: '── About this article', leave: 'q' },
  palette: { sees: 'Commands: ▏', leave: CTRL_C },
  help: { sees: 'Keys · q closes', leave: 'q' },
};

const SELECT: Readonly<Record<string, Case>> = {
  'select-right': { first: 'v', sees: selected(2), leave: 'q' },
  'select-left': { first: 'v3l', sees: selected(3), leave: 'q' },
  'select-word': { first: 'v', sees: selected(3), leave: 'q' },
  'select-word-end': { first: 'v', sees: selected(6), leave: 'q' },
  'select-word-back': { first: 'v2w', sees: selected(3), leave: 'q' },
  'select-down': { first: 'V', sees: selectedRows(2), leave: 'q' },
  'select-up': { first: 'V2j', sees: selectedRows(2), leave: 'q' },
  'select-sentence': { first: 'v', sees: selectedRows(2), leave: 'q' },
  'select-sentence-back': { first: 'v2)', sees: selectedRows(2), leave: 'q' },
  'select-swap': { first: 'v2w', after: 'l', sees: selected(7), leave: 'q' },
  select: { before: [['V', selected(60)]], sees: selected(1), leave: 'q' },
  'select-lines': { before: [['v', selected(1)]], sees: selected(60), leave: 'q' },
  highlight: { first: 'v2w', sees: 'Highlighted', leave: 'h' },
  note: { first: 'v2w', sees: 'Note:', leave: `${CTRL_C}h` },
  'select-copy': { first: 'v2w', sees: 'Copied the selection' },
  'select-end': { before: [['v2w', selected(8)]], sees: selected(0) },
};

const NOTE: Readonly<Record<string, Case>> = {
  'note-accept': { first: 'aabc', sees: 'Noted', leave: 'h' },
  'note-cancel': { before: [['aabc', 'Note: abc']], sees: not('Note: abc'), leave: 'h' },
  'note-erase': { first: 'aabc', sees: 'Note: ab▏', leave: `${CTRL_C}h` },
  'note-erase-word': { first: 'aab cd', sees: /Note: ab ?▏/, leave: `${CTRL_C}h` },
  'note-erase-all': { before: [['aabc', 'Note: abc']], sees: 'Note: ▏', leave: `${CTRL_C}h` },
};

const STOPPED = [['r ', 'stopped']] as const;
const RSVP: Readonly<Record<string, Case>> = {
  'rsvp-pause': { first: 'r', sees: 'stopped, Space goes on', leave: 'q' },
  'rsvp-faster': { before: STOPPED, sees: /3[1-9]\d words/, leave: '-q' },
  'rsvp-slower': { before: STOPPED, sees: /2\d\d words/, leave: '+q' },
  'rsvp-back': {
    before: [
      ['r', /^ +hive$/m],
      [' ', 'stopped'],
    ],
    sees: /^ +A$/m,
    leave: 'q',
  },
  'rsvp-end': { before: STOPPED, sees: 'Ines Okafor' },
};

const SEARCH: Readonly<Record<string, Case>> = {
  'search-accept': { before: [['/bees', '/bees▏']], sees: not('/bees') },
  'search-cancel': { before: [['/bees', '/bees▏']], sees: not('/3 ') },
  'search-next': { first: '/bees', sees: ' 2/3 ', leave: CTRL_C },
  'search-previous': { first: '/bees', sees: ' 3/3 ', leave: CTRL_C },
  'search-erase': { before: [['/bees', '/bees▏']], sees: '/bee▏', leave: CTRL_C },
  'search-erase-word': { before: [['/two bees', '/two bees▏']], sees: /\/two ?▏/, leave: CTRL_C },
  'search-erase-all': { before: [['/two bees', '/two bees▏']], sees: '/▏', leave: CTRL_C },
};

const LIST: Readonly<Record<string, Case>> = {
  'list-down': { first: 't', sees: 'Outline 2/5', leave: 'q' },
  'list-up': { first: 'tG', sees: 'Outline 4/5', leave: 'q' },
  'list-page-down': { first: 't', sees: 'Outline 5/5', leave: 'q' },
  'list-page-up': { before: [['tG', 'Outline 5/5']], sees: 'Outline 1/5', leave: 'q' },
  'list-top': { before: [['tG', 'Outline 5/5']], sees: 'Outline 1/5', leave: 'q' },
  'list-bottom': { first: 't', sees: 'Outline 5/5', leave: 'q' },
  'list-choose': {
    first: 'tj',
    sees: ({ rows, text }) => /^ *› The year/.test(rows[0] ?? '') && !text.includes('Outline'),
  },
  'list-filter': { first: 't', after: 'y', sees: 'Outline: y▏', leave: `${CTRL_C}q` },
  'list-close': { before: [['t', 'Outline']], sees: not('Outline') },
};

/** The item of the open list that is selected, counted from one. */
function item(wanted: number): Sees {
  return ({ styled }) => {
    const rows = styled.split('\n').filter((line) => line.startsWith('|'));
    return (
      styled.includes(`${rows[wanted]}\n~`) && /r/.test(styled.split(`${rows[wanted]}\n`)[1]?.split('\n')[0] ?? '')
    );
  };
}

const FILTER: Readonly<Record<string, Case>> = {
  'list-down': { first: 't/', sees: item(2), leave: `${CTRL_C}q` },
  'list-up': { before: [['t/\u001B[B\u001B[B', item(3)]], sees: item(2), leave: `${CTRL_C}q` },
  'list-choose': {
    first: 't/year',
    sees: ({ rows, text }) => /^ *› The year/.test(rows[0] ?? '') && !text.includes('Outline'),
  },
  'filter-erase': { before: [['t/ye', 'Outline: ye▏']], sees: 'Outline: y▏', leave: `${CTRL_C}q` },
  'filter-erase-all': { before: [['t/ye', 'Outline: ye▏']], sees: 'Outline: ▏', leave: `${CTRL_C}q` },
  'filter-end': { before: [['t/ye', 'Outline: ye▏']], sees: 'Outline 1/5', leave: 'q' },
};

const ABOUT = [['i', 'Title: ']] as const;
const POPUP: Readonly<Record<string, Case>> = {
  'popup-go': {
    before: [['\t\t\r', '── Note 1']],
    sees: ({ text }) => text.includes('› 1. Ask the society') && !text.includes('── Note'),
  },
  'popup-down': { before: ABOUT, sees: not('Title: '), leave: 'q' },
  'popup-up': { before: [...ABOUT, ['j', not('Title: ')]], sees: 'Title: ', leave: 'q' },
  'popup-page-down': { before: ABOUT, sees: not('Title: '), leave: 'q' },
  'popup-page-up': { before: [...ABOUT, ['f', not('Title: ')]], sees: 'Title: ', leave: 'q' },
  'popup-close': { before: [['\t\t\r', '── Note 1']], sees: not('── Note') },
};

const HELP: Readonly<Record<string, Case>> = {
  'help-down': { before: [['?', /^ *Moving$/m]], sees: not(/^ *Moving$/m), leave: 'q' },
  'help-up': { before: [['?j', /Keys · q(?![\s\S]*^ *Moving$)/m]], sees: /^ *Moving$/m, leave: 'q' },
  'help-page-down': { before: [['?', /^ *Moving$/m]], sees: /^\D+ to the next sentence$/m, leave: 'q' },
  'help-page-up': { before: [['? ', /^\D+ to the next sentence$/m]], sees: /^ *Moving$/m, leave: 'q' },
  'help-close': { before: [['?', 'Keys · q']], sees: not('Keys · q') },
};

const MODES: Readonly<Partial<Record<KeyMode, Readonly<Record<string, Case>>>>> = {
  read: READ,
  select: SELECT,
  note: NOTE,
  rsvp: RSVP,
  search: SEARCH,
  list: LIST,
  filter: FILTER,
  popup: POPUP,
  help: HELP,
};

/** What leaves the reader, or the screen as it was, is looked at in other files. */
const ELSEWHERE = new Set(['quit', 'suspend', 'edit', 'redraw']);

// Side by side: most of the time goes by in waiting for a screen.
test.concurrent.for(KEY_GROUPS)('$title: every key does what its help says', async (group, context) => {
  const { mode, bindings } = group;
  const terminal = Terminal.reader([article, HARBOUR], { rows: ROWS, env: { BROWSER: 'true' } });
  context.onTestFinished(() => terminal.close());
  await terminal.until('A hive needs');
  await toTop(terminal);
  const top = terminal.screen;
  const until = (sees: Sees): Promise<Screen> =>
    terminal.until(typeof sees === 'function' ? (screen) => sees(screen, top) : sees);
  for (const { command, keys } of bindings) {
    if (ELSEWHERE.has(command)) continue;
    const one = MODES[mode]?.[command];
    if (!one) throw new Error(`no case for ${command} in ${mode}`);
    for (const key of keys) {
      try {
        for (const [before, sees] of one.before ?? []) {
          terminal.press(before);
          await until(sees);
        }
        terminal.press((one.first ?? '') + bytesOf(key) + (one.after ?? ''));
        await until(one.sees);
        if (one.leave !== undefined) terminal.press(one.leave);
        await toTop(terminal);
      } catch (error) {
        throw new Error(`${command}, by ${key}`, { cause: error });
      }
    }
  }
  context.expect(terminal.exit).toBeUndefined();
});

test('draws everything anew on ^L', async ({ onTestFinished }) => {
  const terminal = Terminal.reader([article], { rows: ROWS });
  onTestFinished(() => terminal.close());
  await terminal.until('A hive needs');
  await toTop(terminal);
  const before = terminal.screen.styled;
  // What another program has written over the screen.
  terminal.xterm.write('\u001B7\u001B[3;1Hbroken\u001B8');
  terminal.press('7');
  await terminal.until('broken');
  terminal.press('\u001B');
  await terminal.until(({ rows }) => !/ 7 · /.test(rows.at(-1) ?? ''));
  terminal.press('\f');
  await terminal.until(({ styled }) => styled === before);
});
