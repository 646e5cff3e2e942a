import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runDetached } from './run-detached.ts';

/** Addresses that are handed to the system; an article must not start anything else. */
const OPENABLE = /^(?:https?|mailto|tel):/i;

/** Opens an address in the browser (`$BROWSER`, or the system's own). `failed` gets the reason if it cannot. */
export function openInBrowser(url: string, failed: (why: string) => void): void {
  if (!OPENABLE.test(url)) return failed(`Not an address to open: ${url}`);
  start(url, failed);
}

/** Opens a file in the browser: one that the user named, never one that an article does. */
export function openFileInBrowser(file: string, failed: (why: string) => void): void {
  start(pathToFileURL(path.resolve(file)).href, failed);
}

function start(url: string, failed: (why: string) => void): void {
  const [command, ...args] = browserCommand();
  void runDetached(command, [...args, url], undefined, () => failed(`${command} could not open ${url}`));
}

function browserCommand(): [string, ...string[]] {
  const own = process.env['BROWSER']?.split(':')[0]?.replace(/\s*%s\s*$/, '');
  if (own) return [own];
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
