import { fileURLToPath } from 'node:url';
import { pageOf } from '../state/page-of.ts';
import type { ArticleState } from '../state/types.ts';

/** Where an article is, as people would write it: its URL, else its path; nothing for piped text. */
export function placeOf(state: ArticleState): string | undefined {
  const { key, path } = state;
  return pageOf(state) ?? path ?? (key.startsWith('file:') ? pathOf(key) : undefined);
}

/** What to call an article that may have no title. */
export function titleOf(state: ArticleState): string {
  return state.title ?? placeOf(state) ?? 'Untitled';
}

/** States are read from files that people may edit: not every `file:` URL is a path here. */
function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}
