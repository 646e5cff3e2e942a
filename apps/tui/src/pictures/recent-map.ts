/** Keeps what was used last, up to a weight in all; the newest stays whatever it weighs. */
export class RecentMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #capacity: number;
  readonly #weigh: (value: V) => number;
  readonly #onDrop: (value: V) => void;
  #weight = 0;

  /** `weigh`: default 1 for each. */
  constructor(capacity: number, weigh: (value: V) => number = () => 1, onDrop: (value: V) => void = () => undefined) {
    this.#capacity = capacity;
    this.#weigh = weigh;
    this.#onDrop = onDrop;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    // The map's order is the order of use.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#remove(key);
    this.#entries.set(key, value);
    this.#weight += this.#weigh(value);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity || oldest === key) break;
      this.#remove(oldest);
    }
  }

  values(): IterableIterator<V> {
    return this.#entries.values();
  }

  #remove(key: K): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#weight -= this.#weigh(value);
    this.#onDrop(value);
  }
}
