import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildOnce, READER } from './build-once.ts';
import { Terminal } from './terminal.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(buildOnce);

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'lede-clip-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program of the clipboard's, in place of the real one. `$*` is how it was called. */
function tool(name: string, script: string): void {
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** The reader where only those programs can be found that the test has written. */
function lede(args: readonly string[], display: Record<string, string>): ReturnType<typeof spawnSync> {
  const env = { PATH: folder, XDG_STATE_HOME: folder, ...display };
  return spawnSync(process.execPath, [READER, ...args], { env, encoding: 'utf8' });
}

const WAYLAND = { WAYLAND_DISPLAY: 'wayland-0' };
const X11 = { DISPLAY: ':0' };
const NO_HTML = '*text/html*) echo "Clipboard content is not available as requested type" >&2; exit 1;;';

test('reads the text that was copied', () => {
  tool('wl-paste', `case "$*" in ${NO_HTML} *) printf '# Copied\\n\\nSome *words*.\\n';; esac`);
  expect(lede(['--clipboard', '--html', '-t', 'markdown'], WAYLAND)).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('<p>Some <em>words</em>.</p>'),
  });
});

test('keeps the structure of what was copied from a page', () => {
  tool(
    'wl-paste',
    `case "$*" in *text/html*) printf '<h2>Part</h2><ul><li>one<li>two</ul>';; *) printf 'Part one two';; esac`,
  );
  expect(lede(['--clipboard', '--markdown'], WAYLAND).stdout).toBe('## Part\n\n- one\n- two\n');
});

test('takes the text where the HTML is nothing but the colours of an editor', () => {
  tool(
    'wl-paste',
    `case "$*" in *text/html*) printf '<div><span># Part</span></div>';; *) printf '# Part\\n\\nText.';; esac`,
  );
  expect(lede(['--clipboard', '--html'], WAYLAND).stdout).toContain('<h1>Part</h1>');
});

test('goes on to the next program where the first is missing or fails', () => {
  tool('xclip', 'echo "Error: Can\'t open display: :0" >&2; exit 1');
  tool('xsel', "printf 'From xsel.'");
  expect(lede(['--clipboard'], { ...WAYLAND, ...X11 })).toMatchObject({ status: 0, stdout: 'From xsel.\n' });
});

test.each([
  ['there is no display', {}, '', /there is no display here .*\(clipboard-unavailable\)\n$/],
  ['no program is installed', X11, '', /install wl-clipboard.*xclip or xsel.*\(clipboard-unavailable\)\n$/],
  [
    'the program fails',
    X11,
    'echo "Error: Can\'t open display: :0" >&2; exit 1',
    /xclip: Error: Can't open display: :0 \(clipboard-unavailable\)\n$/,
  ],
  [
    'nothing is copied',
    X11,
    'echo "Error: target UTF8_STRING not available" >&2; exit 1',
    /it holds no text \(clipboard-empty\)\n$/,
  ],
  ['only white space is copied', X11, "printf ' \\n'", /it holds no text \(clipboard-empty\)\n$/],
])('says in one line what is wrong where %s', (_, display, script, message) => {
  if (script !== '') tool('xclip', script);
  const { status, stdout, stderr } = lede(['--clipboard'], display);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^lede: the clipboard cannot be read: /);
  expect(stderr).toMatch(message);
});

test('opens the page whose address was copied, and reads the clipboard again on R', async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/markdown');
    response.end('# Fetched\n\nIt came from the address.\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const copied = path.join(folder, 'copied');
  writeFileSync(copied, ` http://127.0.0.1:${port}/page\n`);
  tool('xsel', `/bin/cat "${copied}"`);
  const terminal = Terminal.reader(['--clipboard'], { env: { ...X11, PATH: folder } });
  await terminal.until('It came from the address.');
  writeFileSync(copied, 'Copied since then.');
  terminal.press('R');
  await terminal.until('Copied since then.');
  terminal.press('q');
  await terminal.ended();
  terminal.close();
  server.close();
});
