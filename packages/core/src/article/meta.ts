import type { Meta, MetaField, Origin } from './types.ts';

/** Metadata that the caller knows; it wins over whatever the input says. */
export type KnownMeta = Partial<Omit<Meta, 'origin'>>;

/**
 * Metadata while an article is read. The first value of a field stays, so set the most trusted source
 * first. Empty values are no values: absent means omitted.
 */
export class MetaDraft {
  readonly #meta: Meta = { authors: [], tags: [], origin: {} };

  constructor(known: KnownMeta = {}) {
    for (const [field, value] of Object.entries(known)) this.set(field as MetaField, value, 'caller');
  }

  has(field: MetaField): boolean {
    return Object.hasOwn(this.#meta.origin, field);
  }

  get<F extends MetaField>(field: F): Meta[F] {
    return this.#meta[field];
  }

  /** Sets a field unless it has a value. Returns whether it did. */
  set<F extends MetaField>(field: F, value: Meta[F] | undefined, origin: Origin): boolean {
    const clean = typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '').trim().normalize('NFC') : value;
    if (clean === undefined || clean.length === 0 || this.has(field)) return false;
    (this.#meta as unknown as Record<string, unknown>)[field] = clean; // same field, same type
    this.#meta.origin[field] = origin;
    return true;
  }

  finish(): Meta {
    return this.#meta;
  }
}
