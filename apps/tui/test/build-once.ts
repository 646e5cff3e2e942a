import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SOURCES = [path.join(root, 'src'), path.join(root, 'scripts'), path.join(root, '../../packages/core/src')];

/** Path of the built reader. */
export const READER: string = path.join(root, 'dist/lede.js');

/** Builds the reader if any source is newer than the last build. */
export function buildOnce(): void {
  const built = statSync(READER, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((folder) => newestIn(folder) < built)) return;
  const build = spawnSync(process.execPath, ['-C', '@lede/source', path.join(root, 'scripts/build.ts')], {
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`the reader could not be built:\n${build.stderr}`);
}

function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.test.ts')) continue;
    newest = Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}
