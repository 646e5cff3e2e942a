import { BREAK, type Page } from '../src/extract/page.ts';
import { align } from './align.ts';
import { tokenize } from './corpus.ts';

/** Which tokens a page's blocks hold, and how much of each block is the article. */
export interface Labels {
  /** Tokens of all blocks, as ids of the page's own vocabulary. */
  tokens: Int32Array;
  /** Tokens of block `b` are `tokens[starts[b] .. starts[b + 1]]`. */
  starts: Int32Array;
  /** For each block the share of its tokens that the reference claims; -1 where it has none. */
  labels: Float32Array;
  /** Tokens of the reference, as ids of the same vocabulary. */
  reference: Int32Array;
}

/** The text of each block, as the reader would put it together. */
export function blockTexts(page: Page): string[] {
  return page.blockElement.map((_, b) => {
    let text = '';
    const end = page.blockTexts[b + 1] as number;
    for (let t = page.blockTexts[b] as number; t < end; t++) {
      if ((page.textInline[t] as number) & BREAK) text += '\n';
      text += page.texts[t]?.value ?? '';
    }
    return text;
  });
}

export function label(blocks: readonly string[], referenceText: string): Labels {
  const vocabulary = new Map<string, number>();
  const idOf = (token: string): number => {
    let id = vocabulary.get(token);
    if (id === undefined) vocabulary.set(token, (id = vocabulary.size));
    return id;
  };
  const reference = Int32Array.from(tokenize(referenceText), idOf);
  const bounds = [0];
  const all: number[] = [];
  for (const text of blocks) {
    for (const token of tokenize(text)) all.push(idOf(token));
    bounds.push(all.length);
  }
  const tokens = Int32Array.from(all);
  const starts = Int32Array.from(bounds);
  const place = align({ ids: tokens, starts }, reference);
  const labels = new Float32Array(blocks.length);
  for (let b = 0; b < blocks.length; b++) {
    const own = place.subarray(starts[b], starts[b + 1]);
    labels[b] = own.length > 0 ? own.filter((at) => at >= 0).length / own.length : -1;
  }
  return { tokens, starts, labels, reference };
}
