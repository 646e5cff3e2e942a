import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { alreadyExists } from './system-error.ts';

/** A lock is held for the time of one write. One this old was left by a process that is stopped or gone. */
const STALE_MS = 10_000;
/** A lock names its holder in the moment after it is made. One that does not by now was left by a process that was killed then. */
const UNWRITTEN_MS = 1000;
/** About what it takes to break a lock. */
const CLAIM_MS = 2;

/** A lock as somebody else finds it. */
export interface FoundLock {
  /** Process, machine and a random name; empty in the moment before it is written. */
  holder: string;
  /** Time of its making, in milliseconds. */
  since: number;
}

/** Makes a lock file, unless there is one. */
export async function create(file: string, holder: string): Promise<boolean> {
  try {
    await writeFile(file, holder, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (alreadyExists(error)) return false;
    throw error;
  }
}

/** `undefined` where there is no lock (any more). */
export async function look(file: string): Promise<FoundLock | undefined> {
  try {
    const [holder, { mtimeMs: since }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { holder, since };
  } catch {
    return undefined; // gone, or as good as that: making one will tell
  }
}

/** Whether whoever made the lock is gone, or as good as that. */
export function isStale({ holder, since }: FoundLock): boolean {
  // A time far ahead is as wrong as one far back: clocks are set.
  if (Math.abs(Date.now() - since) > (holder === '' ? UNWRITTEN_MS : STALE_MS)) return true;
  const [pid = '', host] = holder.split(' ');
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // kill throws nothing else
  }
}

/**
 * Removes a stale lock. Of several who find it stale only one may, and only while it is the same lock:
 * otherwise the slower would remove the lock that the faster has made since.
 */
export async function breakLock(file: string, stale: FoundLock): Promise<void> {
  const name = stale.holder
    .split(' ')
    .at(-1)
    ?.replaceAll(/[^\w-]/g, '');
  const claim = `${file}.${name || 'unnamed'}`;
  if (!(await create(claim, stale.holder))) {
    const other = await look(claim);
    // Whoever claimed it was killed right then.
    if (other && Math.abs(Date.now() - other.since) > STALE_MS) await rm(claim, { force: true });
    else await wait(CLAIM_MS);
    return;
  }
  try {
    const now = await look(file);
    if (now?.holder === stale.holder && now.since === stale.since) await rm(file, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
}
