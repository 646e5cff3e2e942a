import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { type Failure, failure } from '../errors.ts';
import { mergeStates } from '../state/merge.ts';
import { withoutOldRemovals } from '../state/old-removals.ts';
import type { ArticleState, RecentArticle } from '../state/types.ts';
import { removeUnfinished, writeAtomically } from './atomic-write.ts';
import { listRecent } from './list-states.ts';
import { acquireLock, type Lock } from './lock.ts';
import { readRecent, recentOf, withRecent, writeRecent } from './recent-articles.ts';
import { readStateFile } from './state-file.ts';
import { articleFile, type StorePaths } from './store-paths.ts';

export interface SaveSuccess {
  ok: true;
  /** What is kept now: the given state, with what other readers have saved meanwhile. */
  state: ArticleState;
  /** Where a file that could not be understood has been put. */
  setAside?: string;
}

export interface SaveOptions {
  now: Date;
  /** Milliseconds to wait for the lock; the lock's own measure where absent. */
  patience: number | undefined;
  /** Whether to clear away what writers that were killed have left. */
  sweep: boolean;
}

/** Times that a save begins anew because its lock was taken for stale; more means a machine out of order. */
const MAX_ATTEMPTS = 3;
const PRIVATE_FOLDER = 0o700;

/**
 * Merges a state into its file, under the lock of the folder. Throws what the file system throws. See
 * `StateStore.save`.
 */
export async function saveState(
  paths: StorePaths,
  state: ArticleState,
  options: SaveOptions,
): Promise<SaveSuccess | Failure> {
  await mkdir(paths.articles, { recursive: true, mode: PRIVATE_FOLDER });
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const lock = await acquireLock(paths.lock, options.patience);
    if (!lock) break;
    try {
      const result = await mergeAndWrite(paths, state, options, lock);
      if (result) return result;
    } finally {
      await lock.release();
    }
  }
  return failure('state-locked', paths.lock, { file: paths.lock });
}

/** `undefined` where the lock was lost before the new file could take its place. */
async function mergeAndWrite(
  paths: StorePaths,
  state: ArticleState,
  { now, sweep }: SaveOptions,
  lock: Lock,
): Promise<SaveSuccess | Failure | undefined> {
  if (sweep) await removeUnfinished([paths.folder, paths.articles]);
  const path = articleFile(paths, state.key);
  const file = readStateFile(path, state.key);
  if (file.kind === 'bad' && file.error.code !== 'state-broken') return { ok: false, error: file.error };
  const aside = file.kind === 'bad' ? await setAside(path) : undefined;

  const merged = mergeStates(state, file.kind === 'good' ? file.state : state);
  const kept = withoutOldRemovals(merged, now);
  const text = `${JSON.stringify(kept)}\n`;
  const isThere = file.kind === 'good' && file.text === text;
  if (!isThere && !(await writeAtomically(path, text, () => lock.isHeld()))) return undefined;

  const row = recentOf(kept);
  if (row) await saveRecent(paths, row);
  return { ok: true, state: kept, ...(aside === undefined ? {} : { setAside: aside }) };
}

async function saveRecent(paths: StorePaths, row: RecentArticle): Promise<void> {
  const known = readRecent(paths.recent);
  const text = writeRecent(withRecent(known ?? listRecent(paths), row));
  if (known && writeRecent(known) === text) return;
  await writeAtomically(paths.recent, text);
}

/** Gives a file a name under which it is kept and no longer used. Returns the name. */
async function setAside(file: string): Promise<string> {
  let n = 1;
  while (existsSync(`${file}.broken-${n}`)) n++;
  const aside = `${file}.broken-${n}`;
  await rename(file, aside);
  return aside;
}
