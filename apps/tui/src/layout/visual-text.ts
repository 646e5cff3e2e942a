import { shaped } from './arabic-shapes.ts';
import { directionOf, hasRightToLeft, visualOrder } from './bidi.ts';

/**
 * One line of text of the reader's own rows (a title in the status row, a heading in the outline) in the order and
 * forms that the terminal shows from left to right. Text without right-to-left letters comes back as it is.
 */
export function visualText(text: string): string {
  if (!hasRightToLeft(text)) return text;
  const joined = shaped([{ text, style: 0 }])
    .map((piece) => piece.text)
    .join('');
  const order = visualOrder(joined, directionOf(joined, 'ltr'));
  return order(0, joined.length)
    .map((run) => run.text ?? joined.slice(run.start, run.end))
    .join('');
}
