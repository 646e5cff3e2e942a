import type { Drawable } from '../chunks/ink.tsx';
import type { Size } from '../terminal/session.ts';
import type { Keymap } from './keymap.ts';
import { paste, press } from './press.ts';
import { resize } from './start.ts';
import type { Effect, State, Typed } from './state.ts';

/** How the store reaches the world. */
export interface StoreOptions {
  keymap: Keymap;
  /** The rows of the screen for a state. */
  draw: (state: State) => readonly string[];
  perform: (effect: Effect) => void;
}

/** Holds the one state of the reader, tells when it changed, and hands its effects to the world. */
export class Store implements Drawable {
  #state: State;
  readonly #options: StoreOptions;
  readonly #listeners = new Set<() => void>();
  #frame: readonly string[] | undefined;

  constructor(state: State, options: StoreOptions) {
    this.#state = state;
    this.#options = options;
  }

  get state(): State {
    return this.#state;
  }

  readonly frame = (): readonly string[] => (this.#frame ??= this.#options.draw(this.#state));

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly press = (keys: readonly string[]): void => {
    for (const key of keys) this.update((state) => press(state, key, this.#options.keymap));
  };

  readonly paste = (text: string): void => this.update((state) => paste(state, text));

  /** Does with what was typed ahead what it would have done now. */
  retype(ahead: readonly Typed[]): void {
    for (const typed of ahead) {
      if ('key' in typed) this.press([typed.key]);
      else this.paste(typed.pasted);
    }
  }

  resize(size: Size): void {
    this.update((state) => resize(state, size));
  }

  update(change: (state: State) => State): void {
    const next = change(this.#state);
    if (next === this.#state) return;
    const { effects } = next;
    this.#state = effects.length === 0 ? next : { ...next, effects: [] };
    this.#frame = undefined;
    for (const listener of this.#listeners) listener();
    for (const effect of effects) this.#options.perform(effect);
  }
}
