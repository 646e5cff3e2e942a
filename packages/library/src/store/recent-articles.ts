import { readFileSync } from 'node:fs';
import { TIMESTAMP } from '../state/timestamp.ts';
import type { ArticleState, RecentArticle } from '../state/types.ts';

/** The list of recent articles, as its file holds it. */
interface RecentFile {
  schema: 'lede.recent/1';
  articles: RecentArticle[];
}

/** More than anybody looks through, and still read in well under a millisecond. */
export const MAX_RECENT = 200;

/** The row of an article; `undefined` where it was never opened. */
export function recentOf(state: ArticleState): RecentArticle | undefined {
  const { key, title, path, opened, position } = state;
  if (opened === undefined) return undefined;
  const row: RecentArticle = { key, opened };
  if (title !== undefined) row.title = title;
  if (path !== undefined) row.path = path;
  if (position) row.progress = position.progress;
  return row;
}

/** The list with a row put in its place: the last opened first, each article once. */
export function withRecent(articles: readonly RecentArticle[], row: RecentArticle): RecentArticle[] {
  return newestFirst([row, ...articles.filter(({ key }) => key !== row.key)]);
}

export function newestFirst(articles: readonly RecentArticle[]): RecentArticle[] {
  return articles.toSorted((a, b) => (a.opened < b.opened ? 1 : -1)).slice(0, MAX_RECENT);
}

/** Reads the list; `undefined` where it must be made again from the states, which hold all that is in it. */
export function readRecent(file: string): RecentArticle[] | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecentFile(value) ? value.articles : undefined;
  } catch {
    return undefined;
  }
}

export function writeRecent(articles: readonly RecentArticle[]): string {
  const content: RecentFile = { schema: 'lede.recent/1', articles: [...articles] };
  return `${JSON.stringify(content)}\n`;
}

function isRecentFile(value: unknown): value is RecentFile {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, articles } = value as Partial<RecentFile>; // checked here
  return schema === 'lede.recent/1' && Array.isArray(articles) && articles.every(isRecent);
}

function isRecent(value: unknown): value is RecentArticle {
  if (typeof value !== 'object' || value === null) return false;
  const { key, title = '', path = '', opened = '', progress = 0 } = value as Partial<RecentArticle>; // checked here
  const texts = [key, title, path, opened].every((text) => typeof text === 'string');
  return texts && TIMESTAMP.test(opened) && typeof progress === 'number';
}
