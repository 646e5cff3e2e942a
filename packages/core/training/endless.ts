import { cutPage, type Page } from '../src/extract/page.ts';
import { findCore } from '../src/extract/core.ts';
import { PROSE_WORDS } from '../src/extract/survey.ts';
import type { ChildNode, Element, ParentNode } from '../src/read/html/nodes.ts';
import { parseDocument } from '../src/read/html/parse-tree.ts';

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
  if (main && next) insertAfter(ancestor(main, seed % LEVELS), next);
  return cutPage(root);
}

/** The deepest element that holds half of the page's prose. */
function mainElement(page: Page): Element | undefined {
  const sums = new Int32Array(page.blockElement.length + 1);
  for (let b = 0; b < page.blockElement.length; b++) {
    let words = 0;
    for (let t = page.blockTexts[b] as number; t < (page.blockTexts[b + 1] as number); t++) {
      words += page.texts[t]?.value.split(/\s+/).length ?? 0;
    }
    sums[b + 1] = (sums[b] as number) + (words >= PROSE_WORDS ? words : 0);
  }
  return page.elements[findCore(page, sums, 2).element];
}

/** So many levels up, but below the body. */
function ancestor(element: Element, levels: number): Element {
  let at = element;
  for (let level = 0; level < levels; level++) {
    const parent = at.parentNode;
    if (!parent || !('tagName' in parent) || parent.tagName === 'body' || parent.tagName === 'html') return at;
    at = parent;
  }
  return at;
}

function insertAfter(element: Element, next: Element): void {
  const parent: ParentNode | null =
    element.tagName === 'body' || element.tagName === 'html' ? element : element.parentNode;
  if (!parent) return;
  const old = next.parentNode;
  if (old) old.childNodes = old.childNodes.filter((child) => child !== next);
  const at = parent === element ? parent.childNodes.length : parent.childNodes.indexOf(element) + 1;
  parent.childNodes.splice(at, 0, next as ChildNode);
  next.parentNode = parent;
}
