import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { mergeStates } from './merge-states.ts';
import { isReadingState, type ReadingState } from './reading-state.ts';

/** What was found: a state or none, and what is worth telling about it. */
export interface LoadResult {
  state?: ReadingState;
  problem?: string;
}

/** A lock older than this was left by a reader that was killed. */
const STALE_LOCK_MS = 2000;
const LOCK_WAIT_MS = 10;

/**
 * Reading states as files, one for each article. Files are replaced in one step, and a save takes in what
 * another reader saved meanwhile, so any number of readers may be open, and killed, at any time.
 */
export class StateFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The state of the article from `location`. A broken file is set aside, and its new name told. */
  load(location: string): LoadResult {
    return this.#read(this.#file(location));
  }

  /** Saves, together with what others have saved. Returns what now stands in the file. */
  save(state: ReadingState): ReadingState {
    mkdirSync(this.#folder, { recursive: true });
    const file = this.#file(state.location);
    return withLock(`${file}.lock`, () => {
      const { state: theirs } = this.#read(file);
      const merged = theirs ? mergeStates(state, theirs) : state;
      replaceFile(file, `${JSON.stringify(merged)}\n`);
      return merged;
    });
  }

  /** All states, the last opened first. Broken files are left out. */
  recent(): ReadingState[] {
    let names: string[];
    try {
      names = readdirSync(this.#folder);
    } catch {
      return [];
    }
    const states: ReadingState[] = [];
    for (const name of names) {
      if (!name.endsWith('.json')) continue;
      const { state } = this.#read(path.join(this.#folder, name));
      if (state) states.push(state);
    }
    return states.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0));
  }

  #file(location: string): string {
    const name = createHash('sha256').update(location).digest('hex').slice(0, 32);
    return path.join(this.#folder, `${name}.json`);
  }

  #read(file: string): LoadResult {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException; // the file system throws nothing else
      return code === 'ENOENT' ? {} : { problem: `what was kept of this article could not be read: ${message}` };
    }
    const state = parse(text);
    if (isReadingState(state)) return { state };
    const aside = `${file}.broken`;
    try {
      renameSync(file, aside);
    } catch {
      return { problem: `what was kept of this article is broken: ${file}` };
    }
    return { problem: `what was kept of this article was broken; it is now in ${aside}` };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes beside the file, then puts the new one in its place: a reader sees the old or the new. */
function replaceFile(file: string, content: string): void {
  const fresh = `${file}.${process.pid}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
}

/** Runs while no other process that asks for the same lock does. */
function withLock<T>(lock: string, run: () => T): T {
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_WAIT_MS);
  try {
    return run();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_LOCK_MS) rmSync(lock, { force: true });
    return false;
  }
}
