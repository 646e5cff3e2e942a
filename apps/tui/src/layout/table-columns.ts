import { type Draft, type DraftBlock, cellWidth } from '@lede/core';
import { shownText } from './shown-text.ts';
import { INSIDE, type Structure } from './structure.ts';

/** Rows that decide the columns' widths. A table may have a million; its first ones show what it holds. */
const SAMPLE = 200;
/** Text of a cell that counts, in code units. */
const CELL_SAMPLE = 400;
/** A column is not narrowed below its longest word, unless that is longer than this. */
const LONGEST_WORD = 16;
const NARROWEST = 3;
/** Columns that stand between two columns of a table: a rule and a space on either side. */
export const BETWEEN = 3;

/** The columns of a table at one width. */
export interface TableColumns {
  widths: number[];
  /** Columns of the screen that the table takes. */
  total: number;
  /** Some cells take several lines, so rules stand between the rows. */
  ruled: boolean;
}

/**
 * Fits the columns of a table into `room`: as wide as their content where that fits, else the widest ones are
 * narrowed, down to their longest words; a table that still does not fit is wider than `room`.
 */
export function tableColumns(article: Draft, structure: Structure, table: number, room: number): TableColumns {
  const count = structure.number[table] ?? 0;
  const natural = Array.from({ length: count }, () => NARROWEST);
  const least = Array.from({ length: count }, () => NARROWEST);
  let hasLines = false;
  for (const cell of sampleCells(article, structure, table)) {
    const { width, word, lines } = measureCell(article, structure, cell);
    const block = article.blocks[cell] as DraftBlock & { type: 'tableCell' }; // a cell
    const first = structure.number[cell] ?? 0;
    const last = Math.min(count, first + Math.max(1, block.colSpan)) - 1;
    hasLines ||= lines > 1;
    // What a cell over several columns needs more than they have goes to the last of them.
    const others = BETWEEN * (last - first) + sum(natural.slice(first, last));
    natural[last] = Math.max(natural[last] ?? 0, width - others);
    if (first === last) least[last] = Math.max(least[last] ?? 0, Math.min(word, LONGEST_WORD));
  }
  const between = BETWEEN * Math.max(0, count - 1);
  const widths = sum(natural) + between <= room ? natural : narrowed(natural, least, room - between);
  const isNarrowed = widths.some((width, column) => width < (natural[column] ?? 0));
  return { widths, total: sum(widths) + between, ruled: hasLines || isNarrowed };
}

/** Takes columns away from the widest ones until `room` is enough, or all are at their least. */
function narrowed(natural: readonly number[], least: readonly number[], room: number): number[] {
  // Find the highest cap such that min(natural, max(least, cap)) fits.
  const at = (cap: number): number[] => natural.map((width, i) => Math.min(width, Math.max(least[i] ?? 0, cap)));
  let low = NARROWEST;
  let high = Math.max(NARROWEST, ...natural.slice(0, natural.length));
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sum(at(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  const widths = at(low);
  // What is left over by rounding goes to the columns that want it.
  let spare = room - sum(widths);
  for (let i = 0; i < widths.length && spare > 0; i++) {
    if ((widths[i] ?? 0) < (natural[i] ?? 0)) {
      widths[i] = (widths[i] ?? 0) + 1;
      spare--;
    }
  }
  return widths;
}

/** The cells of the first rows. */
function* sampleCells({ blocks }: Draft, structure: Structure, table: number): Generator<number> {
  const end = table + (structure.size[table] ?? 0);
  let rows = 0;
  for (let at = table + 1; at < end; at++) {
    const block = blocks[at] as DraftBlock; // in range
    if (block.parent === table && ++rows > SAMPLE) return;
    if (block.type === 'tableCell' && blocks[block.parent ?? -1]?.parent === table) yield at;
  }
}

/** Columns of a cell's longest line and longest word, and how many lines it has of its own. */
function measureCell(
  article: Draft,
  structure: Structure,
  cell: number,
): { width: number; word: number; lines: number } {
  let width = 0;
  let word = 0;
  let lines = 0;
  const end = cell + (structure.size[cell] ?? 1);
  for (let at = cell; at < end; at++) {
    const block = article.blocks[at] as DraftBlock; // in range
    const isLeaf = structure.size[at] === 1;
    if (!isLeaf || structure.kind[at] !== INSIDE) continue;
    const stop = Math.min(block.end, block.start + CELL_SAMPLE);
    const text = shownText(article, block.start, stop, 0)
      .map((piece) => piece.text)
      .join('');
    for (const line of text.split('\n')) {
      lines++;
      width = Math.max(width, cellWidth(line));
      for (const part of line.split(/[ -]/)) word = Math.max(word, cellWidth(part));
    }
  }
  return { width, word, lines };
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
