import { INSIDE, type Page } from './page.ts';

/** Shorter blocks repeat in any text: a name, "Yes.", a unit. */
const MIN_WORDS = 12;
/** Where a repeat is meant: lines of code, cells of a table, entries of a list, the words that a reply answers. */
const REPEATS = INSIDE.pre | INSIDE.table | INSIDE.quote | INSIDE.list;

/** Where a run that repeats is meant: two lines of code, two rows of a table. */
const RUNS_REPEAT = INSIDE.pre | INSIDE.table;
/** The longest run of blocks that is looked for again right behind it: what moves through a page has a dozen or two. */
const LONGEST_RUN = 64;

/**
 * Takes out of the kept blocks those that say again what an earlier one said: copies for phones, pull
 * quotes, captions given twice. `hash[b]` is equal for equal texts.
 */
export function dropCopies(page: Page, kept: Uint8Array, hash: Int32Array, words: Int32Array): void {
  const seen = new Map<number, number>();
  for (let b = 0; b < kept.length; b++) {
    if (kept[b] === 0 || (words[b] as number) < MIN_WORDS) continue;
    if (insideOf(page, b) & REPEATS) continue;
    const earlier = seen.get(hash[b] as number);
    if (earlier === undefined) seen.set(hash[b] as number, b);
    else if (!isRefrain(page, earlier, b)) kept[b] = 0;
  }
}

/**
 * Takes out runs of blocks that stand again right behind themselves: what a script moves through the page is there
 * twice or more, so that it has no end. A song repeats a verse, but not one after the other.
 */
export function dropRepeatedRuns(page: Page, kept: Uint8Array, hash: Int32Array, words: Int32Array): void {
  const blocks = Array.from(kept.keys()).filter((b) => kept[b] === 1);
  /** Blocks that stay, and where among them each text stood last. */
  const stay: number[] = [];
  const places = new Map<number, number>();
  for (let at = 0; at < blocks.length;) {
    const b = blocks[at] as number; // in range
    const first = places.get(hash[b] as number);
    const run = first === undefined ? [] : stay.slice(Math.max(first, stay.length - LONGEST_RUN - 1));
    const again = blocks.slice(at, at + run.length);
    if (isRun(run) && again.length === run.length && again.every((copy, i) => isCopy(copy, run[i] as number))) {
      for (const copy of again) kept[copy] = 0;
      at += again.length;
      continue;
    }
    places.set(hash[b] as number, stay.length);
    stay.push(b);
    at++;
  }

  function isRun(run: readonly number[]): boolean {
    if (run.length < 2 || run.length > LONGEST_RUN || run.some((b) => insideOf(page, b) & RUNS_REPEAT)) return false;
    return run.reduce((sum, b) => sum + (words[b] as number), 0) >= MIN_WORDS;
  }

  /** A reply that quotes what it answers is none. */
  function isCopy(copy: number, b: number): boolean {
    return hash[copy] === hash[b] && (insideOf(page, copy) & INSIDE.quote) === (insideOf(page, b) & INSIDE.quote);
  }
}

/** The `INSIDE` bits of a block. */
function insideOf(page: Page, b: number): number {
  return page.elementInside[page.blockElement[b] as number] as number; // every block has an element
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
