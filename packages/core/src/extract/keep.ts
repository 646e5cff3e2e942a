import type { ChildNode } from '../read/html/nodes.ts';
import type { Page } from './page.ts';
import { keepPictures } from './pictures.ts';
import { blocksWithin, sumsBefore, within } from './sums.ts';
import { isBoundary } from './tags.ts';

/**
 * The nodes to leave out so that of the page's text only the kept blocks stand: elements without a kept
 * block, text of other blocks, and images and such that do not stand by kept text. Changes the tree (see `keepPictures`).
 */
export function droppedNodes(page: Page, kept: Uint8Array): Set<ChildNode> {
  const dropped = new Set<ChildNode>();
  const isPicture = keepPictures(page, kept);
  const keptBefore = sumsBefore(kept);
  const total = (e: number): number => blocksWithin(page, e);
  const keptIn = (e: number): number => within(keptBefore, page, e);
  for (let e = 0; e < page.elements.length; e++) {
    const isCaption = (page.elementMediaEnd[e] as number) === (page.elementMediaBefore[e] as number);
    if (total(e) > 0 && keptIn(e) === 0 && (isPicture[e] === 0 || isCaption))
      dropped.add(page.elements[e] as ChildNode);
  }
  for (let b = 0; b < kept.length; b++) {
    if (kept[b] === 1 || dropped.has(page.elements[page.blockElement[b] as number] as ChildNode)) continue;
    for (let t = page.blockTexts[b] as number; t < (page.blockTexts[b + 1] as number); t++) {
      dropped.add(page.texts[t] as ChildNode);
    }
  }
  for (const { node, element, block, next } of page.media) {
    if (isPicture[element] === 1) continue;
    let around = element;
    while (around >= 0 && total(around) === 0) around = page.elementParent[around] as number;
    const keeps = (b: number): boolean =>
      around >= 0 &&
      b >= (page.elementFirst[around] as number) &&
      b < (page.elementEnd[around] as number) &&
      kept[b] === 1;
    if (block >= 0 ? !keeps(block) : !keeps(next - 1) && !keeps(next)) dropped.add(node);
  }
  return dropped;
}

/**
 * Puts a space before the text of inline elements that were taken for blocks (a name, a date and a label in
 * spans side by side): on the page a style sheet keeps them apart, in the text nothing would.
 */
export function separateInline(page: Page): void {
  for (let b = 0; b < page.blockElement.length; b++) {
    if (isBoundary(page.elements[page.blockElement[b] as number]?.tagName ?? '')) continue;
    const text = page.texts[page.blockTexts[b] as number];
    if (text) text.value = ` ${text.value}`;
  }
}
