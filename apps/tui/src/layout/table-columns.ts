import { type Align, type Draft, type DraftBlock, cellWidth } from '@lede/core';
import { shownText } from './shown-text.ts';
import { INSIDE, type Structure } from './structure.ts';

/** Rows that decide the columns' widths. A table may have a million; its first ones show what it holds. */
const SAMPLE = 200;
/** Text of a cell that counts, in code units. */
const CELL_SAMPLE = 400;
/** A column is not narrowed below its longest word, unless that is longer than this. */
const LONGEST_WORD = 16;
const NARROWEST = 3;
/** A table that needs more than the measure breaks cells longer than this, as text breaks: long lines are hard to follow. */
const LONGEST_CELL = 40;
/** Short columns stay whole as long as this is left to the long ones. */
const READABLE_CELL = 24;
/** Columns that stand between two columns of a table: a rule and a space on either side. */
export const BETWEEN = 3;

/** The columns of a table at one width. */
export interface TableColumns {
  widths: number[];
  /** Columns of the screen that the table takes. */
  total: number;
  /** Some cells take several lines, so rules stand between the rows. */
  ruled: boolean;
  /** How most cells of each column are aligned, header cells aside; these go with them. */
  aligns: (Align | undefined)[];
}

/**
 * Fits the columns of a table: as wide as their content where that fits into `measure`. Else long cells are broken,
 * to `LONGEST_CELL` columns where `room` allows it, to `READABLE_CELL` otherwise; where that is too much too, all
 * columns give, down to their longest words; a table that still does not fit is wider than `room`.
 */
export function tableColumns(
  article: Draft,
  structure: Structure,
  table: number,
  measure: number,
  room: number,
): TableColumns {
  const count = structure.number[table] ?? 0;
  const natural = Array.from({ length: count }, () => NARROWEST);
  const least = Array.from({ length: count }, () => NARROWEST);
  const votes = Array.from({ length: count }, () => new Map<Align | undefined, number>());
  let hasLines = false;
  for (const cell of sampleCells(article, structure, table)) {
    const { width, word, lines } = measureCell(article, structure, cell);
    const block = article.blocks[cell] as DraftBlock & { type: 'tableCell' }; // a cell
    const first = structure.number[cell] ?? 0;
    const last = Math.min(count, first + Math.max(1, block.colSpan)) - 1;
    hasLines ||= lines > 1;
    if (!block.header) votes[first]?.set(block.align, (votes[first].get(block.align) ?? 0) + 1);
    // What a cell over several columns needs more than they have goes to the last of them.
    const others = BETWEEN * (last - first) + sum(natural.slice(first, last));
    natural[last] = Math.max(natural[last] ?? 0, width - others);
    if (first === last) least[last] = Math.max(least[last] ?? 0, Math.min(word, LONGEST_WORD));
  }
  const between = BETWEEN * Math.max(0, count - 1);
  const widths = fitted(natural, least, measure - between, room - between);
  const isNarrowed = widths.some((width, column) => width < (natural[column] ?? 0));
  const aligns = votes.map((found) => [...found].toSorted((a, b) => b[1] - a[1])[0]?.[0]);
  return { widths, total: sum(widths) + between, ruled: hasLines || isNarrowed, aligns };
}

/** Widths of the columns in `measure`, or in `room` where cells would become too narrow to read. */
function fitted(natural: readonly number[], least: readonly number[], measure: number, room: number): number[] {
  if (sum(natural) <= measure) return [...natural];
  const atLeast = (columns: number): number[] =>
    natural.map((width, i) => Math.max(least[i] ?? 0, Math.min(width, columns)));
  for (const [floor, columns] of [
    [LONGEST_CELL, measure],
    [READABLE_CELL, room],
  ] as const) {
    const widths = shared(natural, atLeast(floor), columns);
    if (sum(widths) <= room) return widths;
  }
  return shared(natural, least, room);
}

/**
 * Shares `room` out: each column has its floor, and of what is left as much as it wants of all that is wanted, as
 * browsers lay out tables (CSS 2.1, 17.5.2.2).
 */
function shared(natural: readonly number[], floors: readonly number[], room: number): number[] {
  const wanted = natural.map((width, i) => Math.max(0, width - (floors[i] ?? 0)));
  const all = sum(wanted);
  const spare = Math.max(0, Math.min(all, room - sum(floors)));
  let given = 0;
  let wantedSoFar = 0;
  return floors.map((floor, i) => {
    wantedSoFar += wanted[i] ?? 0;
    // What rounding leaves over goes to the next column.
    const upTo = all === 0 ? 0 : Math.floor((spare * wantedSoFar) / all);
    const width = floor + upTo - given;
    given = upTo;
    return width;
  });
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
