import { readdirSync } from 'node:fs';
import path from 'node:path';
import { libraryError, type LibraryError } from '../errors.ts';
import type { ArticleState, RecentArticle } from '../state/types.ts';
import { newestFirst, recentOf } from './recent-articles.ts';
import { readStateFile } from './state-file.ts';
import { isArticleFile, type StorePaths } from './store-paths.ts';
import { isMissing, reasonOf } from './system-error.ts';

/** Reads all states of a folder, in the order of their keys. */
export function listStates({ articles }: StorePaths): { states: ArticleState[]; problems: LibraryError[] } {
  const states: ArticleState[] = [];
  const problems: LibraryError[] = [];
  let names: string[] = [];
  try {
    names = readdirSync(articles);
  } catch (cause) {
    if (!isMissing(cause)) problems.push(libraryError('state-unreadable', reasonOf(cause), { file: articles, cause }));
  }
  for (const name of names.filter(isArticleFile)) {
    const file = readStateFile(path.join(articles, name));
    if (file.kind === 'good') states.push(file.state);
    if (file.kind === 'bad') problems.push(file.error);
  }
  return { states: states.toSorted((a, b) => (a.key < b.key ? -1 : 1)), problems };
}

/** The recent articles as the states themselves tell them. */
export function listRecent(paths: StorePaths): RecentArticle[] {
  const rows = listStates(paths).states.map(recentOf);
  return newestFirst(rows.filter((row) => row !== undefined));
}
