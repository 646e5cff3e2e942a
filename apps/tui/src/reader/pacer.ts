import { nextWord, wordTime } from './rsvp.ts';
import type { Store } from './store.ts';

/** Keeps speed reading going: shows the next word when the time of the one on the screen is over. */
export class Pacer {
  readonly #store: Store;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;
  #shown: number | null = null;

  constructor(store: Store) {
    this.#store = store;
    this.#unsubscribe = store.subscribe(() => this.#follow());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe();
  }

  /** Starts the time of a word that has just come on the screen; stops when nothing runs. */
  #follow(): void {
    const { state } = this.#store;
    const time = wordTime(state);
    const word = time !== null && state.mode.kind === 'rsvp' ? state.mode.word.start : null;
    if (word === this.#shown) return;
    this.#shown = word;
    clearTimeout(this.#timer);
    if (time !== null) this.#timer = setTimeout(() => this.#store.update(nextWord), time);
  }
}
