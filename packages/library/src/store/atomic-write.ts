import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** Reading habits are nobody else's business. */
const PRIVATE_FILE = 0o600;

/**
 * Replaces a file in one step: whoever reads it finds the old text or the new, also when the process is
 * killed or the power fails in between. Throws what the file system throws.
 *
 * @param beforeRename Asked when the new text is safe on disk; `false` gives the replacement up.
 * @returns Whether the file was replaced.
 */
export async function writeAtomically(
  file: string,
  text: string,
  beforeRename: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> {
  const fresh = `${file}.${process.pid}-${counter++}${UNFINISHED}`;
  try {
    const handle = await open(fresh, 'wx', PRIVATE_FILE);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await beforeRename())) {
      await rm(fresh, { force: true });
      return false;
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined); // the first error is the one to tell
    throw error;
  }
  await syncFolder(path.dirname(file));
  return true;
}

/** Ends the name of a file that is being written, or was when its writer was killed. */
const UNFINISHED = '.tmp';

/** Two stores of one process never write the same file name. */
let counter = 0;

/** Makes the new name last, too. Some systems cannot open a folder; there the name is safe a little later. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // See above: nothing is lost by going on.
  }
}

/** A writer that is still at it is not this old. */
const ABANDONED_MS = 60_000;

/** Removes what writers that were killed have left half written in these folders. */
export async function removeUnfinished(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      if (!name.endsWith(UNFINISHED)) continue;
      const file = path.join(folder, name);
      const age = await ageOf(file);
      if (age !== undefined && age > ABANDONED_MS) await rm(file, { force: true });
    }
  }
}

/** In milliseconds; `undefined` where the file is gone. */
async function ageOf(file: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch {
    return undefined;
  }
}
