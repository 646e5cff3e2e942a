import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { alreadyExists } from './system-error.ts';

/** A lock is held for the time of one write. One this old was left by a process that is stopped or gone. */
const STALE_MS = 10_000;
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

/** A lock as somebody else finds it. */
interface FoundLock {
  /** Process, machine and a random name; empty in the moment before it is written. */
  holder: string;
  /** Time of its making, in milliseconds. */
  since: number;
}

async function create(file: string, holder: string): Promise<boolean> {
  try {
    await writeFile(file, holder, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (alreadyExists(error)) return false;
    throw error;
  }
}

/** `undefined` where there is no lock (any more). */
async function look(file: string): Promise<FoundLock | undefined> {
  try {
    const [holder, { mtimeMs: since }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { holder, since };
  } catch {
    return undefined; // gone, or as good as that: making one will tell
  }
}

function isStale({ holder, since }: FoundLock): boolean {
  // A time far ahead is as wrong as one far back: clocks are set.
  if (Math.abs(Date.now() - since) > STALE_MS) return true;
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
async function breakLock(file: string, stale: FoundLock): Promise<void> {
  const claim = `${file}.${stale.holder.split(' ').at(-1) || 'unnamed'}`;
  if (!(await create(claim, stale.holder))) {
    const other = await look(claim);
    // Whoever claimed it was killed right then.
    if (other && Math.abs(Date.now() - other.since) > STALE_MS) await rm(claim, { force: true });
    else await wait(MIN_PAUSE_MS);
    return;
  }
  try {
    const now = await look(file);
    if (now?.holder === stale.holder && now.since === stale.since) await rm(file, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
}
