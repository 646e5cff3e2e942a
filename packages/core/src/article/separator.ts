import type { BlockType } from './types.ts';

/** The least that the rule needs to know of a block. */
interface Row {
  type: BlockType;
  parent: number | null;
}

/**
 * What stands in the text between two neighbouring leaf blocks `left < right` (invariant T2).
 *
 * It depends only on the nearest block that holds both: a tab between the cells of a row, one LF
 * between rows, between list items and before a list inside an item, and a blank line elsewhere.
 */
export function separator(blocks: readonly Row[], left: number, right: number): '\t' | '\n' | '\n\n' {
  let a: number | null = left;
  let b: number | null = right;
  let rightChild = right;
  // Pre-order: the larger index is never an ancestor of the smaller, so lift the larger one.
  while (a !== b) {
    if (b !== null && (a === null || b > a)) {
      rightChild = b;
      b = blocks[b]?.parent ?? null;
    } else if (a !== null) {
      a = blocks[a]?.parent ?? null;
    }
  }
  switch (a === null ? null : blocks[a]?.type) {
    case 'tableRow':
      return '\t';
    case 'table':
    case 'list':
      return '\n';
    case 'listItem':
      return blocks[rightChild]?.type === 'list' ? '\n' : '\n\n';
    default:
      return '\n\n';
  }
}
