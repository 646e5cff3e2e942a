import type { Align, DraftBlock } from '@lede/core';
import { bodyLine, type BodyLine } from './fill.ts';
import type { LayoutContext } from './context.ts';
import type { Segment } from './line.ts';
import { Style } from './style.ts';
import { BETWEEN, type TableColumns } from './table-columns.ts';

/** Lays out what stands in a block, in lines of `width` columns. */
export type LayInside = (root: number, width: number) => BodyLine[];

interface Cell {
  column: number;
  width: number;
  align: Align;
  lines: BodyLine[];
}

/**
 * The rows of the screen for one row of a table: its cells side by side, and the rules over or under it. In an
 * article set from right to left the first column stands at the right.
 */
export function tableRowLines(
  { article, structure }: LayoutContext,
  row: number,
  { widths, ruled, aligns }: TableColumns,
  layInside: LayInside,
): BodyLine[] {
  const { blocks } = article;
  const rtl = article.meta.direction === 'rtl';
  const block = blocks[row] as DraftBlock; // a row
  const cells: Cell[] = [];
  let isHeader = true;
  const end = row + (structure.size[row] ?? 1);
  for (let at = row + 1; at < end; at += structure.size[at] ?? 1) {
    const cell = blocks[at];
    if (cell?.type !== 'tableCell') continue;
    if (!cell.header) isHeader = false;
    const column = structure.number[at] ?? 0;
    const width = spanWidth(widths, column, cell.colSpan);
    const lines = layInside(at, Math.max(1, width));
    const byText = rtl || lines.some((line) => line.rtl) ? 'right' : 'left';
    const align = cell.align ?? (cell.header && cell.colSpan <= 1 ? aligns[column] : undefined) ?? byText;
    cells.push({ column, width, align, lines });
  }
  const rows: BodyLine[] = [];
  const above = previousRow(blocks, row);
  if (ruled && above >= 0 && !isHeaderRow(blocks, structure.size, above)) rows.push(rule(widths, rtl, block.start));
  const height = Math.max(1, ...cells.map((cell) => cell.lines.length));
  for (let line = 0; line < height; line++) {
    rows.push(joinCells(cells, widths, line, rtl, rows.at(-1)?.end ?? block.start));
  }
  if (isHeader && !isHeaderRow(blocks, structure.size, end)) rows.push(rule(widths, rtl, block.end));
  return rows;
}

/** One row of the screen across all cells. */
function joinCells(
  cells: readonly Cell[],
  widths: readonly number[],
  index: number,
  rtl: boolean,
  at: number,
): BodyLine {
  // From the first column on, whichever side that is: what a cell shows, or a rule between two.
  const parts: Segment[][] = [];
  let column = 0;
  const separate = (): void => {
    if (column > 0) parts.push([space(1), { text: '\u2502', width: 1, style: Style.rule }, space(1)]);
  };
  for (const cell of cells) {
    for (; column < cell.column; column++) {
      separate();
      parts.push([space(widths[column] ?? 0)]);
    }
    separate();
    const line = cell.lines[index];
    const free = Math.max(0, cell.width - (line?.width ?? 0));
    const before = cell.align === 'right' ? free : cell.align === 'center' ? free >> 1 : 0;
    parts.push([space(before), ...(line?.segments ?? []), space(free - before)]);
    let covered = cell.width;
    do {
      covered -= (widths[column] ?? 0) + BETWEEN;
      column++;
    } while (covered > 0 && column < widths.length);
  }
  if (!rtl) return bodyLine(withoutTrailingSpace(parts.flat()), false, at);
  for (; column < widths.length; column++) parts.push([space((widths[column] ?? 0) + BETWEEN)]);
  return bodyLine(parts.toReversed().flat(), true, at);
}

function space(width: number): Segment {
  return { text: ' '.repeat(width), width, style: 0 };
}

/** Segments without empty ones, and without spaces at the end that nothing follows. */
function withoutTrailingSpace(segments: readonly Segment[]): Segment[] {
  const shown = segments.findLastIndex((segment) => segment.start !== undefined || segment.text.trim() !== '');
  return segments.slice(0, shown + 1).filter((segment) => segment.text !== '');
}

function rule(widths: readonly number[], rtl: boolean, at: number): BodyLine {
  const columns = rtl ? widths.toReversed() : widths;
  const text = columns
    .map((width, i) => '\u2500'.repeat(width + (i === 0 || i === columns.length - 1 ? 1 : 2)))
    .join('\u253c');
  const whole = columns.length === 1 ? text.slice(1) : text;
  return bodyLine([{ text: whole, width: whole.length, style: Style.rule }], rtl, at);
}

/** Columns of a cell over `span` columns. */
function spanWidth(widths: readonly number[], column: number, span: number): number {
  let width = widths[column] ?? 1;
  for (let at = column + 1; at < Math.min(widths.length, column + span); at++) width += BETWEEN + (widths[at] ?? 0);
  return width;
}

/** Whether `row` is a row of header cells alone. */
function isHeaderRow(blocks: readonly DraftBlock[], size: Int32Array, row: number): boolean {
  if (blocks[row]?.type !== 'tableRow') return false;
  const end = row + (size[row] ?? 1);
  for (let at = row + 1; at < end; at += size[at] ?? 1) {
    const cell = blocks[at];
    if (cell?.type === 'tableCell' && !cell.header) return false;
  }
  return true;
}

/** The row before `row` in its table; -1 where it is the first. */
function previousRow(blocks: readonly DraftBlock[], row: number): number {
  const table = blocks[row]?.parent ?? null;
  for (let at = row - 1; at >= 0 && at !== table; at--) {
    if (blocks[at]?.type === 'tableRow' && blocks[at]?.parent === table) return at;
  }
  return -1;
}
