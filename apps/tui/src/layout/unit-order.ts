import type { Draft } from '@lede/core';
import { CONTAINER, type Structure, UNIT } from './structure.ts';

/** The next unit after block `from` and what stands in it; -1 where there is none. */
export function unitAfter(structure: Structure, from: number): number {
  let at = from < 0 ? 0 : from + (structure.kind[from] === UNIT ? (structure.size[from] ?? 1) : 1);
  while (at < structure.kind.length && structure.kind[at] === CONTAINER) at++;
  return at < structure.kind.length ? at : -1;
}

/** The last unit before block `from`; -1 where there is none. */
export function unitBefore(article: Draft, structure: Structure, from: number): number {
  for (let at = from - 1; at >= 0; at--) {
    if (structure.kind[at] !== CONTAINER) return unitOf(article, structure, at);
  }
  return -1;
}

/** The unit that block `at` stands in; itself where it is one. */
function unitOf(article: Draft, structure: Structure, at: number): number {
  let unit = at;
  while (unit >= 0 && structure.kind[unit] !== UNIT && structure.kind[unit] !== CONTAINER) {
    unit = article.blocks[unit]?.parent ?? -1;
  }
  return unit;
}

/** The last unit that starts at or before `offset` of the text; -1 where there is none. */
export function unitAtOffset(article: Draft, structure: Structure, offset: number): number {
  const { blocks } = article;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = low - 1;
  if (last < 0) return unitAfter(structure, -1);
  return structure.kind[last] === CONTAINER ? unitAfter(structure, last) : unitOf(article, structure, last);
}

/**
 * How two neighbouring units stand together: the nearest block that holds both (-1: the page), and its
 * children on either side.
 */
export interface Meeting {
  around: number;
  left: number;
  right: number;
}

export function meet({ blocks }: Draft, left: number, right: number): Meeting {
  let a = left;
  let b = right;
  let leftChild = left;
  let rightChild = right;
  // Pre-order: the larger index is never an ancestor of the smaller, so the larger one is lifted.
  while (a !== b) {
    if (b > a) {
      rightChild = b;
      b = blocks[b]?.parent ?? -1;
    } else {
      leftChild = a;
      a = blocks[a]?.parent ?? -1;
    }
  }
  return { around: a, left: leftChild, right: rightChild };
}
