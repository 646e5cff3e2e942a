import { cellWidth } from '@lede/core';
import type { Painter } from '../theme/painter.ts';
import type { ChromeRole } from '../theme/theme.ts';
import { truncate } from './fit.ts';

/** A text of the reader's own and how it looks. */
export type Piece = readonly [role: ChromeRole, text: string];

/** Pieces side by side in one row, cut where the screen ends. */
export function chromeRow(painter: Painter, columns: number, pieces: readonly Piece[]): string {
  let room = columns;
  let row = '';
  for (const [role, text] of pieces) {
    const shown = truncate(text, room);
    room -= cellWidth(shown);
    if (shown !== '') row += painter.chrome(role, shown);
  }
  return row;
}
