import { complain, type State } from '../reader/state.ts';
import type { Store } from '../reader/store.ts';

/** Long enough to save once for many keys, short enough to lose little when the machine goes down. */
const DELAY_MS = 1000;

/** What saves a state; it resolves to the reason when it could not. */
export interface Saver {
  save(state: State): Promise<string | undefined>;
}

/** Saves soon after something changed that is kept, and at once when asked. */
export class Autosave {
  readonly #store: Store;
  readonly #keeper: Saver;
  #saved: State;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store, keeper: Saver) {
    this.#store = store;
    this.#keeper = keeper;
    this.#saved = store.state;
    store.subscribe(() => {
      if (this.#timer || !differs(store.state, this.#saved)) return;
      this.#timer = setTimeout(() => void this.#save(), DELAY_MS);
      this.#timer.unref();
    });
  }

  /** Saves now, whether or not anything changed: the article counts as opened. Says why it could not. */
  async now(): Promise<string | undefined> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#keeper.save(this.#store.state);
  }

  async #save(): Promise<void> {
    this.#timer = undefined;
    this.#saved = this.#store.state;
    const problem = await this.#keeper.save(this.#saved);
    if (problem !== undefined) this.#store.update((state) => complain(state, problem));
  }
}

function differs(a: State, b: State): boolean {
  return a.anchor !== b.anchor || a.marks !== b.marks || a.highlights !== b.highlights;
}
