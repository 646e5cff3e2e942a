import type { ArticleState } from './types.ts';

/** The URL of the page that a state is of; `undefined` where the article stands on no web page. */
export function pageOf({ key }: Pick<ArticleState, 'key'>): string | undefined {
  return /^https?:/.test(key) ? key : undefined;
}
