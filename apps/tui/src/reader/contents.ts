import { type Draft, Finder, outline, ReadingClock, type Section } from '@lede/core';
import { linkIds } from './link-target.ts';

/** What the reader looks up in an article again and again, found when first asked for, then kept. */
export interface Contents {
  sections: () => readonly Section[];
  finder: () => Finder;
  /** Ids of what leads somewhere; see `targetOf`. */
  links: () => readonly number[];
  clock: () => ReadingClock;
}

export function contentsOf(article: Draft): Contents {
  return {
    sections: once(() => outline(article)),
    finder: once(() => new Finder(article.text)),
    links: once(() => linkIds(article)),
    clock: once(() => new ReadingClock(article)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
