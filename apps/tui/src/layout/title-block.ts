import { type Draft, cellWidth } from '@lede/core';
import { hasRightToLeft } from './bidi.ts';
import { formatDate } from './date.ts';
import type { LayoutContext } from './context.ts';
import { formatMinutes } from './duration.ts';
import type { BodyLine } from './fill.ts';
import { shownText, type Piece } from './shown-text.ts';
import { Style } from './style.ts';
import { UNIT } from './structure.ts';
import { filled } from './unit-lines.ts';

const SEPARATOR = ' \u00b7 ';

/** What stands over the article: its title, and one line of who, where and when. */
export interface TitleBlock {
  /** The unit whose heading is the title, and which the title block stands for; -1: the title is metadata alone. */
  unit: number;
}

/** The title block of an article; `null` where there is nothing to show in one. */
export function titleBlockOf({ article, structure, options }: Omit<LayoutContext, 'tables'>): TitleBlock | null {
  if (options.titleBlock === false) return null;
  const { title } = article.meta;
  const unit = structure.kind.indexOf(UNIT);
  const first = article.blocks[unit];
  if (first?.type === 'heading' && first.depth <= 2) {
    const isTitle = title === undefined ? false : sameWords(article.text.slice(first.start, first.end), title);
    if (isTitle) return { unit };
  }
  return title === undefined && bylineOf(article, options.minutes).length === 0 ? null : { unit: -1 };
}

export function titleLines(context: LayoutContext, { unit }: TitleBlock): BodyLine[] {
  const { article, options, page } = context;
  const { title } = article.meta;
  const heading = article.blocks[unit];
  const lines: BodyLine[] = [];
  const fillWith = (pieces: readonly Piece[]): void => {
    lines.push(...filled(context, pieces, page.measure, heading?.start ?? 0, false));
  };
  if (heading) fillWith(shownText(article, heading.start, heading.end, Style.title | Style.heading));
  else if (title !== undefined) fillWith([{ text: title, style: Style.title | Style.heading }]);
  for (const text of packed(bylineOf(article, options.minutes), page.measure)) {
    fillWith([{ text, style: Style.byline }]);
  }
  return lines;
}

/** Who, where, when and how long, as far as it is known: `Ann Lee`, `The Paper`, `3 March 2026`, `4 min`. */
function bylineOf({ meta }: Draft, minutes: number | undefined): string[] {
  const authors = meta.byline ?? meta.authors.map((author) => author.name).join(', ');
  const date = meta.published ?? meta.modified;
  const parts = [authors, meta.site ?? '', date === undefined ? '' : formatDate(date, meta.language)];
  if (minutes !== undefined) parts.push(formatMinutes(minutes));
  return parts.filter((part) => part !== '');
}

/** The parts in as few lines as they fit into, broken between two of them. */
function packed(parts: readonly string[], width: number): string[] {
  const rtl = hasRightToLeft(parts.join(''));
  const lines: string[] = [];
  for (const part of parts) {
    // Each part in its own direction, or a number at the edge of one would go over to the next.
    const text = rtl ? isolated(part) : part;
    const longer = lines.length === 0 ? text : `${lines.at(-1)}${SEPARATOR}${text}`;
    if (lines.length > 0 && cellWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}

/** Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
