import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { breakLock, create, isStale, look } from './stale-lock.ts';

/** Longer than a stale lock lasts, so that one in the way is never the reason to give up. */
const PATIENCE_MS = 15_000;
const MIN_PAUSE_MS = 2;
const MAX_PAUSE_MS = 50;

/** A lock that this process holds. */
export interface Lock {
  /** Whether nobody took it for stale meanwhile (say, because this process was suspended). */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Waits for a lock file and takes it; `undefined` where its holder does not let go. A lock whose process on
 * this machine has ended is broken at once, any other when it is ten seconds old. Throws what the file
 * system throws.
 *
 * @param patience How long to wait, in milliseconds.
 */
export async function acquireLock(file: string, patience: number = PATIENCE_MS): Promise<Lock | undefined> {
  const own = `${process.pid} ${hostname()} ${crypto.randomUUID()}`;
  const giveUp = performance.now() + patience;
  for (let pause = MIN_PAUSE_MS; ; pause = Math.min(MAX_PAUSE_MS, pause * 2)) {
    if (await create(file, own)) return heldLock(file, own);
    const other = await look(file);
    if (other && isStale(other)) await breakLock(file, other);
    else if (performance.now() >= giveUp) return undefined;
    else await wait(pause * (1 + Math.random())); // not in step with others who wait
  }
}

function heldLock(file: string, own: string): Lock {
  const isHeld = async (): Promise<boolean> => (await look(file))?.holder === own;
  return {
    isHeld,
    release: async () => {
      if (await isHeld()) await rm(file, { force: true });
    },
  };
}
