import type { Align } from '../../article/types.ts';
import { cellWidth } from '../../lines/cell-width.ts';
import { wrap } from './wrap.ts';

export interface TextCell {
  text: string;
  header: boolean;
  align?: Align | undefined;
}

/** A table is drawn in columns only where none is wider: padding must not outgrow the table. In columns. */
const MAX_COLUMN = 40;
const GAP = '  ';

/**
 * The lines of a table: in columns where they fit, with a rule under a first row of headers; otherwise each
 * row as a line, with a bar between its cells.
 */
export function tableLines(rows: readonly (readonly TextCell[])[], width: number | undefined): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, { text }] of row.entries()) widths[column] = Math.max(widths[column] ?? 1, cellWidth(text));
  }
  const total = widths.reduce((sum, column) => sum + column + GAP.length, -GAP.length);
  const fits = widths.every((column) => column <= MAX_COLUMN) && (width === undefined || total <= width);
  if (!fits) return rows.flatMap((row) => wrap(row.map(({ text }) => text).join(' | '), width));
  const lines = rows.map((row) => {
    return row
      .map((cell, column) => pad(cell, widths[column] ?? 1))
      .join(GAP)
      .trimEnd();
  });
  const [head = []] = rows;
  if (rows.length > 1 && head.every(({ header }) => header)) {
    lines.splice(1, 0, widths.map((column) => '-'.repeat(column)).join(GAP));
  }
  return lines;
}

function pad({ text, align }: TextCell, width: number): string {
  const room = Math.max(0, width - cellWidth(text));
  const left = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0;
  return ' '.repeat(left) + text + ' '.repeat(room - left);
}
