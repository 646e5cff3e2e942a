import { breakLines, type Draft, finishDraft } from '@lede/core';
import { firstPassage, openingLines } from './opening.ts';
import { spokenArticle } from './spoken-article.ts';
import { spokenPassage } from './spoken-block.ts';

/** A whole article in words, for a screen reader: what each passage is before its text. `width` 0 breaks no line. */
export function announce(draft: Draft, width: number): string {
  const spoken = spokenArticle(finishDraft(draft));
  const parts = [openingLines(spoken)];
  const first = firstPassage(spoken);
  for (let at = first; at < spoken.passages.length; at++) {
    parts.push(spokenPassage(spoken, at, at === first ? undefined : at - 1));
  }
  return `${parts.map((lines) => brokenLines(lines, width).join('\n')).join('\n\n')}\n`;
}

/** Lines broken between words: a terminal breaks within them, and they are then read in halves. */
export function brokenLines(lines: readonly string[], width: number): string[] {
  if (width <= 0) return [...lines];
  return lines.flatMap((line) => breakLines(line, width).map(({ start, end }) => line.slice(start, end)));
}
