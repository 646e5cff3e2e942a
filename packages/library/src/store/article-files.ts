import { existsSync, readdirSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { libraryError, type LibraryError } from '../errors.ts';
import type { ArticleState } from '../state/types.ts';
import { UNFINISHED } from './atomic-write.ts';
import { readStateFile } from './state-file.ts';
import { isArticleFile, type StorePaths } from './store-paths.ts';
import { isMissing, reasonOf } from './system-error.ts';

/** Reads all states of a folder, in the order of their keys. */
export function listStates({ articles }: StorePaths): { states: ArticleState[]; problems: LibraryError[] } {
  const states: ArticleState[] = [];
  const problems: LibraryError[] = [];
  let names: string[] = [];
  try {
    names = readdirSync(articles);
  } catch (cause) {
    if (!isMissing(cause)) problems.push(libraryError('state-unreadable', reasonOf(cause), { file: articles, cause }));
  }
  for (const name of names.filter(isArticleFile)) {
    const file = readStateFile(path.join(articles, name));
    if (file.kind === 'good') states.push(file.state);
    if (file.kind === 'bad') problems.push(file.error);
  }
  return { states: states.toSorted((a, b) => (a.key < b.key ? -1 : 1)), problems };
}

/** Gives a file a name under which it is kept and no longer used. Called under the lock. Returns the name. */
export async function setAside(file: string): Promise<string> {
  let n = 1;
  while (existsSync(`${file}.broken-${n}`)) n++;
  const aside = `${file}.broken-${n}`;
  await rename(file, aside);
  return aside;
}

/** A writer that is still at it is not this old. */
const ABANDONED_MS = 60_000;

/** Removes what writers that were killed have left half written. */
export async function removeUnfinished({ folder, articles }: StorePaths): Promise<void> {
  for (const parent of [folder, articles]) {
    for (const name of await readdir(parent)) {
      if (!name.endsWith(UNFINISHED)) continue;
      const file = path.join(parent, name);
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
