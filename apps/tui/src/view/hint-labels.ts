import type { PlacedLine } from '../layout/flow.ts';
import type { Segment } from '../layout/line.ts';
import { Style } from '../layout/style.ts';
import type { Hint } from '../reader/state.ts';
import type { Overlay } from '../theme/painter.ts';

/**
 * Lines with the letters of hints written over the beginnings of their links, and what is to be painted
 * over to show them. A letter takes the place of a character, so that no line moves.
 */
export function withHints(
  lines: readonly PlacedLine[],
  hints: readonly Hint[],
  typed: string,
): { lines: PlacedLine[]; overlays: Overlay[] } {
  const left = new Map(hints.filter(({ label }) => label.startsWith(typed)).map(({ label, mark }) => [mark, label]));
  const overlays: Overlay[] = [];
  const labelled = lines.map((line): PlacedLine => {
    const segments = line.segments.flatMap((segment): Segment[] | Segment => {
      const label = segment.mark === undefined ? undefined : left.get(segment.mark);
      if (label === undefined) return segment;
      left.delete(segment.mark as number); // it has one, or there were no label
      const size = Math.min(label.length, segment.text.length);
      if (segment.start === undefined || segment.end === undefined) {
        const rest = { ...segment, text: segment.text.slice(size) };
        return [{ ...segment, text: label.slice(0, size), style: segment.style | Style.mark }, rest];
      }
      const isWhole = segment.text.length !== segment.end - segment.start;
      overlays.push({ start: segment.start, end: isWhole ? segment.end : segment.start + size, role: 'currentMatch' });
      return { ...segment, text: label.slice(0, size) + segment.text.slice(size) };
    });
    return { ...line, segments };
  });
  return { lines: labelled, overlays };
}
