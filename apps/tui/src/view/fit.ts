import { cellWidth, graphemes } from '@lede/core';

const ELLIPSIS = '…';
const ASCII = /^[ -~]*$/;

/** `text` in exactly `columns` columns: cut with an ellipsis, or filled with spaces. */
export function fit(text: string, columns: number): string {
  const cut = truncate(text, columns);
  return cut + ' '.repeat(Math.max(0, columns - cellWidth(cut)));
}

/** The end of `text` in at most `columns` columns; an ellipsis stands for what was cut. */
export function truncateStart(text: string, columns: number): string {
  if (columns < 1) return '';
  return cellWidth(text) <= columns ? text : ELLIPSIS + endOf(text, columns - 1);
}

/** As much of the end of `text` as fits into `columns` columns. */
export function endOf(text: string, columns: number): string {
  const clusters = Array.from(graphemes(text));
  let width = 0;
  let from = clusters.length;
  while (from > 0 && width + cellWidth(clusters[from - 1] as string) <= columns) {
    width += cellWidth(clusters[--from] as string); // in range
  }
  return clusters.slice(from).join('');
}

/** `text` in at most `columns` columns; an ellipsis stands for what was cut. */
export function truncate(text: string, columns: number): string {
  if (columns < 1) return '';
  if (ASCII.test(text)) return text.length <= columns ? text : text.slice(0, columns - 1) + ELLIPSIS;
  if (cellWidth(text) <= columns) return text;
  let kept = '';
  let width = 1;
  for (const grapheme of graphemes(text)) {
    width += cellWidth(grapheme);
    if (width > columns) break;
    kept += grapheme;
  }
  return kept + ELLIPSIS;
}
