import { mkdtempSync, rmSync, write } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { READER } from './build-once.ts';
import { ClusterWidths } from './cluster-widths.ts';
import { cellStyles, type Screen, screenOf } from './screen.ts';

export interface TerminalOptions {
  columns?: number;
  rows?: number;
  /** Added to a clean environment; `undefined` removes. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** The background that the terminal tells when it is asked, as X writes colours. Default: it tells none. */
  background?: string;
  /** It answers nothing. */
  isMute?: boolean;
  /** What it answers to each query, as another terminal than xterm does. */
  answers?: Readonly<Record<string, string>>;
}

export interface Exit {
  code: number;
  signal: number;
}

/** Generous, because other work shares the machine; a condition that holds is seen at once. */
const TIMEOUT_MS = 10_000;

const FRAME_START = '\u001B[?2026h';
const FRAME_END = '\u001B[?2026l';

interface Waiter {
  holds: () => boolean;
  resolve: () => void;
}

/**
 * A real pseudo-terminal with the reader (or a shell command) in it, and a screen that shows what it draws.
 * Everything waits for output, never for time.
 */
export class Terminal {
  readonly pty: IPty;
  readonly xterm: xterm.Terminal;
  /** Everything that was written to the terminal. */
  output = '';
  exit: Exit | undefined;
  /** What it tells when it is asked for its background. */
  background: string | undefined;
  readonly #home = mkdtempSync(path.join(tmpdir(), 'lede-home-'));
  readonly #waiters = new Set<Waiter>();
  /** What is still to be written to the terminal. */
  readonly #unsent: Buffer[] = [];
  #isWriting = false;

  constructor(file: string, args: readonly string[], options: TerminalOptions = {}) {
    const { columns = 80, rows = 24, env = {}, cwd, background, isMute = false, answers } = options;
    this.xterm = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
    const widths = new ClusterWidths();
    this.xterm.unicode.register(widths);
    this.xterm.unicode.activeVersion = widths.version;
    this.pty = spawn(file, [...args], {
      name: env['TERM'] ?? 'xterm-256color',
      cols: columns,
      rows,
      // What the reader keeps goes where no other test looks.
      env: clean({
        XDG_STATE_HOME: this.#home,
        XDG_CONFIG_HOME: this.#home,
        PATH: process.env['PATH'],
        LANG: 'C.UTF-8',
        TERM: 'xterm-256color',
        ...env,
      }),
      cwd: cwd ?? process.cwd(),
    });
    let answered = 0;
    this.pty.onData((data) => {
      this.output += data;
      if (answers) answered = this.#answer(answers, answered);
      // Half a frame is nothing that anyone sees: terminals show a synchronized one when it is whole.
      const isWhole = this.output.lastIndexOf(FRAME_END) >= this.output.lastIndexOf(FRAME_START);
      this.xterm.write(data, () => {
        if (isWhole) this.#check();
      });
    });
    // The terminal answers queries, as a real one does.
    this.xterm.onData((answer) => {
      if (!this.exit && !isMute && !answers) this.press(answer);
    });
    this.xterm.parser.registerOscHandler(11, (asked) => {
      if (asked === '?' && this.background !== undefined) this.press(`\u001B]11;${this.background}\u001B\\`);
      return true;
    });
    this.background = background;
    this.pty.onExit(({ exitCode, signal = 0 }) => {
      // What was written last may still be on its way to the screen.
      this.xterm.write('', () => {
        this.exit = { code: exitCode, signal };
        this.#check();
      });
    });
  }

  /** The reader with arguments. */
  static reader(args: readonly string[], options: TerminalOptions = {}): Terminal {
    return new Terminal(process.execPath, [READER, ...args], options);
  }

  /** A line of shell, in which `$LEDE` starts the reader. */
  static shell(script: string, options: TerminalOptions = {}): Terminal {
    const LEDE = `${process.execPath} ${READER}`;
    return new Terminal('/bin/sh', ['-c', script], { ...options, env: { LEDE, ...options.env } });
  }

