import type { Page } from './page.ts';
import { within } from './sums.ts';

/** The outermost `article` elements of a page. */
export interface Articles {
  /** For each element the article around it, counted from 0 in the order of the page; -1 where there is none. */
  number: Int32Array;
  elements: number[];
  /** The share of the page's prose that the largest holds. */
  most: number;
}

/** `proseBefore`: sums of the prose before each block. */
export function findArticles(page: Page, proseBefore: Int32Array): Articles {
  const number = new Int32Array(page.elements.length).fill(-1);
  const elements: number[] = [];
  let largest = 0;
  for (let e = 0; e < number.length; e++) {
    const parent = page.elementParent[e] as number;
    const around = parent < 0 ? -1 : (number[parent] as number);
    if (around >= 0) number[e] = around;
    else if (page.elements[e]?.tagName === 'article') {
      number[e] = elements.push(e) - 1;
      largest = Math.max(largest, within(proseBefore, page, e));
    }
  }
  const all = proseBefore.at(-1) ?? 0;
  return { number, elements, most: all > 0 ? largest / all : 0 };
}
