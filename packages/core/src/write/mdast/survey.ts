import type { Align, Block } from '../../article/types.ts';
import { isNoteLabel } from './phrasing.ts';

/** The largest number that a Markdown list item may have. */
const MAX_NUMBER = 999_999_999;

/** Which blocks Markdown has no syntax for, and what else is needed before the first block is written. */
export interface Survey {
  /** Rows of tables that GFM can write, with the sides of their columns. */
  gfmTables: ReadonlyMap<number, (Align | null)[]>;
  /** Rows of lists that only HTML can write. */
  htmlLists: ReadonlySet<number>;
  /** Rows of lists with blank lines between the items: some item holds more than a paragraph and lists. */
  looseLists: ReadonlySet<number>;
  /** Rows of footnotes that Markdown can define: by their label, and outside other footnotes. */
  notes: ReadonlySet<number>;
  /** The labels of those. */
  noteLabels: ReadonlySet<string>;
}

export function survey(blocks: readonly Block[]): Survey {
  const notes = new Set<number>();
  const noteLabels = new Set<string>();
  let noteEnd = 0;
  const htmlLists = new Set<number>();
  const tables = new Map<number, TableShape>();
  const itemCounts = new Map<number, number>();
  for (let row = 0; row < blocks.length; row++) {
    const block = blocks[row] as Block; // in range
    const { parent } = block;
    switch (block.type) {
      case 'footnoteDefinition':
        if (!isNoteLabel(block.label) || row < noteEnd) break;
        notes.add(row);
        noteLabels.add(block.label);
        noteEnd = endOf(blocks, row);
        break;
      case 'table':
        tables.set(row, new TableShape());
        break;
      case 'list':
        if (block.ordered && !isNumber(block.first ?? 1)) htmlLists.add(row);
        break;
      case 'listItem':
        if (parent === null) break;
        if (block.checked !== undefined && !isLine(blocks[row + 1])) htmlLists.add(parent);
        countItem(blocks, parent, itemCounts, htmlLists);
        break;
      case 'tableRow':
        if (parent !== null) tables.get(parent)?.addRow();
        break;
      case 'tableCell': {
        const table = parent === null ? null : blocks[parent]?.parent;
        if (typeof table === 'number') tables.get(table)?.addCell(block, isSimpleCell(blocks, row));
        break;
      }
      case 'caption':
        if (parent !== null) tables.get(parent)?.refuse();
        break;
      default:
    }
  }
  const gfmTables = new Map<number, (Align | null)[]>();
  for (const [row, shape] of tables) {
    const align = shape.finish();
    if (align) gfmTables.set(row, align);
  }
  return { gfmTables, htmlLists, looseLists: findLooseLists(blocks, htmlLists), notes, noteLabels };
}

/** The row after the last one inside `row`. */
function endOf(blocks: readonly Block[], row: number): number {
  let end = row + 1;
  while ((blocks[end]?.parent ?? -1) >= row) end++;
  return end;
}

function findLooseLists(blocks: readonly Block[], htmlLists: ReadonlySet<number>): Set<number> {
  const loose = new Set<number>();
  for (const [row, block] of blocks.entries()) {
    const item = block.parent === null ? undefined : blocks[block.parent];
    if (item?.type !== 'listItem' || item.parent === null) continue;
    const isTight = row - 1 === block.parent ? isLine(block) : block.type === 'list' && !htmlLists.has(row);
    if (!isTight) loose.add(item.parent);
  }
  return loose;
}

function countItem(blocks: readonly Block[], list: number, counts: Map<number, number>, htmlLists: Set<number>): void {
  const count = counts.get(list) ?? 0;
  counts.set(list, count + 1);
  const block = blocks[list];
  if (block?.type === 'list' && block.ordered && !isNumber((block.first ?? 1) + count)) htmlLists.add(list);
}

function isNumber(value: number): boolean {
  return value >= 0 && value <= MAX_NUMBER;
}

/** Whether a block begins with text on the line of its item. */
function isLine(block: Block | undefined): boolean {
  return block?.type === 'paragraph' || block?.type === 'image';
}

/** A cell of text, or of one image (an image in a line has no title). */
function isSimpleCell(blocks: readonly Block[], row: number): boolean {
  const child = blocks[row + 1];
  if (child?.parent !== row) return true;
  return child.type === 'image' && blocks[row + 2]?.parent !== row;
}

/** Sees whether a table is one that GFM can write: a first row of header cells, and no others. */
class TableShape {
  #fits = true;
  #rows = 0;
  #cells = 0;
  readonly #align: (Align | null)[] = [];

  addRow(): void {
    this.#endRow();
    this.#rows++;
    this.#cells = 0;
  }

  addCell(cell: Extract<Block, { type: 'tableCell' }>, isSimple: boolean): void {
    const align = cell.align ?? null;
    const column = this.#cells++;
    if (this.#rows === 1) this.#align.push(align);
    else if (this.#align[column] !== align) this.#fits = false;
    if (!isSimple || cell.header !== (this.#rows === 1) || cell.colSpan !== 1 || cell.rowSpan !== 1) this.#fits = false;
  }

  refuse(): void {
    this.#fits = false;
  }

  finish(): (Align | null)[] | undefined {
    this.#endRow();
    return this.#fits ? this.#align : undefined;
  }

  #endRow(): void {
    if (this.#rows > 0 && this.#cells !== this.#align.length) this.#fits = false;
  }
}
