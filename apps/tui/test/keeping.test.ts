import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal } from './terminal.ts';

const HARBOUR = path.join(import.meta.dirname, 'fixtures/articles/harbour.txt');
const ESC = '\u001B';
const SIZE = { columns: 80, rows: 12 };
const open: Terminal[] = [];
let home = '';
let article = '';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'lede-keep-'));
  article = path.join(home, 'harbour.txt');
  copyFileSync(HARBOUR, article);
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
  rmSync(home, { recursive: true, force: true });
});

async function reader(): Promise<Terminal> {
  const terminal = Terminal.reader([article], { ...SIZE, env: { XDG_STATE_HOME: home } });
  open.push(terminal);
  await terminal.until(({ rows }) => /\d+%|state file/.test(rows.at(-1) ?? ''));
  return terminal;
}

async function quit(terminal: Terminal): Promise<void> {
  terminal.press('q');
  await terminal.ended();
}

test('opens where it was left, and says so', async () => {
  const first = await reader();
  first.press('/Engineers\r}');
  const left = await first.until(({ rows }) => rows[0]?.includes('WHAT THE TOWN DID') ?? false);
  await quit(first);
  const second = await reader();
  const back = await second.until('Back where you stopped');
  expect(back.rows[0]).toBe(left.rows[0]?.replace('›', ' '));
  expect(back.rows.slice(1, 10)).toEqual(left.rows.slice(1, 10));
});

test('saves the place when it is ended by a signal', async () => {
  const first = await reader();
  first.press('G');
  await first.until('100%');
  first.pty.kill('SIGTERM');
  await first.ended();
  const second = await reader();
  await second.until('Back where you stopped');
  await second.until('goes back to bed.');
});

/** Waits until a file of the state holds the words. Keys that change the status row give output to wait for. */
async function kept(terminal: Terminal, words: string): Promise<void> {
  const holds = (name: string): boolean =>
    /articles\/[^/]*\.json$/.test(name) && readFileSync(path.join(home, name), 'utf8').includes(words);
  while (!readdirSync(home, { recursive: true, encoding: 'utf8' }).some(holds)) {
    terminal.press('7');
    await terminal.until(({ rows }) => / 7 · /.test(rows.at(-1) ?? ''));
    terminal.press(ESC);
    await terminal.until(({ rows }) => !/ 7 · /.test(rows.at(-1) ?? ''));
  }
}

test.each(['killed', 'cut off from its terminal'])('loses nothing that was marked when it is %s', async (how) => {
  const first = await reader();
  first.press('/pike\rh');
  await first.until('Highlighted');
  await kept(first, 'The farmer found pike');
  // In the middle of more.
  first.press('jjjj/boats\r');
  await first.until('boats');
  if (how === 'killed') first.pty.kill('SIGKILL');
  else first.hangUp();
  await first.ended();
  const second = await reader();
  second.press('H');
  await second.until('Highlights 1/1');
  await second.until('The farmer found pike');
});

test('saves the place when its terminal is closed', async () => {
  const first = await reader();
  first.press('G');
  await first.until('100%');
  first.hangUp();
  await first.ended();
  const second = await reader();
  await second.until('Back where you stopped');
});

test('finds the place again in a text that has changed', async () => {
  const first = await reader();
  first.press('/Engineers\r}');
  await first.until(({ rows }) => rows[0]?.includes('WHAT THE TOWN DID') ?? false);
  await quit(first);
  const text = readFileSync(article, 'utf8');
  writeFileSync(
    article,
    text.replace('By Ada Lind', `By Ada Lind\n\n${'A new paragraph stands here now. '.repeat(20)}`),
  );
  const second = await reader();
  await second.until(({ rows }) => rows[0]?.includes('WHAT THE TOWN DID') ?? false);
});

test('highlights what is selected, with a note, and has both when it opens again', async () => {
  const first = await reader();
  first.press('/careful man\r');
  await first.until('1/1');
  first.press('vwla');
  await first.until('Note:');
  first.press('too careful?\r');
  await first.until('Noted');
  first.press(ESC);
  await first.until(({ text }) => !text.includes('1/1'));
  await quit(first);

  const second = await reader();
  second.press('H');
  await second.until('Highlights 1/1');
  second.press('\r');
  await second.until(({ rows }) => rows.at(-1)?.includes('Note: too careful?') ?? false);
  const row = second.screen.rows.findIndex((line) => line.includes('careful man'));
  expect(second.styles(row)).toContain('##########');
});

test('removes a highlight, for good', async () => {
  const first = await reader();
  first.press('/boats\rh');
  await first.until('Highlighted');
  first.press('h');
  await first.until('Highlight removed');
  await quit(first);
  const second = await reader();
  second.press('H');
  await second.until('No highlights');
});

test('lists highlights whose words are gone, instead of dropping them', async () => {
  const first = await reader();
  first.press('/pike\rh');
  await first.until('Highlighted');
  await quit(first);
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, text.replace(' The farmer found pike in his potatoes.', ''));
  const second = await reader();
  second.press('H');
  await second.until('lost');
  await second.until('The farmer found pike');
});

test('keeps what two readers mark at the same time', async () => {
  const one = await reader();
  const two = await reader();
  one.press('/boats\rh');
  await one.until('Highlighted');
  two.press('/clapper\rh');
  await two.until('Highlighted');
  await quit(one);
  await quit(two);
  const third = await reader();
  third.press('H');
  await third.until(/Highlights \d\/2/);
});

test('goes on when what was kept is broken, and says so', async () => {
  const first = await reader();
  first.press('G');
  await first.until('100%');
  await quit(first);
  const file = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((name) =>
    /articles\/.*\.json$/.test(name),
  );
  writeFileSync(path.join(home, file ?? ''), '{ "schema": "lede.st');
  const second = await reader();
  await second.until('cannot be understood');
  second.press('j');
  await second.until(({ text }) => !text.includes('cannot be understood'));
  await quit(second);
  // Nothing is thrown away: what could not be understood is still there to be looked at.
  expect(readFileSync(path.join(home, `${file}.broken-1`), 'utf8')).toBe('{ "schema": "lede.st');
});
