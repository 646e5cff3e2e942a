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
      const trimmed = content.slice(from, to).trimEnd().length;
      if (trimmed > 0) sentences.push({ start: block.start + from, end: block.start + from + trimmed, block: i });
      from = to;
    }
  }
  return sentences;
}
