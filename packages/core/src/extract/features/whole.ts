import { PAGE_KINDS } from '../page-kind.ts';
import { within } from '../sums.ts';
import { type Survey } from '../survey.ts';
import { blocksUpTo, share, wordsUpTo } from './group.ts';

/** Names of what describes the page as a whole. */
export const WHOLE_NAMES: readonly string[] = [
  ...'words blocks linkDensity prose core longest stops currency headings media article product forum body bodyWeight articles'.split(
    ' ',
  ),
  ...PAGE_KINDS,
].map((name) => `page.${name}`);

/** Describes the page as a whole: the same for each of its blocks. */
export function wholeFeatures(s: Survey): number[] {
  const words = s.wordsBefore[s.count] as number;
  let longest = 0;
  for (let b = 0; b < s.count; b++) longest = Math.max(longest, s.measures.words[b] as number);
  let articles = 0;
  for (const node of s.page.elements) if (node.tagName === 'article') articles++;
  return [
    wordsUpTo(words),
    blocksUpTo(s.count),
    share(s.linkCharsBefore[s.count], s.charsBefore[s.count]),
    share(s.proseBefore[s.count], words),
    s.core.element < 0 ? 0 : share(within(s.wordsBefore, s.page, s.core.element), words),
    wordsUpTo(longest),
    share(s.stopsBefore[s.count], words),
    share(s.currencyBefore[s.count], s.count),
    share(s.headingsBefore[s.count], s.count),
    s.page.media.length,
    s.hints.isArticle ? 1 : 0,
    s.hints.isProduct ? 1 : 0,
    s.hints.isForum ? 1 : 0,
    s.hints.body === null ? 0 : 1,
    s.bodyWeight,
    articles,
    ...s.kind,
  ];
}
