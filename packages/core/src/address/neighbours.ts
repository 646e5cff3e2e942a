import type { Draft, Mark, Sentence, Span } from '../article/types.ts';
import { isLeaf, lastStartingBy } from './locate.ts';

/** What one can go to: a block is a leaf block, be it of text or an image. */
export type Landmark = 'block' | 'heading' | 'sentence' | 'link';

/** A block, sentence or mark that was gone to: its place, and its index in the article's list of those. */
export interface Neighbour extends Span {
  row: number;
}

/**
 * The first block, heading, sentence or link that starts after an offset. Finding the place takes
 * logarithmic time; headings and links are then looked for from there.
 */
export function nextOf(article: Draft, landmark: Landmark, offset: number): Neighbour | undefined {
  const rows = rowsOf(article, landmark);
  for (let row = lastStartingBy(rows, offset) + 1; row < rows.length; row++) {
    if (is(article, landmark, row)) return neighbour(rows, row);
  }
  return undefined;
}

/** The last one that starts before an offset: from within a paragraph, that paragraph itself. */
export function previousOf(article: Draft, landmark: Landmark, offset: number): Neighbour | undefined {
  const rows = rowsOf(article, landmark);
  for (let row = lastStartingBy(rows, offset - 1); row >= 0; row--) {
    if (is(article, landmark, row)) return neighbour(rows, row);
  }
  return undefined;
}

/** The sentences of a block, in order; of all blocks within it where it is a container. */
export function sentencesOf({ blocks, sentences }: Draft, block: number): Sentence[] {
  const span = blocks[block];
  if (!span) return [];
  return sentences.slice(lastStartingBy(sentences, span.start - 1) + 1, lastStartingBy(sentences, span.end - 1) + 1);
}

function rowsOf(article: Draft, landmark: Landmark): readonly Span[] {
  return landmark === 'sentence' ? article.sentences : landmark === 'link' ? article.marks : article.blocks;
}

function is({ blocks, marks }: Draft, landmark: Landmark, row: number): boolean {
  switch (landmark) {
    case 'block':
      return isLeaf(blocks, row);
    case 'heading':
      return blocks[row]?.type === 'heading';
    case 'link':
      return (marks[row] as Mark).type === 'link'; // in range
    case 'sentence':
      return true;
  }
}

function neighbour(rows: readonly Span[], row: number): Neighbour {
  const { start, end } = rows[row] as Span; // callers stay in range
  return { row, start, end };
}
