import type { Element } from '../read/html/nodes.ts';
import { type Page, textOfBlock } from './page.ts';

/** Longer than this in characters it is no caption but a text with a picture. */
const LONGEST_CAPTION = 600;
/** Captions have a few blocks (the words, a credit, a button), figures a few wrappers; nested figures are not worth more. */
const MOST_BLOCKS = 8;
const MOST_WRAPPERS = 8;

/**
 * Marks the elements of figures that stand among the kept blocks though no block of theirs is kept: references of
 * extraction leave captions out, so the models do, but the picture belongs to the article all the same. Its caption
 * stays with it as the picture's `title`, unless that says something already. Changes the tree.
 */
export function keepPictures(page: Page, kept: Uint8Array): Uint8Array {
  const isPicture = new Uint8Array(page.elements.length);
  for (let e = 0; e < page.elements.length; e++) {
    const parent = page.elementParent[e] as number;
    if (parent >= 0 && isPicture[parent] === 1) isPicture[e] = 1;
    else if (page.elements[e]?.tagName === 'figure') keepPicture(page, kept, e, isPicture);
  }
  return isPicture;
}

function keepPicture(page: Page, kept: Uint8Array, figure: number, isPicture: Uint8Array): void {
  const first = page.elementFirst[figure] as number;
  const end = page.elementEnd[figure] as number;
  if (first === end || end - first > MOST_BLOCKS || page.elementMediaBefore[figure] === page.elementMediaEnd[figure])
    return;
  let caption = '';
  for (let b = first; b < end; b++) {
    if (kept[b] === 1) return;
    caption += ` ${textOfBlock(page, b)}`;
  }
  caption = caption.replace(/\s+/g, ' ').trim();
  if (caption.length > LONGEST_CAPTION) return;
  // What holds the figure and no other words stands and falls with it.
  let outer = figure;
  let around = page.elementParent[outer] as number;
  for (let n = 0; n < MOST_WRAPPERS && around >= 0; n++) {
    if (page.elementFirst[around] !== first || page.elementEnd[around] !== end) break;
    outer = around;
    around = page.elementParent[outer] as number;
  }
  if (around < 0) return;
  const before = first - 1 >= (page.elementFirst[around] as number) && kept[first - 1] === 1;
  const after = end < (page.elementEnd[around] as number) && kept[end] === 1;
  if (!before && !after) return;
  for (let e = figure; e >= outer; e = page.elementParent[e] as number) isPicture[e] = 1;
  const { node } = page.media[page.elementMediaBefore[figure] as number] ?? {};
  if (node) addTitle(node, caption);
}

function addTitle(node: Element, title: string): void {
  if (title === '' || node.attrs.some(({ name, value }) => (name === 'title' || name === 'alt') && value === title))
    return;
  const own = node.attrs.find(({ name }) => name === 'title');
  if (!own) node.attrs.push({ name: 'title', value: title });
  else if (own.value === '') own.value = title;
}
