import process from 'node:process';

/** Smaller inputs fit into what the process takes anyway. In bytes. */
const LARGE = 16_000_000;

/**
 * Before a large input is parsed: keeps V8's space for young objects as small as it is. It would grow to tens of
 * megabytes, which then stay taken; of a text of 50 MB that was a fifth of the memory, and costs no time.
 */
export function keepYoungMemorySmall(size: number): void {
  if (size >= LARGE) process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
}
