import { printable } from '../layout/printable.ts';
import { type Piece, shownText } from '../layout/shown-text.ts';
import { Style } from '../layout/style.ts';
import type { SpokenArticle } from './spoken-article.ts';

/**
 * `[start, end)` of the text on one line, with words for what is not text: `[link 3: the rules]`, `[note 1]`,
 * `[image: a cat]`, `[deleted: ten pounds]`.
 */
export function spokenText(spoken: SpokenArticle, start: number, end: number): string {
  const { article, linkNumbers } = spoken;
  let said = '';
  let open: { link: number | undefined; isDeleted: boolean } = { link: undefined, isDeleted: false };
  for (const piece of shownText(article, start, end, 0)) {
    const link = piece.mark !== undefined && linkNumbers.has(piece.mark) ? piece.mark : undefined;
    const isDeleted = (piece.style & Style.delete) !== 0;
    if (link !== open.link || isDeleted !== open.isDeleted) {
      said += ends(open);
      if (link !== undefined) said += `[link ${linkNumbers.get(link)}: `;
      if (isDeleted) said += '[deleted: ';
      open = { link, isDeleted };
    }
    said += wordsOf(piece);
  }
  return oneLine(said + ends(open));
}

/** The text of code, its lines as they are. */
export function spokenCode({ article }: SpokenArticle, start: number, end: number): string[] {
  return article.text
    .slice(start, end)
    .split('\n')
    .map((line) => printable(line.replaceAll('\t', '    ')));
}

/** A text on one line, without what a terminal would take for a command. */
export function oneLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' ')).trim();
}

function ends({ link, isDeleted }: { link: number | undefined; isDeleted: boolean }): string {
  return (isDeleted ? ']' : '') + (link === undefined ? '' : ']');
}

function wordsOf({ text, style }: Piece): string {
  if ((style & Style.footnote) !== 0) return ` [note ${printable(text).slice(1, -1)}]`;
  return text === '[image]' ? '[image without description]' : text;
}
