import type { Page } from './page.ts';

/**
 * The element whose paragraphs hold most of the page's prose. Unlike an element that holds half of the page
 * (`findCore`), it is there on pages where other texts outweigh the article: streams of teasers, comments,
 * the next stories. (The idea of counting what an element's own children hold is that of arc90's Readability, 2009.)
 */
export interface Cluster {
  /** The element, or -1 on a page without prose. */
  element: number;
  /** Prose words of the paragraphs right below each element, and half of those one step further below. */
  prose: Int32Array;
}

/** `prose[b]`: the words of block `b` where it is prose, else 0. */
export function findCluster(page: Page, prose: Int32Array): Cluster {
  const sums = new Int32Array(page.elements.length);
  for (let b = 0; b < prose.length; b++) {
    if (prose[b] === 0) continue;
    const parent = page.elementParent[page.blockElement[b] as number] as number;
    if (parent < 0) continue;
    sums[parent] = (sums[parent] as number) + 2 * (prose[b] as number);
    const grand = page.elementParent[parent] as number;
    if (grand >= 0) sums[grand] = (sums[grand] as number) + (prose[b] as number);
  }
  let element = -1;
  for (let e = 0; e < sums.length; e++)
    if ((sums[e] as number) > (element < 0 ? 0 : (sums[element] as number))) element = e;
  return { element, prose: sums.map((sum) => sum >> 1) };
}

/** For each element the outermost `article` around it, counted from 0 in the order of the page; -1 where there is none. */
export function articleNumbers(page: Page): { number: Int32Array; elements: number[] } {
  const number = new Int32Array(page.elements.length).fill(-1);
  const elements: number[] = [];
  for (let e = 0; e < number.length; e++) {
    const parent = page.elementParent[e] as number;
    const around = parent < 0 ? -1 : (number[parent] as number);
    if (around >= 0) number[e] = around;
    else if (page.elements[e]?.tagName === 'article') number[e] = elements.push(e) - 1;
  }
  return { number, elements };
}
