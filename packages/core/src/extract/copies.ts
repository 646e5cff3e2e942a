import { INSIDE, type Page } from './page.ts';

/** Shorter blocks repeat in any text: a name, "Yes.", a unit. */
const MIN_WORDS = 12;
/** Where a repeat is meant: lines of code, cells of a table, entries of a list, the words that a reply answers. */
const REPEATS = INSIDE.pre | INSIDE.table | INSIDE.quote | INSIDE.list;

/**
 * Takes out of the kept blocks those that say again what an earlier one said: copies for phones, pull
 * quotes, captions given twice. `hash[b]` is equal for equal texts.
 */
export function dropCopies(page: Page, kept: Uint8Array, hash: Int32Array, words: Int32Array): void {
  const seen = new Set<number>();
  for (let b = 0; b < kept.length; b++) {
    if (kept[b] === 0 || (words[b] as number) < MIN_WORDS) continue;
    if ((page.elementInside[page.blockElement[b] as number] as number) & REPEATS) continue;
    if (seen.has(hash[b] as number)) kept[b] = 0;
    else seen.add(hash[b] as number);
  }
}
