import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';

/** The command that people run: npm's link to the package's own. */
export const LEDE: string = fileURLToPath(new URL('../../../node_modules/.bin/lede', import.meta.url));
/** Compiled code is kept from one start to the next, as on a user's machine. */
const CACHES = mkdtempSync(path.join(tmpdir(), 'lede-bench-cache-'));
process.once('exit', () => rmSync(CACHES, { recursive: true, force: true }));

/** A program in a pseudo-terminal that is timed, not looked at. */
export class TimedProgram {
  readonly started: number = performance.now();
  readonly #home: string = mkdtempSync(path.join(tmpdir(), 'lede-bench-'));
  readonly #pty: IPty;
  #received = '';
  #lastData = 0;
  #waiting: (() => void) | undefined;
  #ended = false;

  constructor(file: string, args: readonly string[], { columns, rows }: { columns: number; rows: number }) {
    const env = {
      // The command finds the Node that it is measured against.
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      // Opens every article at its start, and leaves nothing behind.
      XDG_STATE_HOME: this.#home,
      XDG_CONFIG_HOME: this.#home,
      XDG_CACHE_HOME: CACHES,
    };
    this.#pty = spawn(file, [...args], { name: 'xterm-256color', cols: columns, rows, env });
    this.#pty.onData((data) => {
      this.#received += data;
      this.#lastData = performance.now();
      this.#waiting?.();
    });
    this.#pty.onExit(() => {
      this.#ended = true;
      this.#lastData = performance.now();
      this.#waiting?.();
    });
  }

  /** Milliseconds from the start until the output matches. */
  async firstOutput(wanted: RegExp): Promise<number> {
    await this.#until(() => wanted.test(this.#received));
    return this.#lastData - this.started;
  }

  /** Milliseconds from the start to the end of the program. */
  async end(): Promise<number> {
    await this.#until(() => this.#ended);
    return this.#lastData - this.started;
  }

  /** Sends keys and waits for output that matches; milliseconds and bytes until then. */
  async press(keys: string, wanted: RegExp = FRAME_END): Promise<{ ms: number; bytes: number }> {
    this.#received = '';
    const before = performance.now();
    this.#pty.write(keys);
    await this.#until(() => wanted.test(this.#received));
    return { ms: this.#lastData - before, bytes: Buffer.byteLength(this.#received) };
  }

  /** Waits until nothing has come for `ms`. */
  async quiet(ms: number): Promise<void> {
    for (let before = -1; before !== this.#received.length;) {
      before = this.#received.length;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }

  /** Peak resident memory in MB, where the system tells. */
  peakMemory(): number {
    try {
      const status = readFileSync(`/proc/${this.#pty.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  close(): void {
    if (!this.#ended) this.#pty.kill('SIGKILL');
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting = resolve;
      await promise;
    }
    this.#waiting = undefined;
  }
}

/** The end of a synchronized frame, which is how the reader draws. */
const FRAME_END = /\u001B\[\?2026l/;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
