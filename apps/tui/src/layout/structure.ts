import type { Draft, DraftBlock } from '@lede/core';

/** How a block is shown: not by itself, as rows of its own (a unit), or as a part of the unit around it. */
export const CONTAINER = 0;
export const UNIT = 1;
export const INSIDE = 2;

/** A row of a table with more blocks or text than this is a page laid out in a table, not a row. */
const MAX_ROW_BLOCKS = 200;
const MAX_ROW_TEXT = 8192;
/** Rows that a cell may reach down; more is a mistake, and costs. */
const MAX_ROW_SPAN = 1000;
/** Columns that a table may have. */
const MAX_COLUMNS = 1000;

/**
 * What the layout needs to know of all blocks at once, from one pass: which of them are units (leaves, and
 * rows of tables), list numbers, columns of cells. All arrays are indexed by block.
 */
export interface Structure {
  /** `CONTAINER`, `UNIT` or `INSIDE`. */
  kind: Uint8Array;
  /** Blocks of the subtree, itself included: `i + size[i]` is the block after it. */
  size: Int32Array;
  /** Of a list item its number, of a row its index, of a cell its column, of a list its last number, of a table its columns. */
  number: Int32Array;
  /** 1 for a list with blank lines between its items: one of them holds several blocks. */
  loose: Uint8Array;
}

export function structureOf({ blocks }: Draft): Structure {
  const { length } = blocks;
  const size = new Int32Array(length);
  const children = new Int32Array(length);
  for (let i = length - 1; i >= 0; i--) {
    const parent = blocks[i]?.parent ?? -1;
    size[i] = (size[i] ?? 0) + 1;
    if (parent < 0) continue;
    size[parent] = (size[parent] ?? 0) + (size[i] ?? 0);
    children[parent] = (children[parent] ?? 0) + 1;
  }
  const structure: Structure = {
    size,
    kind: new Uint8Array(length),
    number: new Int32Array(length),
    loose: new Uint8Array(length),
  };
  const pages = pagesInTables(blocks, size, children);
  /** Of each block the children passed; of a row the next free column. */
  const seen = new Int32Array(length);
  /** Of each table: the row down to which each column is taken by a cell above. */
  const reaching = new Map<number, Map<number, number>>();
  for (let i = 0; i < length; i++) {
    const block = blocks[i] as DraftBlock; // in range
    const { parent } = block;
    const around = parent === null ? null : (blocks[parent] as DraftBlock); // parents are blocks
    structure.kind[i] = kindOf(block, structure, pages, children[i] ?? 0);
    if (around === null || parent === null) continue;
    const nth = seen[parent] ?? 0;
    if (around.type !== 'listItem' || block.type !== 'list') seen[parent] = nth + 1;
    if (around.type === 'list') {
      structure.number[i] = (around.first ?? 1) + nth;
      structure.number[parent] = structure.number[i] ?? 0;
    } else if (around.type === 'listItem' && around.parent !== null) {
      if (block.type !== 'list' && nth > 0) structure.loose[around.parent] = 1;
    } else if (block.type === 'tableRow') {
      structure.number[i] = nth;
    } else if (block.type === 'tableCell' && around.parent !== null && pages[around.parent] === 0) {
      const table = around.parent;
      let taken = reaching.get(table);
      if (!taken) reaching.set(table, (taken = new Map()));
      const [column, next] = placeCell(block, structure.number[parent] ?? 0, nth, taken);
      structure.number[i] = column;
      // Columns in which no cell begins, as `colspan="100"` makes them, do not show.
      structure.number[table] = Math.max(structure.number[table] ?? 0, column + 1);
      seen[parent] = next;
    }
  }
  return structure;
}

function kindOf(block: DraftBlock, { kind }: Structure, pages: Uint8Array, children: number): number {
  const { parent } = block;
  if (parent !== null && kind[parent] === INSIDE) return INSIDE;
  if (block.type === 'tableCell' && parent !== null && kind[parent] === UNIT) return INSIDE;
  if (block.type === 'tableRow') return parent !== null && pages[parent] === 1 ? CONTAINER : UNIT;
  return children === 0 ? UNIT : CONTAINER;
}

/** Tables that only arrange a page: of one column, or with rows of page length. Shown as if they were not there. */
function pagesInTables(blocks: readonly DraftBlock[], size: Int32Array, children: Int32Array): Uint8Array {
  const pages = new Uint8Array(blocks.length);
  const columns = new Int32Array(blocks.length);
  for (let i = 0; i < blocks.length; i++) {
    const { type, parent, start, end } = blocks[i] as DraftBlock; // in range
    if (type !== 'tableRow' || parent === null) continue;
    columns[parent] = Math.max(columns[parent] ?? 0, children[i] ?? 0);
    if ((size[i] ?? 0) > MAX_ROW_BLOCKS || end - start > MAX_ROW_TEXT) pages[parent] = 1;
  }
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i]?.type === 'table' && (columns[i] ?? 0) <= 1) pages[i] = 1;
  }
  return pages;
}

/**
 * The column of a cell: from the end of the cell before it, the first that no cell of a row above reaches
 * down into. Returns the column after it.
 */
function placeCell(
  block: DraftBlock,
  row: number,
  from: number,
  taken: Map<number, number>,
): [column: number, next: number] {
  if (block.type !== 'tableCell') return [from, from];
  let column = from;
  while ((taken.get(column) ?? 0) > row) column++;
  const next = Math.min(column + Math.max(1, block.colSpan), MAX_COLUMNS);
  if (block.rowSpan > 1) {
    const below = row + Math.min(block.rowSpan, MAX_ROW_SPAN);
    for (let at = column; at < next; at++) taken.set(at, below);
  }
  return [column, next];
}
