import { isLast, LAST, type Query, type Reply, type TerminalTraits } from './traits.ts';

/** A reply takes as long as the way to the terminal and back; what takes longer than this is not waited for. */
const TIME_MS = 1000;

/**
 * Questions to the terminal, asked all at once, and its replies as they come. Nothing waits for them but
 * what must not happen in between: giving the keyboard back, where a late reply would end up as typed text.
 */
export class Inquiry {
  readonly #queries: readonly Query[];
  #done = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #traits: TerminalTraits = {};
  /** Called whenever the terminal has told something. */
  onTraits: (traits: TerminalTraits) => void = () => {};

  constructor(queries: readonly Query[]) {
    this.#queries = queries;
    this.#done.resolve();
  }

  /** Whether there is anything to ask. */
  get hasQuestions(): boolean {
    return this.#queries.length > 0;
  }

  /** Resolves when the last reply to what was asked has come, or will not come. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  /** Whether replies may still come. */
  get isOpen(): boolean {
    return this.#timer !== undefined;
  }

  /** What the terminal has told so far. */
  get traits(): TerminalTraits {
    return this.#traits;
  }

  /** The questions as control sequences, `''` for none; from here on replies are waited for. */
  ask(): string {
    if (this.#queries.length === 0) return '';
    if (!this.isOpen) this.#done = Promise.withResolvers();
    clearTimeout(this.#timer);
    const timer = setTimeout(() => {
      // Where something kept us busy for as long, replies have come that nobody has read yet: they are first.
      setImmediate(() => {
        if (this.#timer === timer) this.#end();
      });
    }, TIME_MS);
    this.#timer = timer.unref();
    return this.#queries.map(({ sequence }) => sequence).join('') + LAST;
  }

  receive(reply: Reply): void {
    if (!this.isOpen) return;
    if (isLast(reply)) this.#end();
    for (const query of this.#queries) {
      const told = query.read(reply);
      if (!told) continue;
      this.#traits = { ...this.#traits, ...told };
      this.onTraits(this.#traits);
    }
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#done.resolve();
  }
}
