import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import process from 'node:process';

/** Bytes of an input, or why there are none. */
export type InputResult = { ok: true; bytes: Uint8Array } | { ok: false; message: string };

/** The core reads no more than this, so no more is kept in memory. */
export const MAX_INPUT = 256 * 1024 * 1024;
const FIRST_CHUNK = 64 * 1024;

/** Reads a whole file into one buffer. Files that have no size of their own (pipes, /proc) are read too. */
export function readFile(path: string): InputResult {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const status = fstatSync(file);
    if (status.isDirectory()) return { ok: false, message: 'is a folder' };
    if (status.size > MAX_INPUT) return tooLarge();
    const buffer = new GrowingBuffer(status.size + 1);
    for (;;) {
      const read = readSync(file, buffer.free());
      if (read === 0) return { ok: true, bytes: buffer.bytes() };
      if (!buffer.took(read)) return tooLarge();
    }
  } catch (error) {
    return { ok: false, message: reason(error) + hintFor(path, error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Whether a path is that of a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads standard input to its end. */
export async function readStandardInput(): Promise<InputResult> {
  const buffer = new GrowingBuffer(FIRST_CHUNK);
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      if (!buffer.add(chunk)) return tooLarge();
    }
    return { ok: true, bytes: buffer.bytes() };
  } catch (error) {
    return { ok: false, message: reason(error) };
  }
}

function tooLarge(): InputResult {
  return { ok: false, message: `is larger than ${MAX_INPUT / 1024 / 1024} MiB (input-too-large)` };
}

/** Says how an address is written, where a name that is no file looks like one. */
function hintFor(name: string, error: unknown): string {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'; // the file system throws nothing else
  return isMissing && /^(?:[a-z\d-]+\.)+[a-z]{2,}\//i.test(name) ? `; a page is https://${name}` : '';
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code; // the file system throws nothing else
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  return error instanceof Error ? error.message : String(error);
}

/** One buffer that doubles, so that a large input is held once, not in pieces and again in one. */
class GrowingBuffer {
  #buffer: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(size: number) {
    this.#buffer = new Uint8Array(size);
  }

  /** Room for at least one byte, to be filled and then reported with `took`. */
  free(): Uint8Array<ArrayBuffer> {
    if (this.#length === this.#buffer.length) this.#grow(this.#length * 2);
    return this.#buffer.subarray(this.#length);
  }

  /** Whether the input is still within the limit. */
  took(bytes: number): boolean {
    this.#length += bytes;
    return this.#length <= MAX_INPUT;
  }

  add(chunk: Uint8Array): boolean {
    const needed = this.#length + chunk.length;
    if (needed > MAX_INPUT) return false;
    if (needed > this.#buffer.length) this.#grow(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.set(chunk, this.#length);
    return this.took(chunk.length);
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.max(size, FIRST_CHUNK));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
