import { breakLines } from '@lede/core';
import type { Painter } from '../theme/painter.ts';
import { visualText } from '../layout/visual-text.ts';
import { fit, truncate } from './fit.ts';

const MEASURE = 70;
/** A popup leaves at least this share of the page in sight. */
const SHARE = 0.6;

/** Rows of a short text: a rule with its title, the text wrapped to a measure, an empty row. */
export function popupRows(
  title: string,
  lines: readonly string[],
  columns: number,
  rows: number,
  painter: Painter,
): string[] {
  const width = Math.max(1, Math.min(MEASURE, columns - 4));
  const left = ' '.repeat(Math.max(0, Math.floor((columns - width) / 2)));
  const wrapped = lines.flatMap((line) => {
    const spans = breakLines(line, width);
    return spans.length === 0 ? [''] : spans.map(({ start, end }) => visualText(line.slice(start, end)));
  });
  const room = Math.max(1, Math.floor(rows * SHARE) - 2);
  const shown = wrapped.length > room ? [...wrapped.slice(0, room - 1), '…'] : wrapped;
  const rule = `── ${truncate(title, Math.max(1, width - 4))} `;
  return [
    painter.chrome(
      'windowDim',
      fit(left + rule + '─'.repeat(Math.max(0, columns - left.length - rule.length)), columns),
    ),
    ...shown.map((line) => painter.chrome('window', fit(left + line, columns))),
    painter.chrome('window', fit('', columns)),
  ];
}
