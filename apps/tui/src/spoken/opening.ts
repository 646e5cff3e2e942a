import { readingTime } from '@lede/core';
import { formatDate } from '../layout/date.ts';
import { passageBlock, type SpokenArticle } from './spoken-article.ts';
import { oneLine } from './spoken-text.ts';

/** What is said of an article before its text: `Article: …`, then who, where, when, and how long it takes. */
export function openingLines({ article }: SpokenArticle): string[] {
  const { title, byline, authors, site, published, modified } = article.meta;
  const by = byline ?? (authors.length === 0 ? '' : `By ${authors.map(({ name }) => name).join(', ')}`);
  const date = published ?? modified;
  const minutes = Math.max(1, Math.round(readingTime(article).minutes));
  const about = [
    by,
    site ?? '',
    date === undefined ? '' : formatDate(date),
    `${minutes} minute${minutes === 1 ? '' : 's'} to read`,
  ];
  const sentences = about.map((part) => oneLine(part)).filter((part) => part !== '');
  return [`Article: ${oneLine(title ?? site ?? 'untitled')}`, `${sentences.join('. ')}.`];
}

/** The passage that reading begins with: not the heading that was just said as the title. */
export function firstPassage(spoken: SpokenArticle): number {
  const { title } = spoken.article.meta;
  const first = passageBlock(spoken, 0);
  if (first?.type !== 'heading' || title === undefined || spoken.passages.length < 2) return 0;
  return oneLine(spoken.article.text.slice(first.start, first.end)) === oneLine(title) ? 1 : 0;
}
