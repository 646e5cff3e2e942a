import type { Draft, DraftBlock, Span } from '../article/types.ts';

/**
 * Index of the last row that starts at or before an offset; -1 where there is none. Rows are sorted by
 * `start`, as blocks, marks and sentences of an article are.
 */
export function lastStartingBy(rows: readonly Pick<Span, 'start'>[], offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as Span).start <= offset) low = middle + 1; // in range
    else high = middle;
  }
  return low - 1;
}

/** Whether a block has no children: it holds text itself, or is an image and the like. */
export function isLeaf(blocks: readonly DraftBlock[], row: number): boolean {
  return blocks[row + 1]?.parent !== row;
}

/**
 * Index of the leaf block that an offset lies in. What separates two blocks belongs to the one before it;
 * so does the end of the text. `undefined` in an article without blocks.
 */
export function blockAt({ blocks }: Draft, offset: number): number | undefined {
  if (blocks.length === 0) return undefined;
  let row = Math.max(0, lastStartingBy(blocks, offset));
  // A container starts with its first leaf, which comes later in the list: step back only where a container
  // was given a span wider than its content.
  while (row > 0 && !isLeaf(blocks, row)) row--;
  while (!isLeaf(blocks, row)) row++;
  return row;
}

/** Index of the sentence that an offset lies in, or of the one before it; `undefined` where there is none. */
export function sentenceAt({ sentences }: Draft, offset: number): number | undefined {
  const row = lastStartingBy(sentences, offset);
  return row < 0 ? undefined : row;
}
