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
  const seen = new Map<number, number>();
  for (let b = 0; b < kept.length; b++) {
    if (kept[b] === 0 || (words[b] as number) < MIN_WORDS) continue;
    if ((page.elementInside[page.blockElement[b] as number] as number) & REPEATS) continue;
    const earlier = seen.get(hash[b] as number);
    if (earlier === undefined) seen.set(hash[b] as number, b);
    else if (!isRefrain(page, earlier, b)) kept[b] = 0;
  }
}

/** Whether a text comes again the way its author wrote it: among the same siblings, alike, with others in between. */
function isRefrain(page: Page, earlier: number, b: number): boolean {
  const first = page.blockElement[earlier] as number;
  const again = page.blockElement[b] as number;
  return (
    b > earlier + 1 &&
    page.elementParent[first] === page.elementParent[again] &&
    page.elementShape[first] === page.elementShape[again]
  );
}
