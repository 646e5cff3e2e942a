/**
 * Keeps what was laid out last, up to a number of lines. The least recently used goes first; the newest stays
 * however many lines it has.
 */
export class LineCache<T> {
  readonly #entries = new Map<number, readonly T[]>();
  readonly #capacity: number;
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: number, make: () => readonly T[]): readonly T[] {
    const known = this.#entries.get(key);
    if (known) {
      // The map's order is the order of use.
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const lines = make();
    this.#entries.set(key, lines);
    this.#size += lines.length;
    for (const [oldest, old] of this.#entries) {
      if (this.#size <= this.#capacity || oldest === key) break;
      this.#entries.delete(oldest);
      this.#size -= old.length;
    }
    return lines;
  }
}
