import type { Draft, Mark } from '@lede/core';
import { blockLinkId } from '../layout/block-link.ts';

/** Something that leads somewhere: a link or footnote reference in the text, or an image or embed between texts. */
export interface LinkTarget {
  start: number;
  end: number;
  /** An address, or a fragment of this article. */
  url: string;
  /** The footnote that it refers to. */
  note?: string;
  /** Index of the block that it is, where it is none of the text. */
  block?: number;
}

/** What an id stands for: an index into `article.marks`, or that of a block by `blockLinkId`. */
export function targetOf(article: Draft, id: number): LinkTarget | undefined {
  const mark = article.marks[id];
  if (mark) return targetOfMark(mark);
  const row = id - article.marks.length;
  const block = article.blocks[row];
  if (block?.type !== 'image' && block?.type !== 'embed') return undefined;
  const { start, end, url } = block;
  return { start, end, url, block: row };
}

/** Ids of all that leads somewhere, in the order of the text. */
export function linkIds(article: Draft): number[] {
  const found: { id: number; start: number }[] = [];
  for (const [id, mark] of article.marks.entries()) if (targetOfMark(mark)) found.push({ id, start: mark.start });
  for (const [row, { type, start }] of article.blocks.entries()) {
    if (type === 'image' || type === 'embed') found.push({ id: blockLinkId(article, row), start });
  }
  return found.toSorted((a, b) => a.start - b.start).map(({ id }) => id);
}

function targetOfMark(mark: Mark): LinkTarget | undefined {
  const { start, end } = mark;
  if (mark.type === 'link') return { start, end, url: mark.url };
  return mark.type === 'footnoteReference' ? { start, end, url: `#${mark.target}`, note: mark.target } : undefined;
}
