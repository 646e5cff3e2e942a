import { assignIds } from './id.ts';
import type { Article, Block, Draft } from './types.ts';

/**
 * Makes a draft an article: the same object, its blocks with their ids. A draft that is an article already stays
 * as it is.
 */
export function finishDraft(draft: Draft): Article {
  // The builder leaves room for the ids, so that its rows need no second shape.
  const article = draft as Article; // once the ids are in
  if (!isAddressed(article.blocks)) assignIds(article.blocks, article.text);
  return article;
}

function isAddressed([first]: readonly Block[]): boolean {
  return first === undefined || first.id !== '';
}
