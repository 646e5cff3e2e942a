import type { Article, Block } from '@lede/core';
import { structureOf, UNIT } from '../layout/structure.ts';

/** An article as it is said: passages one after the other, and what is needed to say where each stands. */
export interface SpokenArticle {
  article: Article;
  /** Indexes of the blocks that are said as a whole: leaves, and rows of tables. */
  passages: readonly number[];
  /** Index of a block among its siblings, from 0; captions of tables aside. */
  nth: Int32Array;
  /** Children of a block. */
  children: Int32Array;
  /** Of a cell its column, from 0; of a table its columns. */
  columns: Int32Array;
  /** Indexes into `article.marks`; a link's number is its place here, from 1. */
  links: readonly number[];
  linkNumbers: ReadonlyMap<number, number>;
}

export function spokenArticle(article: Article): SpokenArticle {
  const { kind, number } = structureOf(article);
  const nth = new Int32Array(article.blocks.length);
  const children = new Int32Array(article.blocks.length);
  const passages: number[] = [];
  for (const [row, { parent, type }] of article.blocks.entries()) {
    if (kind[row] === UNIT) passages.push(row);
    // A table's caption is none of its rows.
    if (parent === null || (type === 'caption' && article.blocks[parent]?.type === 'table')) continue;
    nth[row] = children[parent] ?? 0;
    children[parent] = (nth[row] ?? 0) + 1;
  }
  const links = article.marks.flatMap((mark, index) => (mark.type === 'link' ? [index] : []));
  const linkNumbers = new Map(links.map((mark, index) => [mark, index + 1]));
  return { article, passages, nth, children, columns: number, links, linkNumbers };
}

/** The block of a passage. */
export function passageBlock({ article, passages }: SpokenArticle, passage: number): Block | undefined {
  return article.blocks[passages[passage] ?? -1];
}

/** Index of the passage that an offset lies in: the last that starts at or before it, else the first. */
export function passageAt({ article, passages }: SpokenArticle, offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((article.blocks[passages[middle] ?? -1]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
