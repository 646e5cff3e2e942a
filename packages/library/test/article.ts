import { type Article, parse, type ParseOptions } from '@lede/core';

/** An article of these paragraphs. */
export function articleOf(...paragraphs: readonly string[]): Article {
  return parsed(paragraphs.join('\n\n'));
}

export function parsed(markdown: string, options: ParseOptions = {}): Article {
  const result = parse(markdown, { mediaType: 'text/markdown', ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.article;
}

/** The span of some words of an article. */
export function spanOf(article: Article, words: string): { start: number; end: number } {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`no ${words} in the article`);
  return { start, end: start + words.length };
}

/** A time, in minutes after some noon. */
export function at(minute: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 12, minute));
}
