import { eachClassWord } from './class-words.ts';
import type { Page } from './page.ts';
import { SIZE_CLASSES, sizeClass } from './text-terms.ts';
import { mix } from './words.ts';

/** Size of the table that terms of places are hashed into, a power of two. */
export const PLACE_TERMS: number = 2 ** 15;

/** How far out the elements around a block are looked at. */
const LEVELS = 10;

/** Which blocks a word is told of: all inside the element, those that it holds itself, those that its children hold. */
const INSIDE_IT = 0;
const HELD = 1;
const HELD_BY_CHILD = 2;
/** Those that it or a child holds, of the size class that is added to this. */
const HELD_OF_SIZE = 3;
const PAIR = HELD_OF_SIZE + SIZE_CLASSES;

/** An element's tag and the words of its class and id. */
export interface PlaceWords {
  words: readonly number[];
  /** Terms of each word, and of each with the one before it, for all blocks inside. */
  inside: readonly number[];
}

/** The words of each element's names; elements with the same names share them. */
export function placeWords(page: Page): PlaceWords[] {
  const known = new Map<string, PlaceWords>();
  return page.elementClass.map((names) => {
    let of = known.get(names);
    if (!of) known.set(names, (of = wordsOf(names)));
    return of;
  });
}

function wordsOf(names: string): PlaceWords {
  const words: number[] = [];
  const inside: number[] = [];
  let previous = 0;
  eachClassWord(names, (word) => {
    words.push(word);
    inside.push(termOf(word, INSIDE_IT));
    if (previous !== 0) inside.push(termOf(mix(previous, word), PAIR));
    previous = word;
  });
  return { words, inside };
}

function termOf(word: number, kind: number): number {
  return mix(word, kind) & (PLACE_TERMS - 1);
}

/**
 * Calls back with what the linear model is told of where a block of so many words stands: terms of the elements
 * around it, the body left out, whose names say what page it is. A term may come more than once.
 */
export function eachPlaceTerm(
  page: Page,
  places: readonly PlaceWords[],
  b: number,
  words: number,
  visit: (term: number) => void,
): void {
  const e = page.blockElement[b] as number;
  const size = HELD_OF_SIZE + sizeClass(words);
  visitHolder(places[e], HELD, size, visit);
  visitHolder(places[page.elementParent[e] as number], HELD_BY_CHILD, size, visit);
  for (let at = e, level = 0; at >= 0 && level < LEVELS; at = page.elementParent[at] as number, level++) {
    const tag = page.elements[at]?.tagName;
    if (tag === 'body' || tag === 'html') break;
    for (const term of places[at]?.inside ?? []) visit(term);
  }
}

function visitHolder(holder: PlaceWords | undefined, kind: number, size: number, visit: (term: number) => void): void {
  if (!holder) return;
  for (const word of holder.words) {
    visit(termOf(word, kind));
    visit(termOf(word, size));
  }
}
