import { complain, type State } from '../reader/state.ts';
import type { Store } from '../reader/store.ts';

/** A place: long enough to save once for many keys, short enough to lose little when the machine goes down. */
const DELAY_MS = 1000;
/** What is done on purpose, a mark or a highlight: as soon as it is drawn. */
const SOON_MS = 20;

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
  #isSoon = false;

  constructor(store: Store, keeper: Saver) {
    this.#store = store;
    this.#keeper = keeper;
    this.#saved = store.state;
    store.subscribe(() => {
      const isMarked = marksDiffer(store.state, this.#saved);
      if (!isMarked && store.state.anchor === this.#saved.anchor) return;
      if (this.#timer && (this.#isSoon || !isMarked)) return;
      clearTimeout(this.#timer);
      this.#isSoon = isMarked;
      this.#timer = setTimeout(() => void this.#save(), isMarked ? SOON_MS : DELAY_MS);
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

function marksDiffer(a: State, b: State): boolean {
  return a.marks !== b.marks || a.highlights !== b.highlights;
}
