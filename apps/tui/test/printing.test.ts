import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parse, validate } from '@lede/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildOnce, READER } from './build-once.ts';
import { Terminal } from './terminal.ts';

const ARTICLES = path.join(import.meta.dirname, 'fixtures/articles');
const HARBOUR = path.join(ARTICLES, 'harbour.txt');
const GUIDE = path.join(ARTICLES, 'guide.md');
const folder = mkdtempSync(path.join(tmpdir(), 'lede-print-'));

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);
afterAll(() => rmSync(folder, { recursive: true }));

function lede(
  args: readonly string[],
  input: string | Uint8Array = '',
): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env['PATH'], XDG_STATE_HOME: folder };
  return spawnSync(process.execPath, [READER, ...args], { input, env, encoding: 'utf8' });
}

test('prints wrapped text where standard output is no terminal', () => {
  const { status, stdout, stderr } = lede([HARBOUR]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.startsWith('The Harbour That Moved\n\n')).toBe(true);
  expect(stdout).toMatch(/back to bed\.\n$/);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(stdout).not.toContain('\u001B');
});

test('wraps to the width that is asked for, or not at all', () => {
  const widest = (width: string) =>
    Math.max(
      ...lede(['--width', width, HARBOUR])
        .stdout.split('\n')
        .map((line) => line.length),
    );
  expect(widest('40')).toBeLessThanOrEqual(40);
  expect(widest('0')).toBeGreaterThan(200);
});

test('reads standard input, named or not', () => {
  const text = readFileSync(HARBOUR);
  const { stdout } = lede(['-t', 'text', HARBOUR]);
  expect(lede(['-t', 'text', '-'], text).stdout).toBe(stdout);
  expect(lede(['-t', 'text'], text).stdout).toBe(stdout);
});

test('prints a document that validates, the very one that the core gives', () => {
  const { stdout } = lede(['--json', GUIDE]);
  const document: unknown = JSON.parse(stdout);
  expect(validate(document)).toMatchObject({ ok: true });
  const parsed = parse(readFileSync(GUIDE), { mediaType: 'text/markdown' });
  expect(parsed.ok && document).toEqual(parsed.ok && parsed.article);
});

test('prints Markdown and HTML', () => {
  expect(lede(['--markdown', GUIDE]).stdout).toContain('## Before you start');
  const { stdout } = lede(['--html', GUIDE]);
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).toContain('<h2>Before you start</h2>');
});

test('prints a program as it is, and as prose only where that is asked for', () => {
  const program = path.join(folder, 'tide.py');
  const text = 'def tide(hour):\n    if hour > 6:\n        return "high"\n    return "low"\n';
  writeFileSync(program, text);
  expect(lede([program]).stdout).toBe(text);
  expect(JSON.parse(lede(['--json', program]).stdout)).toMatchObject({ blocks: [{ type: 'code', lang: 'python' }] });
  writeFileSync(program, 'A headline\n\nSome prose stands here.\n\nAnd more.\n');
  expect(JSON.parse(lede(['--json', '-t', 'text', program]).stdout)).toMatchObject({ meta: { title: 'A headline' } });
});

test('takes several files, one after the other', () => {
  const { stdout } = lede([HARBOUR, GUIDE]);
  expect(stdout.indexOf('The Harbour That Moved')).toBeLessThan(stdout.indexOf('Keeping Bees on a Roof'));
  const lines = lede(['--json', HARBOUR, GUIDE]).stdout.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { schema: string }).schema)).toEqual([
    'lede.article/1',
    'lede.article/1',
  ]);
});

test('says in one line why an article cannot be read, and ends with 1', () => {
  const empty = path.join(folder, 'empty.txt');
  writeFileSync(empty, ' \n\n');
  const binary = path.join(folder, 'picture.png');
  writeFileSync(
    binary,
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0]),
  );
  for (const [args, wanted] of [
    [[path.join(folder, 'none.txt')], /^lede: .*none\.txt: no such file\n$/],
    [['example.org/story'], /^lede: example\.org\/story: no such file; a page is https:\/\/example\.org\/story\n$/],
    [[empty], /^lede: .*empty\.txt: .*\(input-empty\)\n$/],
    [[binary], /^lede: .*picture\.png: .*\(input-binary\)\n$/],
    [['-t', 'image/png', HARBOUR], /^lede: .*\(options-invalid\)\n$/],
  ] as const) {
    const { status, stdout, stderr } = lede(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(wanted);
  }
});

