import { ATOM } from '../article/inline.ts';
import type { Draft, Span } from '../article/types.ts';
import { lastStartingBy } from './locate.ts';

/**
 * A span's text as one line for a list: an image is its alternative text, a footnote's reference nothing,
 * a line break a space.
 */
export function shownText({ text, marks }: Draft, { start, end }: Span): string {
  let shown = text.slice(start, end);
  if (shown.includes(ATOM)) {
    let from = start;
    shown = '';
    for (let row = lastStartingBy(marks, start - 1) + 1; row < marks.length; row++) {
      const mark = marks[row];
      if (!mark || mark.start >= end) break;
      if (mark.type !== 'image' && mark.type !== 'footnoteReference') continue;
      shown += text.slice(from, mark.start) + (mark.type === 'image' ? (mark.alt ?? '') : '');
      from = mark.end;
    }
    shown += text.slice(from, end);
  }
  return shown.replace(/\s+/g, ' ').trim();
}
