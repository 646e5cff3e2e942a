import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** A place in a file: about how far into it, from 0 to 1, and the words that stand there. */
export interface EditPlace {
  progress: number;
  words: string;
}

/** How editors are told a line. Others just get the file. */
const FORMS: readonly (readonly [names: ReadonlySet<string>, args: (file: string, line: number) => string[]])[] = [
  [
    new Set('vi vim nvim nvi vis nano pico emacs emacsclient micro kak joe jed ne mg mcedit gedit gvim'.split(' ')),
    (file, line) => [`+${line}`, file],
  ],
  [new Set('hx helix zed subl'.split(' ')), (file, line) => [`${file}:${line}`]],
  [new Set('code code-insiders codium cursor'.split(' ')), (file, line) => ['--goto', `${file}:${line}`]],
  [new Set(['kate']), (file, line) => ['--line', String(line), file]],
];

/** Opens a file in `$VISUAL` or `$EDITOR`, at a place, and waits until it is closed. Returns why it did not open. */
export async function editFile(file: string, place: EditPlace): Promise<string | undefined> {
  const [command = 'vi', ...args] = (process.env['VISUAL'] || process.env['EDITOR'] || 'vi').trim().split(/\s+/);
  const form = FORMS.find(([names]) => names.has(path.basename(command)))?.[1];
  const { spawn } = await import('node:child_process');
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const own = form ? form(file, lineOf(file, place)) : [file];
  const editor = spawn(command, [...args, ...own], { stdio: 'inherit' });
  editor.on('error', ({ message }) => resolve(`${command} did not start: ${message}`));
  editor.on('exit', () => resolve(undefined));
  return promise;
}

function lineOf(file: string, place: EditPlace): number {
  try {
    return lineAt(readFileSync(file, 'utf8'), place);
  } catch {
    return 1;
  }
}

/** The line of a source on which the words stand, nearest to how far one is; else the line as far into it. */
export function lineAt(source: string, { progress, words }: EditPlace): number {
  const near = Math.floor(source.length * progress);
  const pattern = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  let best = near;
  let least = Infinity;
  if (pattern !== '') {
    for (const { index } of source.matchAll(new RegExp(pattern, 'g'))) {
      if (Math.abs(index - near) >= least) break;
      least = Math.abs(index - near);
      best = index;
    }
  }
  return source.slice(0, best).split('\n').length;
}
