import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Editors that take `+LINE` before the file. */
const TAKES_LINE: ReadonlySet<string> = new Set([
  'vi',
  'vim',
  'nvim',
  'nano',
  'emacs',
  'emacsclient',
  'micro',
  'kak',
  'joe',
]);

/**
 * Opens a file in `$VISUAL` or `$EDITOR`, about `progress` (0 to 1) into it, and waits until it is closed.
 * Returns why it did not open.
 */
export async function editFile(file: string, progress: number): Promise<string | undefined> {
  const [command = 'vi', ...args] = (process.env['VISUAL'] || process.env['EDITOR'] || 'vi').trim().split(/\s+/);
  const at = TAKES_LINE.has(path.basename(command)) ? [`+${lineAt(file, progress)}`] : [];
  const { spawn } = await import('node:child_process');
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const editor = spawn(command, [...args, ...at, file], { stdio: 'inherit' });
  editor.on('error', ({ message }) => resolve(`${command} did not start: ${message}`));
  editor.on('exit', () => resolve(undefined));
  return promise;
}

/** The line that stands at a share of a file's length. */
function lineAt(file: string, progress: number): number {
  try {
    const text = readFileSync(file, 'utf8');
    return text.slice(0, Math.floor(text.length * progress)).split('\n').length;
  } catch {
    return 1;
  }
}
