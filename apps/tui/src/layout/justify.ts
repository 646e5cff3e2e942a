import { cellWidth } from '@lede/core';
import type { Segment } from './line.ts';

/** Columns that one space may grow to; a line that needs more is left ragged. */
const WIDEST_SPACE = 3;
const WORDS_AND_SPACES = / +|[^ ]+/g;

/** The segments with their spaces widened so that the line fills `width`, as evenly as can be. */
export function justified(segments: readonly Segment[], width: number): Segment[] {
  let used = 0;
  let spaces = 0;
  for (const segment of segments) {
    used += segment.width;
    for (const character of segment.text) if (character === ' ') spaces++;
  }
  const missing = width - used;
  if (missing <= 0 || spaces === 0 || missing > spaces * (WIDEST_SPACE - 1)) return [...segments];
  const result: Segment[] = [];
  let seen = 0;
  for (const segment of segments) {
    if (!segment.text.includes(' ')) {
      result.push(segment);
      continue;
    }
    for (const { 0: part, index } of segment.text.matchAll(WORDS_AND_SPACES)) {
      let text = part;
      if (part.startsWith(' ')) {
        // The columns still missing are spread so that no two spaces differ by more than one.
        const before = Math.floor((seen * missing) / spaces);
        seen += part.length;
        text += ' '.repeat(Math.floor((seen * missing) / spaces) - before);
      }
      result.push(partOf(segment, text, index, part.length));
    }
  }
  return result;
}

function partOf(segment: Segment, text: string, index: number, length: number): Segment {
  const part: Segment = { ...segment, text, width: cellWidth(text) };
  const { start, end } = segment;
  if (start !== undefined && end !== undefined && end - start === segment.text.length) {
    part.start = start + index;
    part.end = start + index + length;
  }
  return part;
}
