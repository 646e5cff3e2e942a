import path from 'node:path';
import { hashSource } from '@lede/core';

/**
 * The files of a state folder:
 *
 *     articles/3f2a….json            one article's state; the name is a hash of its key
 *     articles/3f2a….json.broken-1   a file that could not be understood, set aside
 *     recent.json                    the articles opened last; can be made again from the others
 *     lock                           who is writing
 */
export interface StorePaths {
  folder: string;
  articles: string;
  recent: string;
  lock: string;
}

export function storePaths(folder: string): StorePaths {
  return {
    folder,
    articles: path.join(folder, 'articles'),
    recent: path.join(folder, 'recent.json'),
    lock: path.join(folder, 'lock'),
  };
}

/** 128 bits of the hash: enough for no two keys ever to meet, and short in a listing. */
const NAME_LENGTH = 32;

export function articleFile({ articles }: StorePaths, key: string): string {
  return path.join(articles, `${hashSource(key).slice(0, NAME_LENGTH)}.json`);
}

/** Whether a name in the folder of articles is that of a state, and not of something on its way or set aside. */
export function isArticleFile(name: string): boolean {
  return /^[0-9a-f]{32}\.json$/.test(name);
}
