import { openSync, writeSync } from 'node:fs';
import process from 'node:process';
import { ReadStream, type WriteStream } from 'node:tty';
import { KeyStream } from './key-stream.ts';

export interface Size {
  columns: number;
  rows: number;
}

/**
 * Alternate screen, cursor hidden, cursor home. No automatic wrap: a row that the terminal finds wider than we do
 * is cut, instead of pushing all others down. Explicit bidirectional mode (BDSM, ECMA-76 TR/53): right-to-left
 * lines come in visual order, and a terminal that orders them itself must not turn them round again.
 */
const ENTER = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[8l\u001B[H\u001B[2J';
/** Reports of the mouse, in numbers that do not end at column 223. */
const MOUSE = '\u001B[?1000h\u001B[?1006h';
/** Whatever the reader may have switched: paste and mouse reports, bidirectional mode, wrap, style, cursor, screen. */
const LEAVE = '\u001B[?2004l\u001B[?1006l\u001B[?1000l\u001B[8h\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';
/** A stopped process gets no further than this before SIGCONT; one that was not stopped goes on. */
const STOP_WAIT_MS = 100;
const STDOUT = 1;
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
/** EX_SOFTWARE of sysexits.h: a fault of the program itself. */
export const EXIT_CRASH = 70;

/**
 * The terminal while the reader has it: alternate screen and raw mode, given back on every way out (the end
 * of the process, ending signals, an uncaught error, job control).
 */
export class TerminalSession {
  readonly keys: KeyStream;
  /** Standard output; what is written after `leave` is dropped, so nothing lands on the user's screen. */
  readonly screen: WriteStream;
  readonly #keyboard: ReadStream;
  readonly #out: WriteStream;
  readonly #mouse: boolean;
  #entered = false;
  /** Called when a signal ends the process, with the terminal given back; the process waits for it. */
  onEnd: () => Promise<unknown> = () => Promise.resolve();
  /** Called when the terminal was given back and taken again: everything must be drawn anew. */
  onResume: () => void = () => {};

  /** `mouse`: take the wheel, and with it the terminal's own selection. */
  constructor(keyboard: ReadStream, out: WriteStream, mouse: boolean = false) {
    this.#mouse = mouse;
    this.#keyboard = keyboard;
    this.#out = out;
    this.keys = new KeyStream(keyboard);
    this.screen = gated(out, () => this.#entered);
  }

  get size(): Size {
    // A terminal that does not know its size says 0.
    return { columns: this.#out.columns || 80, rows: this.#out.rows || 24 };
  }

  /** Takes the terminal for the first time and paints `frame`. */
  start(frame: string): void {
    process.on('exit', this.leave);
    process.on('uncaughtException', this.crash);
    for (const signal of ENDING_SIGNALS) process.on(signal, this.#end);
    process.on('SIGTSTP', this.suspend);
    process.on('SIGCONT', this.resume);
    // The terminal went away: there is nobody to show anything to.
    this.#out.on('error', () => process.exit(1));
    this.#enter(frame);
  }

  /** Gives the terminal back. Safe to call at any time, more than once. */
  readonly leave = (): void => {
    if (!this.#entered) return;
    this.#entered = false;
    try {
      this.#keyboard.setRawMode(false);
      writeSync(STDOUT, LEAVE);
    } catch {
      // The terminal is gone; nothing is left to restore.
    }
  };

  /** Stops the whole job, as ^Z does; `resume` runs when it goes on. */
  readonly suspend = (): void => {
    this.leave();
    process.off('SIGTSTP', this.suspend);
    process.kill(0, 'SIGTSTP');
    // Without job control nobody stops the process and no SIGCONT comes.
    setTimeout(this.resume, STOP_WAIT_MS);
  };

  readonly resume = (): void => {
    if (this.#entered) return;
    process.off('SIGTSTP', this.suspend);
    process.on('SIGTSTP', this.suspend);
    this.#enter('');
    this.onResume();
  };

  /** Lends the terminal to another program (an editor) and takes it back. */
  async lend<T>(run: () => Promise<T>): Promise<T> {
    this.leave();
    this.#keyboard.pause();
    try {
      return await run();
    } finally {
      this.#keyboard.resume();
      this.resume();
    }
  }

  /** Ends the process over an error that nothing caught. */
  readonly crash = (error: unknown): never => {
    this.leave();
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      writeSync(2, `lede: internal error; please report it\n${text}\n`);
    } catch {
      // Standard error is gone too.
    }
    process.exit(EXIT_CRASH);
  };

  /** Lets a signal do what it does, with the terminal restored, so that the parent sees how it ended. */
  readonly #end = (signal: NodeJS.Signals): void => {
    this.leave();
    // Our listener stays until then: Ink's own would end the process when it is alone.
    const end = (): void => {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    };
    this.onEnd().then(end, end);
  };

  #enter(frame: string): void {
    this.#entered = true;
    this.#keyboard.setRawMode(true);
    this.#out.write(ENTER + (this.#mouse ? MOUSE : '') + frame);
  }
}

/** The keyboard: standard input, or the controlling terminal where standard input is the article. */
export function openKeyboard(): ReadStream | undefined {
  if (process.stdin.isTTY) return process.stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r+'));
  } catch {
    return undefined;
  }
}

function gated(out: WriteStream, isOpen: () => boolean): WriteStream {
  const write = (chunk: string, ...rest: unknown[]): boolean => {
    if (isOpen()) return out.write(chunk, ...(rest as []));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done); // the last argument is the callback
    return true;
  };
  return new Proxy(out, {
    get(target, key) {
      if (key === 'write') return write;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
