import { openSync, writeSync } from 'node:fs';
import process from 'node:process';
import { ReadStream, type WriteStream } from 'node:tty';
import type { Report } from './input-filter.ts';
import { Inquiry } from './inquiry.ts';
import { KeyStream } from './key-stream.ts';
import type { Query } from './traits.ts';

export interface Size {
  columns: number;
  rows: number;
}

/**
 * Alternate screen, cursor hidden, cursor home. No automatic wrap: a row that the terminal finds wider than we do
 * is cut, instead of pushing all others down. Explicit bidirectional mode (BDSM, ECMA-76 TR/53): right-to-left
 * lines come in visual order, and a terminal that orders them itself must not turn them round again. Pasted text in
 * brackets, so that none of it is a key; Ink asks for that once, but an editor may have ended it meanwhile. Arrow
 * keys for the wheel (xterm's mode 1007), so that it scrolls and selecting stays the terminal's; what the mode was
 * is saved and restored (XTSAVE, XTRESTORE), because most terminals have it set.
 */
const ENTER = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[8l\u001B[?2004h\u001B[?1007s\u001B[?1007h';
/** Cursor home, and an empty screen: whatever a terminal made of a question is gone. */
const CLEAR = '\u001B[H\u001B[2J';
/** Reports of the mouse, in numbers that do not end at column 223. */
const MOUSE = '\u001B[?1000h\u001B[?1006h';
/** Reports of a change between a light and a dark look (contour's mode 2031). */
const LOOK = '\u001B[?2031h';
/** Whatever the reader may have switched: reports of paste, mouse and look, bidirectional mode, wrap, style, cursor, screen. */
const LEAVE =
  '\u001B[?1007r\u001B[?2031l\u001B[?2004l\u001B[?1006l\u001B[?1000l\u001B[8h\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';
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
  /** What the terminal is asked, and has answered. */
  readonly inquiry: Inquiry;
  #entered = false;
  #isLent = false;
  /** Called when a signal ends the process, with the terminal given back; the process waits for it. */
  onEnd: () => Promise<unknown> = () => Promise.resolve();
  /** Called when the terminal was given back and taken again: everything must be drawn anew. */
  onResume: () => void = () => {};

  /** Called before the terminal is given back: sequences that take away what would stay otherwise. */
  onLeave: () => string = () => '';

  /** Called for what the terminal sends of itself, replies aside. */
  onReport: (report: Report) => void = () => {};

  /** `mouse`: take the wheel, and with it the terminal's own selection. `questions`: what to ask the terminal. */
  constructor(
    keyboard: ReadStream,
    out: WriteStream,
    { mouse = false, questions = [] }: { mouse?: boolean; questions?: readonly Query[] } = {},
  ) {
    this.#mouse = mouse;
    this.inquiry = new Inquiry(questions);
    this.#keyboard = keyboard;
    this.#out = out;
    this.keys = new KeyStream(keyboard);
    this.screen = gated(out, () => this.#entered);
    this.keys.isExpecting = () => this.inquiry.isOpen;
    this.keys.onReport = (report) => {
      if (report.type === 'reply') this.inquiry.receive(report);
      else if (report.type === 'look') this.screen.write(this.inquiry.ask());
      else this.onReport(report);
    };
  }

  get size(): Size {
    // A terminal that does not know its size says 0.
    return { columns: this.#out.columns || 80, rows: this.#out.rows || 24 };
  }

  /** Takes the terminal for the first time and asks it what there is to ask. */
  start(): void {
    process.on('exit', this.leave);
    process.on('uncaughtException', this.crash);
    for (const signal of ENDING_SIGNALS) process.on(signal, this.#end);
    process.on('SIGTSTP', this.suspend);
    process.on('SIGCONT', this.resume);
    // What listens while something is printed would end the process before it has saved.
    this.#out.removeAllListeners('error');
    this.#out.on('error', this.#hangUp);
    this.#keyboard.on('error', this.#hangUp);
    this.#enter(this.inquiry.ask());
  }

  /** Draws the first frame. */
  paint(frame: string): void {
    this.screen.write(frame);
  }

  /** Gives the terminal back once it has answered, so that no reply is left for whoever reads the keyboard next. */
  async close(): Promise<void> {
    if (this.inquiry.isOpen) await this.inquiry.done;
    this.leave();
  }

  /** Gives the terminal back. Safe to call at any time, more than once. */
  readonly leave = (): void => {
    if (!this.#entered) return;
    this.#entered = false;
    try {
      this.#keyboard.setRawMode(false);
      writeSync(STDOUT, this.onLeave() + LEAVE);
    } catch {
      // The terminal is gone; nothing is left to restore.
    }
  };

  /** Stops the whole job, as ^Z does; `resume` runs when it goes on. */
  readonly suspend = (): void => {
    if (this.inquiry.isOpen) void this.inquiry.done.then(this.#stop);
    else this.#stop();
  };

  readonly #stop = (): void => {
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
    await this.close();
    this.#keyboard.pause();
    this.#isLent = true;
    try {
      return await run();
    } finally {
      this.#isLent = false;
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
    // ^C in the program that has the terminal is meant for that program.
    if (this.#isLent && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
    const left = this.close();
    // Our listener stays until then: Ink's own would end the process when it is alone.
    const end = (): void => {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    };
    Promise.all([left, this.onEnd()]).then(end, end);
  };

  /** The terminal went away: there is nobody to show anything to, but what was read is kept. */
  readonly #hangUp = (): void => {
    this.#entered = false;
    const end = (): void => process.exit(1);
    this.onEnd().then(end, end);
  };

  #enter(questions: string): void {
    this.#entered = true;
    this.#keyboard.setRawMode(true);
    const modes = ENTER + (this.#mouse ? MOUSE : '') + (this.inquiry.hasQuestions ? LOOK : '');
    this.#out.write(modes + questions + CLEAR);
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
