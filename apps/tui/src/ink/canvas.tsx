import { Transform } from 'ink';
import type { ReactElement } from 'react';

/**
 * The whole screen: rows of styled text, one for each row of the terminal. Ink lays out a blank of the same
 * height, and each of its lines is replaced by the row, so a frame costs the same whatever it shows.
 */
export function Canvas({ rows }: { rows: readonly string[] }): ReactElement {
  const blank = rows.map(() => ' ').join('\n');
  return <Transform transform={(_line, index) => rows[index] ?? ''}>{blank}</Transform>;
}
