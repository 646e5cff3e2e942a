import { mkdir } from 'node:fs/promises';
import { type Failure, failure, type LibraryError } from '../errors.ts';
import { emptyState } from '../state/change.ts';
import type { ArticleIdentity } from '../state/identify.ts';
import { mergeStates } from '../state/merge.ts';
import { timeOfChange } from '../state/timestamp.ts';
import type { ArticleState, RecentArticle } from '../state/types.ts';
import { withoutOldRemovals } from '../state/old-removals.ts';
import { listStates, removeUnfinished, setAside } from './article-files.ts';
import { writeAtomically } from './atomic-write.ts';
import { acquireLock, type Lock, PATIENCE_MS } from './lock.ts';
import { newestFirst, readRecent, recentOf, withRecent, writeRecent } from './recent-articles.ts';
import { readStateFile } from './state-file.ts';
import { articleFile, type StorePaths, storePaths } from './store-paths.ts';
import { reasonOf } from './system-error.ts';

export interface StoreOptions {
  /** Where the files are; made when first written to. See `defaultStateFolder`. */
  folder: string;
  now: () => Date;
  /** How long a save waits for others who write, in milliseconds. Default 15 seconds. */
  patience?: number;
}

/** What is kept of an article. `problem` says why something that is there could not be used. */
export interface LoadResult {
  state: ArticleState;
  problem?: LibraryError;
}

export interface SaveSuccess {
  ok: true;
  /** What is kept now: the given state, with what other readers have saved meanwhile. */
  state: ArticleState;
  /** Where a file that could not be understood has been put. */
  setAside?: string;
}

/**
 * Keeps the states of articles in a folder, one file each. Reading is synchronous, takes no lock and never
 * fails. Writing merges with what is on disk, under a lock: any number of stores, in any number of
 * processes, may have the same article open. A state that has been saved survives whatever happens after.
 */
export class StateStore {
  readonly #paths: StorePaths;
  readonly #now: () => Date;
  readonly #patience: number;
  /** Saves of one store follow one another instead of waiting for their own lock. */
  #last: Promise<unknown> = Promise.resolve();
  #isSwept = false;

  constructor({ folder, now, patience = PATIENCE_MS }: StoreOptions) {
    this.#paths = storePaths(folder);
    this.#now = now;
    this.#patience = patience;
  }

  /** What is kept of an article, as opened now. Nothing is written until it is saved. */
  load(article: ArticleIdentity): LoadResult {
    const { title, path } = article;
    const file = readStateFile(articleFile(this.#paths, article.key), article.key);
    const kept = file.kind === 'good' ? file.state : emptyState(article);
    const state: ArticleState = { ...kept, opened: timeOfChange(this.#now(), kept.opened) };
    if (title !== undefined) state.title = title;
    if (path !== undefined) state.path = path;
    return file.kind === 'bad' ? { state, problem: file.error } : { state };
  }

  /**
   * Saves a state, merged with what is on disk. Resolves when it is safe there. Fails with
   * `state-unwritable`, `state-unreadable`, `state-locked` or `state-newer`; then the file is as it was.
   */
  save(state: ArticleState): Promise<SaveSuccess | Failure> {
    const saved = this.#last.then(() => this.#save(state));
    this.#last = saved;
    return saved;
  }

  /** The articles opened last, the latest first. */
  recent(limit: number = Number.POSITIVE_INFINITY): RecentArticle[] {
    return (readRecent(this.#paths.recent) ?? this.#remakeRecent()).slice(0, limit);
  }

  /** All that is kept, in the order of the keys. `problems` names the files that cannot be used. */
  all(): { states: ArticleState[]; problems: LibraryError[] } {
    return listStates(this.#paths);
  }

  async #save(state: ArticleState): Promise<SaveSuccess | Failure> {
    try {
      await mkdir(this.#paths.articles, { recursive: true, mode: PRIVATE_FOLDER });
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        const lock = await acquireLock(this.#paths.lock, this.#patience);
        if (!lock) break;
        try {
          const result = await this.#mergeAndWrite(state, lock);
          if (result) return result;
        } finally {
          await lock.release();
        }
      }
      return failure('state-locked', this.#paths.lock, { file: this.#paths.lock });
    } catch (cause) {
      return failure('state-unwritable', reasonOf(cause), { cause });
    }
  }

  /** `undefined` where the lock was lost before the new file could take its place. */
  async #mergeAndWrite(state: ArticleState, lock: Lock): Promise<SaveSuccess | Failure | undefined> {
    await this.#sweep();
    const path = articleFile(this.#paths, state.key);
    const file = readStateFile(path, state.key);
    if (file.kind === 'bad' && file.error.code !== 'state-broken') return { ok: false, error: file.error };
    const aside = file.kind === 'bad' ? await setAside(path) : undefined;

    const merged = mergeStates(state, file.kind === 'good' ? file.state : state);
    const kept = withoutOldRemovals(merged, this.#now());
    const text = `${JSON.stringify(kept)}\n`;
    const isWritten =
      (file.kind === 'good' && file.text === text) || (await writeAtomically(path, text, () => lock.isHeld()));
    if (!isWritten) return undefined;

    const row = recentOf(kept);
    if (row) await this.#writeRecent(row);
    return { ok: true, state: kept, ...(aside === undefined ? {} : { setAside: aside }) };
  }

  async #writeRecent(row: RecentArticle): Promise<void> {
    const known = readRecent(this.#paths.recent);
    const articles = withRecent(known ?? this.#remakeRecent(), row);
    const text = writeRecent(articles);
    if (known && writeRecent(known) === text) return;
    await writeAtomically(this.#paths.recent, text);
  }

  #remakeRecent(): RecentArticle[] {
    const rows = listStates(this.#paths).states.map(recentOf);
    return newestFirst(rows.filter((row) => row !== undefined));
  }

  /** Once a store: what writers that were killed have left. */
  async #sweep(): Promise<void> {
    if (this.#isSwept) return;
    this.#isSwept = true;
    await removeUnfinished(this.#paths);
  }
}

/** Times that a save begins anew because its lock was taken for stale; more means a machine out of order. */
const MAX_ATTEMPTS = 3;
const PRIVATE_FOLDER = 0o700;

/**
 * Opens the folder that keeps what readers leave in articles.
 *
 * @example
 * const store = openState({ folder: defaultStateFolder(), now: () => new Date() });
 * const { state } = store.load(identify(article, file));
 * await store.save(setPosition(state, article, { offset: 1200 }, new Date()));
 */
export function openState(options: StoreOptions): StateStore {
  return new StateStore(options);
}
