import { type Failure, failure, type LibraryError } from '../errors.ts';
import { emptyState } from '../state/change.ts';
import type { ArticleIdentity } from '../state/identify.ts';
import { timeOfChange } from '../state/timestamp.ts';
import type { ArticleState, RecentArticle } from '../state/types.ts';
import { listRecent, listStates } from './list-states.ts';
import { readRecent } from './recent-articles.ts';
import type { SaveSuccess } from './save-state.ts';
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

/**
 * Keeps the states of articles in a folder, one file each. Reading is synchronous, takes no lock and never
 * fails. Writing merges with what is on disk, under a lock: any number of stores, in any number of
 * processes, may have the same article open. A state that has been saved survives whatever happens after.
 */
export class StateStore {
  readonly #paths: StorePaths;
  readonly #now: () => Date;
  readonly #patience: number | undefined;
  /** Saves of one store follow one another instead of waiting for their own lock. */
  #last: Promise<unknown> = Promise.resolve();
  #hasSaved = false;

  constructor({ folder, now, patience }: StoreOptions) {
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
    if (path === undefined) delete state.path;
    else state.path = path;
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
    return (readRecent(this.#paths.recent) ?? listRecent(this.#paths)).slice(0, limit);
  }

  /** All that is kept, in the order of the keys. `problems` names the files that cannot be used. */
  all(): { states: ArticleState[]; problems: LibraryError[] } {
    return listStates(this.#paths);
  }

  async #save(state: ArticleState): Promise<SaveSuccess | Failure> {
    const sweep = !this.#hasSaved;
    this.#hasSaved = true;
    try {
      // Loaded when first needed: a reader shows its first screen without what only writing takes.
      const { saveState } = await import('./save-state.ts');
      return await saveState(this.#paths, state, { now: this.#now(), patience: this.#patience, sweep });
    } catch (cause) {
      return failure('state-unwritable', reasonOf(cause), { cause });
    }
  }
}

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
