import { type Draft, finishDraft, writeHtml, writeJson, writeMarkdown, writeText } from '@lede/core';
import type { PrintFormat } from '../cli/options.ts';

/** Columns of text where nothing says how many there are. */
const DEFAULT_WIDTH = 80;

/** The article in a format, as it goes to standard output. `width` is for text; 0 does not wrap. */
export function print(draft: Draft, format: PrintFormat, width: number = DEFAULT_WIDTH): string {
  const article = finishDraft(draft);
  switch (format) {
    case 'json':
      return `${writeJson(article)}\n`;
    case 'markdown':
      return writeMarkdown(article);
    case 'html':
      return writeHtml(article, { document: true });
    default:
      return `${writeText(article, width === 0 ? {} : { width })}\n`;
  }
}
