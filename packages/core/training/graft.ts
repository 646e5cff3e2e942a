import { cutPage, INSIDE, type Page } from '../src/extract/page.ts';
import type { Element } from '../src/read/html/nodes.ts';
import { parseDocument } from '../src/read/html/parse-tree.ts';
import { blockTexts, label } from './labels.ts';
import { ancestor, moveBehind } from './move.ts';
import { randomNumbers } from './random.ts';

/** A page's HTML and the article that it should give. */
export interface Labelled {
  html: string;
  reference: string;
}

/** Parts of so many words are grafted; longer ones stand on endless pages (endless.ts). */
const MIN_WORDS = 8;
const MAX_WORDS = 600;
/** Up to so many words, a part may stand between two paragraphs, as links to other stories do. */
const MAX_INLINE_WORDS = 60;
/** Menus and footers say what they are; what stands around articles is to be told from them by its text. */
const FRAME = INSIDE.nav | INSIDE.header | INSIDE.footer | INSIDE.hidden | INSIDE.dialog;

/**
 * A page with what other pages have around their articles put behind its own, and short pieces of it between its
 * paragraphs: comments, lists of stories, boxes about authors and newsletters. A site writes each of them in one way,
 * and a corpus has few sites.
 */
export function cutGraftedPage(own: Labelled, donors: readonly Labelled[], seed: number): Page {
  const root = parseDocument(own.html);
  const page = cutPage(root);
  const { labels } = label(blockTexts(page), own.reference);
  const kept = [...labels.keys()].filter((b) => (labels[b] as number) > 0.5);
  const last = kept.at(-1);
  if (last === undefined) return page;
  const random = randomNumbers(seed);
  const next = (below: number): number => Math.floor(random() * below);
  const elementOf = (b: number): Element => page.elements[page.blockElement[b] as number] as Element;
  let tail = ancestor(elementOf(last), next(4));
  for (const donor of donors) {
    const parts = rejectedParts(donor);
    for (let n = 1 + next(2); n > 0 && parts.length > 0; n--) {
      const [{ element, words }] = parts.splice(next(parts.length), 1) as [Part];
      const between = kept[next(kept.length)] as number;
      if (words <= MAX_INLINE_WORDS && next(2) === 0 && elementOf(between).tagName === 'p') {
        moveBehind(elementOf(between), element);
      } else {
        moveBehind(tail, element);
        tail = element;
      }
    }
  }
  return cutPage(root);
}

interface Part {
  element: Element;
  words: number;
}

/** The widest elements behind the beginning of a page's article that hold nothing of it. */
function rejectedParts({ html, reference }: Labelled): Part[] {
  const page = cutPage(parseDocument(html));
  const texts = blockTexts(page);
  const { labels, starts } = label(texts, reference);
  const first = labels.findIndex((share) => share > 0.5);
  const kept = new Float64Array(labels.length + 1);
  labels.forEach((share, b) => (kept[b + 1] = (kept[b] as number) + Math.max(0, share)));
  const parts: Part[] = [];
  let end = first;
  for (let e = 0; e < page.elements.length; e++) {
    const from = page.elementFirst[e] as number;
    const to = page.elementEnd[e] as number;
    // Elements inside one that was taken are a part of it.
    if (first < 0 || from < end || from === to || (kept[to] as number) > (kept[from] as number)) continue;
    const words = (starts[to] as number) - (starts[from] as number);
    if (words < MIN_WORDS || words > MAX_WORDS || (page.elementInside[e] as number) & FRAME) continue;
    parts.push({ element: page.elements[e] as Element, words });
    end = to;
  }
  return parts;
}