test('a file that cannot be read does not keep the others from being printed', () => {
  const { status, stdout, stderr } = lede([path.join(folder, 'none.txt'), HARBOUR]);
  expect(status).toBe(1);
  expect(stdout).toContain('The Harbour That Moved');
  expect(stderr).toContain('no such file');
});

test('explains wrong usage, and ends with 2', () => {
  const { status, stderr } = lede(['--jsn', HARBOUR]);
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'lede: unknown option --jsn; see lede --help\n' });
});

test('prints help and version', () => {
  const { status, stdout } = lede(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: lede');
  expect(lede(['--version']).stdout).toMatch(/^lede \d+\.\d+\.\d+\n$/);
});

test('ends quietly when nobody reads on', async () => {
  const long = path.join(folder, 'long.txt');
  writeFileSync(long, 'A line of a long text.\n\n'.repeat(100_000));
  const terminal = Terminal.shell(`$LEDE "${long}" 2>&1 | head -1; echo "then $?"`);
  const screen = await terminal.until('then 0');
  expect(screen.text.trim().split('\n')).toHaveLength(2);
  terminal.close();
});

test('prints on a terminal that cannot be drawn on', async () => {
  const terminal = Terminal.reader([HARBOUR], { env: { TERM: 'dumb' }, rows: 60 });
  expect(await terminal.ended()).toEqual({ code: 0, signal: 0 });
  expect(terminal.text).toContain('goes back to bed.');
  expect(terminal.output).not.toContain('\u001B');
  terminal.close();
});

test('prints where there is no terminal at all to take keys from', async () => {
  const terminal = Terminal.shell(`cat "${HARBOUR}" | setsid -w $LEDE; echo "code $?"`, { rows: 60 });
  await terminal.until('code 0');
  expect(terminal.text).toContain('goes back to bed.');
  terminal.close();
});

describe('--why', () => {
  const PAGE = `<!doctype html><title>Tides</title><body><nav class="menu"><a href="/">Home</a></nav><article class="post"><p>${'The sea rises twice a day along this coast, and the harbour master writes it down. '.repeat(3)}</p></article></body>`;

  test('tells of every block of a page whether it was kept, and what decided', () => {
    const { status, stdout, stderr } = lede(['--why', '-t', 'html', '-'], PAGE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^standard input\nChosen block by block\.\nKept 1 of 2 blocks, 48 of 49 words\./);
    expect(stdout).toMatch(/^- 0\.\d\d +1 words {2}html > body > nav\.menu > a/m);
    expect(stdout).toMatch(/^\+ \d\.\d\d +48 words {2}html > body > article\.post > p\n {2}The sea rises/m);
    expect(stdout).toMatch(/^ {2}\S+ [\d.e+-]+ [+−]\d\.\d\d( · |$)/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('tells programs the same', () => {
    const why = JSON.parse(lede(['--why', '--json', '-t', 'html', '-'], PAGE).stdout) as {
      trace: { blocks: unknown[] };
    };
    expect(why).toMatchObject({
      input: 'standard input',
      trace: { source: 'blocks', kinds: { reading: expect.any(Number) }, confidence: expect.any(Number) },
    });
    expect(why.trace.blocks[1]).toMatchObject({ path: 'html > body > article.post > p', words: 48, kept: true });
  });

  test('says where there is nothing to explain, or no article', () => {
    expect(lede(['--why', HARBOUR]).stdout).toBe(
      `${HARBOUR}\nKept whole: it is not a web page, or only a part of one.\n`,
    );
    const login = '<!doctype html><title>Sign in</title><form><input><button>Sign in</button></form>';
    const { status, stdout } = lede(['--why', '-t', 'html', '-'], login);
    expect([status, stdout.includes('(no-article-found)'), stdout.includes('Kept 1 of 1 blocks')]).toEqual([
      1,
      true,
      true,
    ]);
    expect(lede(['--why', '--markdown', HARBOUR])).toMatchObject({ status: 2 });
  });
});
