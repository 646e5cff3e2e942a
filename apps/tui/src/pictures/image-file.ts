import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** More than photographs have. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * The first `most` bytes of a file, or all of it; `undefined` where it cannot be read or is larger than 32 MiB.
 * Only files that lie on a disk are read: a pipe or a device would never end.
 */
export function readImageFile(path: string, most?: number): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // Windows has none
    const status = fstatSync(file);
    if (!status.isFile() || status.size > MAX_BYTES) return undefined;
    const buffer = new Uint8Array(Math.min(most ?? status.size, status.size));
    return buffer.subarray(0, readSync(file, buffer));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
