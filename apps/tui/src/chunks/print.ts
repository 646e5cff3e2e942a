import { type Article, breakLines } from '@lede/core';
import type { PrintFormat } from '../cli/options.ts';

const DEFAULT_WIDTH = 80;

/** The article in a format, as it goes to standard output. `width` 0 does not wrap. */
export function print(article: Article, format: PrintFormat, width: number = DEFAULT_WIDTH): string {
  if (format === 'json') return `${JSON.stringify(article)}\n`;
  const text = `${article.meta.title ?? ''}\n\n${article.text}`;
  return `${breakLines(text, width || text.length)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')}\n`;
}
