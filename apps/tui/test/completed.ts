import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Shell } from '../src/cli/options.ts';
import { completionScript } from '../src/cli/completions/completions.ts';
import { Terminal } from './terminal.ts';

/** What is typed before Tab, and the arguments that `lede` gets then. */
export const CASES: readonly [typed: string, args: readonly string[]][] = [
  [String.raw`my\ f`, ['my file.md']],
  ['"my f', ['my file.md']],
  [String.raw`my\ d`, ['my dir']],
  ['my-dir/in', ['my-dir/inner.html']],
  ['other', ['other[1].TXT']],
  ["it\\'", ["it's $5.md"]],
  ['pic', ['picture.png']],
  ['--mark', ['--markdown']],
  ['-t text/h', ['-t', 'text/html']],
  ['--media-type text/m', ['--media-type', 'text/markdown']],
  ['--media-type=text/p', ['--media-type=text/plain']],
  ['--completions f', ['--completions', 'fish']],
  ['--config READ', ['--config', 'README']],
  ['--width 60 my-d', ['--width', '60', 'my-dir']],
  ['high', ['highlights']],
  ['highlights --j', ['highlights', '--json']],
  [String.raw`highlights --text my\ f`, ['highlights', '--text', 'my file.md']],
];

const FILES = [
  'my file.md',
  'my dir/inner.html',
  'my-dir/inner.html',
  'other[1].TXT',
  "it's $5.md",
  'picture.png',
  'README',
];

/** How a shell starts without anyone's settings, and reads its lines. */
const START: Readonly<Record<Shell, readonly [command: string, ...args: string[]]>> = {
  bash: ['bash', '--norc', '--noprofile', '-i'],
  zsh: ['zsh', '-f', '-i'],
  fish: ['fish', '--no-config', '-i'],
};
const PREPARE: Readonly<Record<Shell, string>> = {
  bash: `PS1='$ '; bind 'set enable-bracketed-paste off'; lede() { printf 'got'; printf '<%s>' "$@"; echo; }; . ../script`,
  zsh: `PS1='$ '; autoload -Uz compinit; compinit -D; lede() { printf got; printf '<%s>' "$@"; echo }; . ../script`,
  fish: `function lede; printf got; printf '<%s>' $argv; echo; end; function fish_prompt; echo '$ '; end; source ../script`,
};

/**
 * The arguments that `lede` gets for each of the cases, in an interactive shell in a folder with those files; the
 * slash after a folder, which zsh takes away again, is left out.
 */
export async function completed(shell: Shell): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lede-complete-'));
  const cwd = path.join(folder, 'files');
  for (const file of FILES) {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), 'x');
  }
  writeFileSync(path.join(folder, 'script'), completionScript(shell));
  const [command, ...args] = START[shell];
  const terminal = new Terminal(command, args, { cwd, columns: 120, rows: 60, env: { HOME: folder } });
  try {
    const got: string[] = [];
    terminal.press(`${PREPARE[shell]}; lede ready\r`);
    await terminal.until('got<ready>');
    for (const [typed] of CASES) {
      const before = terminal.output.length;
      // A shell takes one key after the other: the line is run when it has been completed.
      terminal.press(`lede ${typed}\t\r`);
      await terminal.until(() => /got<[^\r\n]*>\r?\n/.test(terminal.output.slice(before)));
      got.push(/got(<[^\r\n]*>)\r?\n/.exec(terminal.output.slice(before))?.[1]?.replaceAll('/>', '>') ?? '');
    }
    return got;
  } finally {
    terminal.close();
    rmSync(folder, { recursive: true });
  }
}
