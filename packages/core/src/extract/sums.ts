import type { Page } from './page.ts';

/** Sums of what stands before each block; one entry more than there are blocks. */
export function sumsBefore(column: Int32Array | Uint8Array): Int32Array {
  const sums = new Int32Array(column.length + 1);
  for (let i = 0; i < column.length; i++) sums[i + 1] = (sums[i] as number) + (column[i] as number);
  return sums;
}

/** The difference of a prefix sum over the blocks inside an element. */
export function within(sums: Int32Array | Float64Array, page: Page, element: number): number {
  return (sums[page.elementEnd[element] as number] as number) - (sums[page.elementFirst[element] as number] as number);
}

export function blocksWithin(page: Page, e: number): number {
  return (page.elementEnd[e] as number) - (page.elementFirst[e] as number);
}
