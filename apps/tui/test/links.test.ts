import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildOnce } from './build-once.ts';
import { Terminal } from './terminal.ts';

const GUIDE = path.join(import.meta.dirname, 'fixtures/articles/guide.md');
const ESC = '\u001B';
const open: Terminal[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'lede-'));
const opened = path.join(folder, 'opened');

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(() => {
  buildOnce();
  // A browser and an editor that write down what they are given, and end.
  for (const name of ['browser', 'editor']) {
    writeFileSync(
      path.join(folder, name),
      `#!/bin/sh\necho "${name} $*" > "${opened}.new"; mv "${opened}.new" "${opened}"\n`,
      {
        mode: 0o755,
      },
    );
  }
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
  rmSync(opened, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function guide(rows = 24): Promise<Terminal> {
  const env = { BROWSER: path.join(folder, 'browser'), EDITOR: path.join(folder, 'editor') };
  const terminal = Terminal.reader([GUIDE], { env, rows });
  open.push(terminal);
  await terminal.until(/\d+% ·/);
  return terminal;
}

/** What the browser or editor was given, as soon as it has been. */
async function givenTo(terminal: Terminal): Promise<string> {
  while (!existsSync(opened)) {
    // A key that changes the status row, so that there is output to wait for.
    terminal.press('1');
    await terminal.until(/1 ·/);
    terminal.press(ESC);
    await terminal.until(({ text }) => !/ 1+ ·/.test(text));
  }
  return readFileSync(opened, 'utf8').trim();
}

test('Tab shows the address of a link, and o opens it in the browser', async () => {
  const terminal = await guide();
  terminal.press('\t');
  await terminal.until('https://bees.example/guide');
  const row = terminal.screen.rows.findIndex((line) => line.includes("the society's own"));
  expect(terminal.styles(row)).toContain('rrrrrrrrrrrrrrrrr');
  terminal.press('o');
  await terminal.until('Opening https://bees.example/guide');
  expect(await givenTo(terminal)).toBe('browser https://bees.example/guide');
});

test('Tab goes on to footnotes, which open where one is reading', async () => {
  const terminal = await guide();
  terminal.press('\t\t');
  await terminal.until('[1]');
  terminal.press('\r');
  await terminal.until(/── Note 1 ─+/);
  await terminal.until('it changes with the law');
  terminal.press(ESC);
  await terminal.until(({ text }) => !text.includes('── Note'));
  terminal.press(`${ESC}[Z`);
  await terminal.until('https://bees.example/guide');
});

test('letters on the links follow one', async () => {
  const terminal = await guide();
  terminal.press(';');
  await terminal.until("ahe society's own");
  terminal.press('a');
  await terminal.until('Opening https://bees.example/guide …');
});

test('copies the paragraph through the terminal', async () => {
  const terminal = await guide();
  terminal.press('}y');
  await terminal.until('Copied the paragraph');
  // eslint-disable-next-line no-control-regex
  const [, encoded = ''] = /\u001B\]52;c;([A-Za-z0-9+/=]+)\u0007/.exec(terminal.output) ?? [];
  expect(Buffer.from(encoded, 'base64').toString()).toBe('Before you start');
});

test('says when there is no address', async () => {
  const terminal = Terminal.shell(`cat "${GUIDE}" | $LEDE -t markdown`);
  open.push(terminal);
  await terminal.until(/\d+% ·/);
  terminal.press('Y');
  await terminal.until('No address to copy');
  terminal.press('o');
  await terminal.until('No address to open');
});

test('a file without an address is copied and opened as a file', async () => {
  const terminal = await guide();
  terminal.press('Y');
  await terminal.until(/Copied .*guide\.md/);
  terminal.press('o');
  expect(await givenTo(terminal)).toBe(`browser ${pathToFileURL(GUIDE).href}`);
});

test('says what it waits for while a mark, a link or the end of a selection is chosen', async () => {
  const terminal = await guide();
  terminal.press('m');
  await terminal.until('Mark: type a letter');
  terminal.press("a'");
  await terminal.until('Go to mark');
  terminal.press('a;');
  await terminal.until('Type the letters of a link');
  terminal.press('qv');
  await terminal.until('Selecting characters');
});

test('comes back from the editor to the same place, though lines came in above it', async () => {
  const file = path.join(folder, 'edited.md');
  writeFileSync(file, readFileSync(GUIDE, 'utf8'));
  writeFileSync(
    path.join(folder, 'inserter'),
    `#!/bin/sh\nsed -i 's/^## Before you start/A paragraph more.\\n\\n&/' "$1"\n`,
    { mode: 0o755 },
  );
  const terminal = Terminal.reader([file], { env: { EDITOR: path.join(folder, 'inserter') }, rows: 14 });
  open.push(terminal);
  await terminal.until(/\d+% ·/);
  terminal.press(']]');
  const before = await terminal.until(({ rows }) => rows[0]?.includes('The year') ?? false);
  terminal.press('e');
  const after = await terminal.until('Read again');
  expect(after.rows[0]?.trim()).toBe(before.rows[0]?.replace('›', '').trim());
  expect(after.rows.slice(1, 12)).toEqual(before.rows.slice(1, 12));
  terminal.press('gg');
  await terminal.until('A paragraph more.');
});

test('opens the source in the editor, and comes back', async () => {
  const terminal = await guide();
  terminal.press('e');
  await terminal.until('Read again');
  expect(readFileSync(opened, 'utf8').trim()).toBe(`editor ${GUIDE}`);
  expect(terminal.text).toContain('Keeping Bees');
  // What is pasted then is still no key.
  expect(terminal.output.lastIndexOf('\u001B[?2004h')).toBeGreaterThan(terminal.output.lastIndexOf('\u001B[?2004l'));
});

test('is not ended by ^C in the editor', async () => {
  const editor = path.join(folder, 'interrupting');
  // What the terminal does on ^C: a signal to all that run in it.
  writeFileSync(editor, `#!/bin/sh\ntrap '' INT\nkill -INT 0\n`, { mode: 0o755 });
  const terminal = Terminal.reader([GUIDE], { env: { EDITOR: editor } });
  open.push(terminal);
  await terminal.until(/\d+% ·/);
  terminal.press('e');
  await terminal.until('Read again');
});

test('sets marks, and goes back and forward through jumps', async () => {
  const terminal = await guide(14);
  terminal.press(']ma');
  const marked = await terminal.until('Mark a set');
  terminal.press('G');
  await terminal.until('100%');
  terminal.press("'a");
  await terminal.until(({ rows }) => rows[0] === marked.rows[0] && rows[5] === marked.rows[5]);
  terminal.press("''");
  await terminal.until('100%');
  terminal.press('\u000F');
  await terminal.until(({ rows }) => rows[0] === marked.rows[0]);
  terminal.press(`${ESC}[1;3C`);
  await terminal.until('100%');
  terminal.press("'x");
  await terminal.until('No mark x');
});