  /** The screen as it stands. */
  get screen(): Screen {
    return screenOf(this.xterm);
  }

  get text(): string {
    return this.screen.text;
  }

  get cursorVisible(): boolean {
    return this.output.lastIndexOf('\u001B[?25h') >= this.output.lastIndexOf('\u001B[?25l');
  }

  press(keys: string): void {
    this.send(Buffer.from(keys));
  }

  /** Bytes that need not be text, however many. */
  send(bytes: Buffer): void {
    this.#unsent.push(bytes);
    if (!this.#isWriting) this.#write(0);
  }

  /**
   * Writes what is to be sent, from an offset of its first part on. Not through the pseudo-terminal's own `write`, which
   * waits for room: the reader would wait for its output to be read at the same time, both of them for ever.
   */
  #write(from: number): void {
    const [bytes] = this.#unsent;
    this.#isWriting = bytes !== undefined && !this.exit;
    if (!bytes || !this.#isWriting) return;
    const { fd } = this.pty as IPty & { fd: number }; // it has one on every system but Windows
    write(fd, bytes, from, (error, written) => {
      if (error && error.code !== 'EAGAIN') return;
      const next = from + (error ? 0 : written);
      const isWhole = next >= bytes.length;
      if (isWhole) this.#unsent.shift();
      setTimeout(() => this.#write(isWhole ? 0 : next), error ? 1 : 0);
    });
  }

  resize(columns: number, rows: number): void {
    this.xterm.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  /** Waits until the screen shows a text, wherever its lines break, or matches, or the condition holds. */
  async until(wanted: string | RegExp | ((screen: Screen) => boolean)): Promise<Screen> {
    const holds = (screen: Screen): boolean => {
      if (typeof wanted === 'function') return wanted(screen);
      return typeof wanted === 'string' ? flat(screen.text).includes(flat(wanted)) : wanted.test(screen.text);
    };
    await this.#wait(() => holds(this.screen), String(wanted));
    return this.screen;
  }

  /** Waits until the process has ended and all it wrote is on the screen. */
  async ended(): Promise<Exit> {
    await this.#wait(() => this.exit !== undefined, 'the end of the process');
    return this.exit as Exit; // just waited for
  }

  /** Styled text of a row, for looking at one thing. See `cellStyles`. */
  styles(row: number): string {
    return cellStyles(this.xterm, row);
  }

  /** Closes the terminal under the process, as when its window is closed. */
  hangUp(): void {
    (this.pty as IPty & { destroy: () => void }).destroy(); // it has it, its type does not say so
  }

  /** Ends the process, whatever it does. */
  close(): void {
    if (!this.exit) this.pty.kill('SIGKILL');
    this.xterm.dispose();
    // The reader in a shell that was killed saves its place meanwhile.
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }

  /** Answers the queries in the output from an index on, in their order; gives the index after the last. */
  #answer(answers: Readonly<Record<string, string>>, from: number): number {
    const queries = new RegExp(Object.keys(answers).map(escaped).join('|'), 'g');
    let after = from;
    for (const query of this.output.slice(from).matchAll(queries)) {
      this.press(answers[query[0]] ?? '');
      after = from + query.index + query[0].length;
    }
    return after;
  }

  #check(): void {
    for (const waiter of this.#waiters) {
      if (!waiter.holds()) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  #wait(holds: () => boolean, what: string): Promise<void> {
    if (holds()) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const late = setTimeout(() => {
      const end = this.exit ? `; it ended with ${JSON.stringify(this.exit)}` : '';
      reject(new Error(`still waiting for ${what}${end}. The screen:\n${this.text}`));
    }, TIMEOUT_MS);
    this.#waiters.add({
      holds,
      resolve() {
        clearTimeout(late);
        resolve();
      },
    });
    return promise;
  }
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** A text as a pattern that matches it. */
function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

function clean(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
