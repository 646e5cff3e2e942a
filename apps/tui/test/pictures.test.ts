import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { encodePng } from '../src/pictures/encode/png.ts';
import { buildOnce } from './build-once.ts';
import { corners, jpegOf, seascape } from './images.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lede-pictures-'));
const article = path.join(folder, 'article.md');
const open: Terminal[] = [];
const TIDE = 'The tide comes in twice a day and nobody in the harbour looks up.';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(async () => {
  buildOnce();
  mkdirSync(path.join(folder, 'pictures'));
  writeFileSync(path.join(folder, 'pictures/corners.png'), encodePng(corners(400, 240)));
  writeFileSync(path.join(folder, 'pictures/sea.jpg'), await jpegOf(seascape(900, 500)));
  writeFileSync(path.join(folder, 'pictures/broken.png'), encodePng(corners(400, 240)).subarray(0, 60));
  writeFileSync(
    article,
    [
      '# The harbour',
      TIDE,
      '![Four corners](pictures/corners.png)',
      ...Array.from({ length: 12 }, (_, i) => `Paragraph ${i}. ${TIDE}`),
      '![The sea](pictures/sea.jpg)',
      'After the sea.',
      '![Broken](pictures/broken.png)',
      '![Elsewhere](https://pictures.invalid/a.png)',
      'The end.',
    ].join('\n\n'),
  );
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(args: readonly string[], options: TerminalOptions = {}): Terminal {
  const terminal = Terminal.reader(args, { ...options, env: { COLORTERM: 'truecolor', ...options.env } });
  open.push(terminal);
  return terminal;
}

/** A server on this machine, closed when the test is done; gives its origin. */
async function serve(answer: (path: string, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => answer(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${port}`;
}

/** The colours of half blocks in a row, from its first to its last, each once: of the upper pixels. */
function colorsIn(terminal: Terminal, row: number): string[] {
  const line = terminal.xterm.buffer.active.getLine(row);
  const colors: string[] = [];
  for (let column = 0; column < terminal.xterm.cols; column++) {
    const cell = line?.getCell(column);
    if (cell?.getChars() !== '▀') continue;
    const color = cell.getFgColor().toString(16);
    if (colors.at(-1) !== color) colors.push(color);
  }
  return colors;
}

function blockRows({ rows }: { rows: readonly string[] }): number[] {
  return rows.flatMap((row, index) => (row.includes('▀') ? [index] : []));
}

test('draws an image beside the article in half blocks, its ratio kept, over its words', async () => {
  const terminal = read(['--images=blocks', article]);
  const screen = await terminal.until((now) => blockRows(now).length > 0);
  const rows = blockRows(screen);
  // 400 by 240 pixels are 40 by 12 cells; half of 24 rows leaves 12.
  expect(rows).toHaveLength(12);
  expect(screen.rows[rows[0] ?? 0]?.trim()).toBe('▀'.repeat(40));
  expect(colorsIn(terminal, rows[0] ?? 0)).toEqual(['ff0000', 'ff00']);
  expect(colorsIn(terminal, rows[11] ?? 0)).toEqual(['ff', 'ffffff']);
  expect(screen.rows[(rows[11] ?? 0) + 1]).toContain('[image: Four corners]');
});

test('scrolls pictures with the text, in part at the top and at the bottom', async () => {
  const terminal = read(['--images=blocks', article]);
  await terminal.until((now) => blockRows(now).length === 12);
  terminal.press('jjjjjjjj');
  const top = await terminal.until((now) => blockRows(now)[0] === 0);
  expect(blockRows(top).length).toBeLessThan(12);
  expect(colorsIn(terminal, blockRows(top).at(-1) ?? 0)).toEqual(['ff', 'ffffff']);
  terminal.press('G');
  await terminal.until((now) => now.text.includes('The end.'));
  terminal.press('kkkkkkkkkkkk');
  await terminal.until((now) => blockRows(now).length > 0);
  expect(blockRows(await terminal.until((now) => blockRows(now)[0] !== 0)).length).toBeLessThanOrEqual(12);
});

test('a window covers a picture, and a search finds what it found before', async () => {
  const terminal = read(['--images=blocks', article]);
  await terminal.until((now) => blockRows(now).length === 12);
  terminal.press('?');
  expect(blockRows(await terminal.until('down half a page'))).toEqual([]);
  terminal.press('q');
  await terminal.until((now) => blockRows(now).length === 12);
  terminal.press(':');
  // What the list leaves of the picture stays in its place.
  const beside = await terminal.until('down half a page');
  expect(beside.rows[blockRows(beside)[0] ?? 0]).toMatch(/^ +▀{10,39}│/);
  terminal.press('\r'); // down a line
  await terminal.until((now) => now.text.includes('▀'.repeat(40)));
  terminal.press('/four corners');
  await terminal.until('no match');
  terminal.press('\u0003');
  terminal.press('/tide\r');
  await terminal.until('1/13');
});

test('shows words where nobody asked for half blocks, and draws on a key', async () => {
  const terminal = read([article], { env: { NO_COLOR: '1' } });
  expect(blockRows(await terminal.until('[image: Four corners]'))).toEqual([]);
  terminal.press('I');
  await terminal.until((now) => blockRows(now).length === 12);
  expect(colorsIn(terminal, blockRows(terminal.screen)[0] ?? 0)).toEqual(['ff0000', 'ff00']);
  terminal.press('I');
  await terminal.until((now) => blockRows(now).length === 0 && now.text.includes('Images as words'));
});

test('fits pictures anew when the window changes', async () => {
  const terminal = read(['--images=blocks', article]);
  await terminal.until((now) => blockRows(now).length === 12);
  terminal.resize(40, 14);
  await terminal.until(({ rows }) => rows.filter((row) => row.trim() === '▀'.repeat(23)).length === 7);
});

test('a broken image is its words alone, and takes no room once it has been out of sight', async () => {
  const terminal = read(['--images=blocks', article]);
  await terminal.until((now) => blockRows(now).length === 12);
  terminal.press('G');
  const end = await terminal.until((now) => now.text.includes('The end.') && blockRows(now).length > 0);
  expect(end.text).toContain('[image: Broken]');
  expect(end.text).toContain('[image: Elsewhere]');
});

test("fetches the pictures of a page, and never those of a file's, unless it is asked to", async () => {
  const asked: string[] = [];
  const origin = await serve((url, response) => {
    asked.push(url);
    const isPicture = url.endsWith('.png');
    response.writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/html' });
    response.end(isPicture ? encodePng(corners(400, 240)) : page);
  });
  const page = `<!doctype html><title>Harbour</title><article><h1>Harbour</h1><p>${TIDE} ${TIDE} ${TIDE}</p><img src="/a.png" alt="A"><p>${TIDE} ${TIDE} ${TIDE}</p></article>`;
  const fetched = read(['--images=blocks', `${origin}/page`], { rows: 40 });
  const screen = await fetched.until((now) => blockRows(now).length > 0);
  // The room was made before anyone knew the size; the text below it does not move when the picture comes.
  expect(blockRows(screen).length).toBe(12);
  expect(asked).toEqual(['/page', '/a.png']);

  const file = path.join(folder, 'saved.html');
  writeFileSync(file, page.replaceAll('/a.png', `${origin}/b.png`));
  const saved = read(['--images=blocks', '--media-type=html', file], { rows: 40 });
  await saved.until('[image: A]');
  saved.press('jk/tide\r');
  await saved.until('1/6');
  expect(asked).toEqual(['/page', '/a.png']);
  saved.press('L');
  await saved.until((now) => blockRows(now).length > 0);
  expect(asked).toEqual(['/page', '/a.png', '/b.png']);
});

/** What terminals answer: to Kitty's question, to their name, to a cell's size, and to their attributes. */
const KITTY_QUERY = '\u001B_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001B\\';
const NAME_QUERY = '\u001B[>q';
const CELL_QUERY = '\u001B[16t';
const LAST_QUERY = '\u001B[c';
const CELL = '\u001B[6;20;10t';
const KITTY = {
  [KITTY_QUERY]: '\u001B_Gi=31;OK\u001B\\',
  [NAME_QUERY]: '\u001BP>|kitty(0.42.1)\u001B\\',
  [CELL_QUERY]: CELL,
  [LAST_QUERY]: '\u001B[?62;c',
};
const FOOT = {
  [NAME_QUERY]: '\u001BP>|foot(1.21.0)\u001B\\',
  [CELL_QUERY]: CELL,
  [LAST_QUERY]: '\u001B[?62;4;22c',
};
const ITERM = {
  [NAME_QUERY]: '\u001BP>|iTerm2 3.5.4\u001B\\',
  [CELL_QUERY]: CELL,
  [LAST_QUERY]: '\u001B[?64;1;2;4c',
};
const PLACEHOLDER = '\u{10EEEE}';

/** Rows of the screen that show a picture by placeholders. */
function placeholderRows({ rows }: { rows: readonly string[] }): number[] {
  return rows.flatMap((row, index) => (row.includes(PLACEHOLDER) ? [index] : []));
}

/** Numbers of the images that were given to the terminal, and of those that were taken from it. */
function kittyImages({ output }: Terminal): { given: string[]; taken: string[] } {
  const numbers = (pattern: RegExp): string[] => [...output.matchAll(pattern)].map((match) => match[1] ?? '');
  return { given: numbers(/\u001B_Ga=T,[^;]*?,i=(\d+)/g), taken: numbers(/\u001B_Ga=d,[^;]*?,i=(\d+)/g) };
}

test('gives Kitty an image once, and shows it by placeholders that scroll with the text', async () => {
  const terminal = read([article], { answers: KITTY });
  const screen = await terminal.until((now) => placeholderRows(now).length === 12);
  const first = placeholderRows(screen)[0] ?? 0;
  expect(Array.from(screen.rows[first] ?? '').filter((character) => character === PLACEHOLDER)).toHaveLength(40);
  const [image] = kittyImages(terminal).given;
  expect(terminal.xterm.buffer.active.getLine(first)?.getCell(5)?.getFgColor()).toBe(Number(image));
  terminal.press('jjjjjjjj');
  const scrolled = await terminal.until((now) => placeholderRows(now)[0] === 0);
  // The top row on the screen is no longer the first of the picture.
  expect(scrolled.rows[0]?.trim().startsWith(`${PLACEHOLDER}\u0305`)).toBe(false);
  expect(kittyImages(terminal).given.filter((number) => number === image)).toHaveLength(1);
  terminal.press('?');
  expect(placeholderRows(await terminal.until('down half a page'))).toEqual([]);
});

test.each([
  ['q', 'q'],
  ['^Z', '\u001A'],
])('takes everything from Kitty again on %s, and leaves nothing on the screen', async (_, keys) => {
  const terminal = Terminal.shell(`set -m; echo before; $LEDE "${article}"; echo "left"; read line; fg`, {
    answers: KITTY,
    env: { COLORTERM: 'truecolor' },
  });
  open.push(terminal);
  await terminal.until((now) => placeholderRows(now).length === 12);
  terminal.press(keys);
  const screen = await terminal.until('left');
  expect(screen.text).not.toContain(PLACEHOLDER);
  const { given, taken } = kittyImages(terminal);
  expect(given.length).toBeGreaterThan(0);
  expect(new Set(taken)).toEqual(new Set(given));
  if (keys === 'q') return;
  terminal.press('\r');
  await terminal.until((now) => placeholderRows(now).length === 12);
  // What was taken has been given again.
  const again = kittyImages(terminal);
  expect(again.taken).not.toContain(again.given.at(-1));
});

test.each([
  ['sixels', FOOT, /\u001BP0;1q/g],
  ["iTerm2's images", ITERM, /\u001B\]1337;File=/g],
] as const)(
  'draws by %s a strip for each row, anew where rows move, and nothing under a window',
  async (_, answers, start) => {
    const terminal = read([article], { answers });
    const strips = (): number => terminal.output.match(start)?.length ?? 0;
    await terminal.until(() => strips() === 12);
    const shown = await terminal.until('[image: Four corners]');
    expect(shown.rows.filter((row) => row === '').length).toBeGreaterThan(11);
    terminal.press('j');
    // Only rows that show another part of it now.
    await terminal.until(() => strips() > 12);
    const before = strips();
    terminal.press('?');
    await terminal.until('down half a page');
    expect(strips()).toBe(before);
    terminal.press('q');
    await terminal.until(() => strips() === before + 12);
    terminal.press('q');
    await terminal.ended();
    expect(terminal.screen.isAlternate).toBe(false);
  },
);

test('takes no answer for keys, in one terminal or another', async () => {
  for (const answers of [KITTY, FOOT, ITERM]) {
    const terminal = read([article], { answers });
    const screen = await terminal.until(/\d+% · /);
    expect(screen.rows.at(-1)).not.toMatch(/Not found|Find|\/|;/);
    terminal.press('q');
    expect(await terminal.ended()).toMatchObject({ code: 0 });
  }
});

test('asks for another size of cells with the window, and draws anew', async () => {
  const answers: Record<string, string> = { ...FOOT };
  const terminal = read([article], { answers });
  await terminal.until(() => terminal.output.includes('q"1;1;400;20'));
  answers[CELL_QUERY] = '\u001B[6;40;20t';
  terminal.resize(80, 30);
  await terminal.until(() => terminal.output.includes('q"1;1;800;40'));
});

test('what arrives late moves nothing that is on the screen, and gets its own room once it is out of sight', async () => {
  const asked = Promise.withResolvers<ServerResponse>();
  const origin = await serve((url, response) => {
    if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else asked.resolve(response);
  });
  const paragraphs = Array.from({ length: 30 }, (_, i) => `<p>Paragraph ${i}. ${TIDE} ${TIDE}</p>`).join('');
  const page = `<!doctype html><title>Harbour</title><article><h1>Harbour</h1><p>${TIDE}</p><img src="/a.png" alt="A">${paragraphs}</article>`;
  const terminal = read(['--images=blocks', `${origin}/page`], { rows: 30 });
  const before = (await terminal.until('[image: A]')).rows.findIndex((row) => row.includes('[image: A]'));
  const response = await asked.promise;
  response.writeHead(200, { 'content-type': 'image/png' }).end(encodePng(corners(200, 40)));
  const drawn = await terminal.until((now) => blockRows(now).length > 0);
  expect(drawn.rows.findIndex((row) => row.includes('[image: A]'))).toBe(before);
  expect(blockRows(drawn)).toHaveLength(2);
  terminal.press('G');
  await terminal.until('100%');
  terminal.press('gg');
  const again = await terminal.until((now) => blockRows(now).length === 2 && now.text.includes('Paragraph 3.'));
  expect(again.rows.findIndex((row) => row.includes('[image: A]'))).toBeLessThan(before);
});

test('quits at once while images are on their way', async () => {
  const asked = Promise.withResolvers<ServerResponse>();
  const page = `<!doctype html><title>Harbour</title><article><h1>Harbour</h1><p>${TIDE}</p><img src="/a.png" alt="A"><p>${TIDE}</p></article>`;
  const origin = await serve((url, response) => {
    if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else asked.resolve(response); // and says nothing
  });
  const terminal = read(['--images=blocks', `${origin}/page`]);
  await asked.promise;
  terminal.press('q');
  expect(await terminal.ended()).toMatchObject({ code: 0 });
});
