import { statSync } from 'node:fs';
import process from 'node:process';
import { isAddress, isPath } from './input-kind.ts';

/** What takes longer is said to go on. */
const PATIENCE_MS = 200;
const SECOND_MS = 1000;
/** A larger file may take longer than that, and nothing else happens meanwhile. */
const LARGE_BYTES = 1_000_000;

/**
 * Says on standard error that an input is being opened, where that takes longer than one waits without a word; the
 * line is gone when it is done. `isSpoken`: for a screen reader nothing is erased, and it is said once.
 */
export async function withProgress<T>(input: string, isSpoken: boolean, open: () => Promise<T>): Promise<T> {
  const isLarge = isPath(input) && (statSync(input, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES;
  // Asked last: a stream for the terminal takes longer to make than most files to read.
  if ((!isLarge && !isAddress(input)) || !process.stderr.isTTY) return open();
  const started = performance.now();
  let isShown = false;
  const show = (): void => {
    const seconds = Math.floor((performance.now() - started) / SECOND_MS);
    const text = `Opening ${input} …${seconds === 0 ? '' : ` ${seconds} s`}`;
    if (isSpoken && !isShown) process.stderr.write(`${text}\n`);
    if (!isSpoken) process.stderr.write(`\r\u001B[K${cut(text)}`);
    isShown = true;
  };
  if (isLarge) show();
  const first = isAddress(input) ? setTimeout(show, PATIENCE_MS) : undefined;
  const ticking = isAddress(input) ? setInterval(show, SECOND_MS) : undefined;
  try {
    return await open();
  } finally {
    clearTimeout(first);
    clearInterval(ticking);
    if (isShown && !isSpoken) process.stderr.write('\r\u001B[K');
  }
}

/** On one row: a second one could not be erased. */
function cut(text: string): string {
  const room = (process.stderr.columns || 80) - 1;
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
