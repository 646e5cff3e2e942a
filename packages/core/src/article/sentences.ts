import { segment } from '../segment/segment.ts';
import type { DraftBlock, Sentence } from './types.ts';

/** The sentences of all leaf blocks but code, in order, each without the white space after it (invariant N1). */
export function cutSentences(blocks: readonly DraftBlock[], text: string, language: string | undefined): Sentence[] {
  const sentences: Sentence[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as DraftBlock; // in range
    if (block.start === block.end || block.type === 'code') continue;
    const next = blocks[i + 1];
    if (next?.parent === i) continue;
    const content = text.slice(block.start, block.end);
    let from = 0;
    for (const to of segment(content, language)) {
      const end = endOfWords(content, from, to);
      if (end > from) sentences.push({ start: block.start + from, end: block.start + end, block: i });
      from = to;
    }
  }
  return sentences;
}

/** Where the white space at the end of `[from, to)` begins; mostly it is one space, or none. */
function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === 0x20) end--;
  const code = text.charCodeAt(end - 1);
  return code > 0x20 && code < 0xa0 ? end : from + text.slice(from, end).trimEnd().length;
}
