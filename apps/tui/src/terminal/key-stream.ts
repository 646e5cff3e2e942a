import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { InputFilter, type Report } from './input-filter.ts';

/** Longer than any pause inside one sequence, shorter than anyone notices after Esc. */
const ESCAPE_WAIT_MS = 15;
/** While replies may come, an ESC may also be the end of a packet in the middle of one. */
const REPLY_WAIT_MS = 150;

/**
 * The keyboard as Ink reads it: what the terminal sends, without replies and reports, which go to
 * `onReport`. It stands for a terminal (`isTTY`, `setRawMode`), but the session owns the real one's modes.
 */
export class KeyStream extends PassThrough {
  readonly isTTY = true;
  readonly #terminal: ReadStream;
  readonly #filter = new InputFilter();
  #timer: NodeJS.Timeout | undefined;
  onReport: (report: Report) => void = () => {};
  /** Whether the terminal was asked something that it may still answer. */
  isExpecting: () => boolean = () => false;

  constructor(terminal: ReadStream) {
    super();
    this.#terminal = terminal;
    terminal.setEncoding('utf8');
    terminal.on('data', (chunk) => this.#receive(String(chunk)));
  }

  setRawMode(): this {
    return this;
  }

  ref(): this {
    this.#terminal.ref();
    return this;
  }

  unref(): this {
    this.#terminal.unref();
    return this;
  }

  #receive(chunk: string): void {
    clearTimeout(this.#timer);
    const { keys, reports } = this.#filter.push(chunk);
    if (keys !== '') this.write(keys);
    for (const report of reports) this.onReport(report);
    if (this.#filter.holds !== 'nothing') this.#wait();
  }

  #wait(): void {
    const time = this.isExpecting() ? REPLY_WAIT_MS : ESCAPE_WAIT_MS;
    this.#timer = setTimeout(() => {
      // The rest of a reply must not come in as keys because its beginning was given up.
      if (this.#filter.holds === 'sequence' && this.isExpecting()) return this.#wait();
      const held = this.#filter.flush();
      if (held !== '') this.write(held);
    }, time);
  }
}
