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
