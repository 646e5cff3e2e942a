import type { Article } from '@lede/core';
import { identify } from '../src/state/identify.ts';
import { articleOf } from './article.ts';

/** The article that `writer.ts` reads; it has no white space, so any span of it can be highlighted. */
export const article: Article = articleOf('x'.repeat(2000));

export const IDENTITY: { key: string } = { key: identify(article).key };

export function noteOf(name: string, n: number): string {
  return `${name} ${n}`;
}
