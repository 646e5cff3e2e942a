import type { Draft, Span } from '../article/types.ts';
import { blockAt } from './locate.ts';
import { shownText } from './shown-text.ts';

export interface Image extends Span {
  /** Index in `article.blocks`: of the image, or of the block whose text it stands in. */
  block: number;
  /** It stands in a line of text. */
  inline: boolean;
  url: string;
  alt?: string;
  title?: string;
  /** The caption of the figure that the image is part of, on one line. */
  caption?: string;
}

/** Every image, in order: those that are blocks and those in lines of text. */
export function images(article: Draft): Image[] {
  const captions = captionsOfFigures(article);
  const found: Image[] = [];
  for (const [block, row] of article.blocks.entries()) {
    if (row.type !== 'image') continue;
    const caption = row.parent === null ? undefined : captions.get(row.parent);
    found.push(image({ ...row, caption }, block, false));
  }
  for (const mark of article.marks) {
    if (mark.type !== 'image') continue;
    found.push(image(mark, blockAt(article, mark.start) ?? 0, true)); // a mark lies in a block
  }
  return found.toSorted((a, b) => a.start - b.start);
}

type Found = Span & { url: string; alt?: string; title?: string; caption?: string | undefined };

function image({ start, end, url, alt, title, caption }: Found, block: number, inline: boolean): Image {
  const row: Image = { block, inline, start, end, url };
  if (alt !== undefined) row.alt = alt;
  if (title !== undefined) row.title = title;
  if (caption !== undefined) row.caption = caption;
  return row;
}

/** The caption's text by the figure's row. */
function captionsOfFigures(article: Draft): Map<number, string> {
  const captions = new Map<number, string>();
  for (const block of article.blocks) {
    if (block.type !== 'caption' || block.parent === null || captions.has(block.parent)) continue;
    const text = shownText(article, block);
    if (text !== '') captions.set(block.parent, text);
  }
  return captions;
}
