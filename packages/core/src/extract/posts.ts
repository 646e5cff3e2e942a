import type { Element } from '../read/html/nodes.ts';
import { INSIDE, type Page } from './page.ts';
import { sumsBefore, within } from './sums.ts';

/** What posts of a thread are called, in a tag or class. */
const POST = /(?:^|[^a-z])(?:article|post|comment|message|msg|reply|answer)(?![a-z])/i;
/** Of the kept words around, so many stand in posts that follow one another; the rest is a title and the like. */
const MOST_WORDS = 0.7;
/** Of the elements beside each other that hold kept words, so many share a name of posts. */
const MOST_CALLED = 0.6;
/** What stands in these is apart already: entries of a list, rows of a table. */
const APART = INSIDE.list | INSIDE.table;
/** A post is looked for so many elements around its parts. */
const STEPS = 16;

/**
 * The posts of a thread, where they stand side by side, but the first of each row: who reads them has to see where
 * one ends, and the names of those who write are mostly not kept.
 */
export function laterPosts(page: Page, kept: Uint8Array, words: Int32Array): Set<Element> {
  const wordsBefore = sumsBefore(words.map((count, b) => (kept[b] === 1 ? count : 0)));
  const wordsIn = (e: number): number => within(wordsBefore, page, e);
  const rows = new Map<number, number[]>();
  for (let e = 0; e < page.elements.length; e++) {
    const parent = page.elementParent[e] as number;
    if (parent < 0 || wordsIn(e) === 0 || (page.elementInside[e] as number) & APART) continue;
    const row = rows.get(parent);
    if (row) row.push(e);
    else rows.set(parent, [e]);
  }
  const later = new Set<Element>();
  /** What the posts found so far are called: those around are found before those in them. */
  const nameOf = new Map<number, string>();
  for (const [parent, row] of rows) {
    const { name, posts } = postsOf(page, row);
    const count = posts.reduce((sum, e) => sum + wordsIn(e), 0);
    if (posts.length < 2 || posts.length < MOST_CALLED * row.length || count < MOST_WORDS * wordsIn(parent)) continue;
    // A reply in a post is called what the post is; its other parts are not.
    const around = nameAround(parent);
    if (around !== undefined && around !== name) continue;
    for (const e of posts) nameOf.set(e, name);
    for (const e of posts.slice(1)) later.add(page.elements[e] as Element); // every index has one
  }
  return later;

  function nameAround(element: number): string | undefined {
    let e = element;
    for (let n = 0; n < STEPS && e >= 0; n++) {
      const name = nameOf.get(e);
      if (name !== undefined) return name;
      e = page.elementParent[e] as number;
    }
    return undefined;
  }
}

/** Those of some elements that share the name of a post that most of them have. */
function postsOf(page: Page, row: readonly number[]): { name: string; posts: readonly number[] } {
  const named = new Map<string, number[]>();
  for (const e of row) {
    for (const name of new Set(page.elementClass[e]?.split(/\s+/).filter((token) => POST.test(token)))) {
      const others = named.get(name);
      if (others) others.push(e);
      else named.set(name, [e]);
    }
  }
  let most: { name: string; posts: readonly number[] } = { name: '', posts: [] };
  for (const [name, posts] of named) if (posts.length > most.posts.length) most = { name, posts };
  return most;
}
