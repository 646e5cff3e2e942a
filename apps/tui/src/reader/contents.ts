import type { Article, Block, Sentence } from '@lede/core';

export interface Heading {
  offset: number;
  depth: number;
  text: string;
}

/** What the reader looks up in an article again and again, found once, when first asked for. */
export interface Contents {
  headings(): readonly Heading[];
  /** Starts of the blocks that hold text, ascending. */
  paragraphs(): readonly number[];
  /** Starts of the sentences, ascending. */
  sentences(): readonly number[];
  words(): number;
}

export function contentsOf(article: Article): Contents {
  return {
    headings: once(() => headingsOf(article)),
    paragraphs: once(() => paragraphsOf(article.blocks)),
    sentences: once(() => article.sentences.map((sentence: Sentence) => sentence.start)),
    words: once(() => countWords(article.text)),
  };
}

/** Index of the last entry that is at most `offset`; -1 where all are larger. `starts` ascends. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1; // in range
    else high = middle;
  }
  return low - 1;
}

function headingsOf(article: Article): Heading[] {
  const headings: Heading[] = [];
  for (const block of article.blocks) {
    if (block.type !== 'heading') continue;
    const text = article.text.slice(block.start, block.end).replaceAll('\n', ' ');
    headings.push({ offset: block.start, depth: block.depth, text });
  }
  return headings;
}

function paragraphsOf(blocks: readonly Block[]): number[] {
  const starts: number[] = [];
  for (const [index, block] of blocks.entries()) {
    const isLeaf = blocks[index + 1]?.parent !== index;
    if (isLeaf && block.end > block.start && block.type !== 'tableCell') starts.push(block.start);
    else if (block.type === 'tableRow') starts.push(block.start);
  }
  return starts;
}

/** Words between spaces; a CJK character counts as half a word, as reading speeds are given for it. */
function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  let ideographs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x2e80 && code <= 0xd7ff) {
      ideographs++;
      inWord = false;
    } else if (code <= 32) {
      inWord = false;
    } else if (!inWord) {
      inWord = true;
      words++;
    }
  }
  return words + ideographs / 2;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
