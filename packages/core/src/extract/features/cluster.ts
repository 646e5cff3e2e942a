import { within } from '../sums.ts';
import { type Survey } from '../survey.ts';
import { blocksIn, blocksUpTo, commonSteps, type FeatureGroup, share, wordsUpTo } from './group.ts';

/** How the block stands to the paragraphs that hold most of the page's prose, to the title, and to the page's articles. */
export const CLUSTER: FeatureGroup = [
  (
    'cluster.own cluster.ratio cluster.share cluster.steps cluster.place title.steps ' +
    'article.number article.share article.most'
  ).split(' '),
  (s, b, e, put) => {
    const { page, cluster } = s;
    const parent = page.elementParent[e] as number;
    const own = parent < 0 ? 0 : (cluster.prose[parent] as number);
    const best = cluster.element;
    const most = best < 0 ? 0 : (cluster.prose[best] as number);
    put(wordsUpTo(own));
    put(share(own, most));
    put(share(most, s.proseBefore[s.count]));
    if (best < 0) {
      put(-1);
      put(-1);
    } else {
      put(stepsTo(s, e, best));
      put(b < (page.elementFirst[best] as number) ? -1 : b >= (page.elementEnd[best] as number) ? 1 : 0);
    }
    put(s.titleBlock < 0 ? -1 : commonSteps(s, b, s.titleBlock));
    const article = s.articles.number[e] as number;
    const around = s.articles.elements[article];
    put(article);
    put(around === undefined ? -1 : share(within(s.proseBefore, page, around), s.proseBefore[s.count]));
    put(s.articles.most);
  },
];

/** Steps from an element up to the nearest that holds another too; at most 30. */
function stepsTo({ page }: Survey, e: number, other: number): number {
  const first = page.elementFirst[other] as number;
  const end = page.elementEnd[other] as number;
  let at = e;
  let steps = 0;
  // An element holds another when it begins at or before it, in pre-order and in blocks, and ends at or after it.
  while (
    at >= 0 &&
    steps < 30 &&
    !(at <= other && (page.elementFirst[at] as number) <= first && (page.elementEnd[at] as number) >= end)
  ) {
    at = page.elementParent[at] as number;
    steps++;
  }
  return steps;
}

/** What the repeated element around the block begins with: a teaser begins with a link. */
export const ITEM: FeatureGroup = [
  'item.words item.blocks item.firstLink item.place section.linkDensity section.nextLinkDensity'.split(' '),
  (s, b, e, put) => {
    const { page, measures } = s;
    const item = s.item[e] as number;
    if (item < 0) {
      for (let i = 0; i < 4; i++) put(-1);
    } else {
      const first = page.elementFirst[item] as number;
      let named = first;
      const end = Math.min(page.elementEnd[item] as number, first + 6);
      while (named < end - 1 && (measures.words[named] as number) < 3) named++;
      put(wordsUpTo(within(s.wordsBefore, page, item)));
      put(blocksUpTo(blocksIn(s, item)));
      put(share(measures.linkChars[named], measures.chars[named]));
      put(b - first);
    }
    const heading = s.headingBefore[b] as number;
    const next = s.headingAfter[b] as number;
    put(heading < 0 ? -1 : share(measures.linkChars[heading], measures.chars[heading]));
    put(next >= s.count ? -1 : share(measures.linkChars[next], measures.chars[next]));
  },
];
