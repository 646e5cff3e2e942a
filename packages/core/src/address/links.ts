import type { Draft, Span } from '../article/types.ts';
import { shownText } from './shown-text.ts';

export interface Link extends Span {
  /** Index in `article.marks`. */
  mark: number;
  /** What is linked, on one line; the alternative text of an image. May be empty. */
  text: string;
  url: string;
  title?: string;
}

/** Every link in the text, in order, repeated ones too. */
export function links(article: Draft): Link[] {
  const found: Link[] = [];
  for (const [row, mark] of article.marks.entries()) {
    if (mark.type !== 'link') continue;
    const { start, end, url, title } = mark;
    const link: Link = { mark: row, start, end, text: shownText(article, mark), url };
    if (title !== undefined) link.title = title;
    found.push(link);
  }
  return found;
}
