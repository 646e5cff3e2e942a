import { cutPage, type Page } from '../src/extract/page.ts';
import { findCore } from '../src/extract/core.ts';
import { sumsBefore } from '../src/extract/sums.ts';
import { PROSE_WORDS } from '../src/extract/survey.ts';
import type { Element } from '../src/read/html/nodes.ts';
import { parseDocument } from '../src/read/html/parse-tree.ts';
import { ancestor, moveBehind } from './move.ts';

/** How far above the article's own element the other page may be put. */
const LEVELS = 4;

/**
 * A page that goes on after its article, as endless pages of news sites do: the main part of another page
 * (the next story, a stream of teasers, a thread) stands behind the part that holds the article. There are
 * few such pages in a corpus, and a model that has seen few of them keeps all that looks like an article.
 */
export function cutEndlessPage(html: string, nextHtml: string, seed: number): Page {
  const root = parseDocument(html);
  const main = mainElement(cutPage(root));
  const next = mainElement(cutPage(parseDocument(nextHtml)));
  if (main && next) moveBehind(ancestor(main, seed % LEVELS), next);
  return cutPage(root);
}

/** The deepest element that holds half of the page's prose. */
function mainElement(page: Page): Element | undefined {
  const prose = Int32Array.from(page.blockElement, (_, b) => {
    let words = 0;
    for (let t = page.blockTexts[b] as number; t < (page.blockTexts[b + 1] as number); t++) {
      words += page.texts[t]?.value.split(/\s+/).length ?? 0;
    }
    return words >= PROSE_WORDS ? words : 0;
  });
  return page.elements[findCore(page, sumsBefore(prose), 2).element];
}
