import { type Article, writeHtml, writeJson, writeMarkdown, writeText } from '@lede/core';

/** What an article can be answered as, the preferred first: it is what `Accept: *\/*` gets. */
export const FORMATS = ['application/json', 'text/markdown', 'text/html', 'text/plain'] as const;

export type Format = (typeof FORMATS)[number];

const WRITERS: Readonly<Record<Format, (article: Article) => string>> = {
  'application/json': (article) => writeJson(article),
  'text/markdown': (article) => writeMarkdown(article),
  'text/html': (article) => writeHtml(article),
  'text/plain': (article) => writeText(article),
};

export function writeAs(format: Format, article: Article): string {
  return WRITERS[format](article);
}

/** The Content-Type header; JSON is UTF-8 without saying so. */
export function contentTypeOf(format: Format): string {
  return format === 'application/json' ? format : `${format}; charset=utf-8`;
}
