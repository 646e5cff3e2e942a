import { watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; the last one counts. */
const SETTLE_MS = 100;

/** Calls `changed` when a file has been written anew, in place or by a new file in its stead. Returns what stops it. */
export function watchFile(file: string, changed: () => void): () => void {
  const absolute = path.resolve(file);
  let timer: NodeJS.Timeout | undefined;
  // The folder, because a watch on the file itself stays with the old one when it is replaced.
  const watcher = watch(path.dirname(absolute), (_event, name) => {
    if (name !== null && name !== path.basename(absolute)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  });
  watcher.on('error', () => {});
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
