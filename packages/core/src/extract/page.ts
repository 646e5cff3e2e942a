import { appearance } from '../read/html/appearance.ts';
import {
  type ChildNode,
  childrenOf,
  type Element,
  isElement,
  isText,
  type ParentNode,
  type TextNode,
} from '../read/html/nodes.ts';
import { unfold } from './noscript.ts';
import { shapeOf } from './shape.ts';
import { isBoundary, isPhrasing, isProse, isSkipped, tagKind } from './tags.ts';

/** What surrounds an element, as bits; inherited by everything inside it. */
export const INSIDE = {
  article: 1,
  main: 2,
  header: 4,
  footer: 8,
  nav: 16,
  aside: 32,
  form: 64,
  dialog: 128,
  table: 256,
  list: 512,
  figure: 1024,
  noscript: 2048,
  hidden: 4096,
  link: 8192,
  heading: 16384,
  quote: 32768,
  pre: 65536,
  button: 131072,
  details: 262144,
  paragraph: 524288,
  definition: 1048576,
  body: 2097152,
} as const;

/** What holds words that run on over any element inside. */
const WORDS: number = INSIDE.paragraph | INSIDE.heading;

const BIT_BY_TAG: ReadonlyMap<string, number> = new Map([
  ['article', INSIDE.article],
  ['main', INSIDE.main],
  ['header', INSIDE.header],
  ['footer', INSIDE.footer],
  ['nav', INSIDE.nav],
  ['aside', INSIDE.aside],
  ['form', INSIDE.form],
  ['dialog', INSIDE.dialog],
  ['table', INSIDE.table],
  ['ul', INSIDE.list],
  ['ol', INSIDE.list],
  ['figure', INSIDE.figure],
  ['noscript', INSIDE.noscript],
  ['a', INSIDE.link],
  ['h1', INSIDE.heading],
  ['h2', INSIDE.heading],
  ['h3', INSIDE.heading],
  ['h4', INSIDE.heading],
  ['h5', INSIDE.heading],
  ['h6', INSIDE.heading],
  ['blockquote', INSIDE.quote],
  ['pre', INSIDE.pre],
  ['button', INSIDE.button],
  ['details', INSIDE.details],
  ['p', INSIDE.paragraph],
  ['dl', INSIDE.definition],
  ['body', INSIDE.body],
]);

const BIT_BY_ROLE: ReadonlyMap<string, number> = new Map([
  ['article', INSIDE.article],
  ['main', INSIDE.main],
  ['banner', INSIDE.header],
  ['contentinfo', INSIDE.footer],
  ['navigation', INSIDE.nav],
  ['menu', INSIDE.nav],
  ['menubar', INSIDE.nav],
  ['complementary', INSIDE.aside],
  ['search', INSIDE.form],
  ['dialog', INSIDE.dialog],
  ['alertdialog', INSIDE.dialog],
  ['heading', INSIDE.heading],
  ['button', INSIDE.button],
  ['tab', INSIDE.button],
]);

/**
 * A page cut into blocks of text, as columns: `element*[e]` describes boundary element `e` (pre-order),
 * `block*[b]` block `b` (in the order of the text). The blocks inside element `e` are
 * `elementFirst[e] .. elementEnd[e]`, so what a subtree holds is a difference of two prefix sums.
 */
export interface Page {
  elements: Element[];
  elementParent: number[];
  elementDepth: number[];
  elementKind: number[];
  /** `INSIDE` bits, those of the ancestors included. */
  elementInside: number[];
  /** Tag, class and id as written; what the lexicon looks at. */
  elementClass: string[];
  /** Equal for elements of one tag and class under parents of one shape. */
  elementShape: number[];
  elementFirst: number[];
  elementEnd: number[];
  /** Images, videos, frames and such seen before the element began; the difference counts those inside. */
  elementMediaBefore: number[];
  elementMediaEnd: number[];

  /** The boundary element that directly holds the block. */
  blockElement: number[];
  /** Its text nodes are `texts[blockTexts[b] .. blockTexts[b + 1]]`. */
  blockTexts: number[];
  /** For each text node, `LINK` and `STRONG` bits of the inline elements around it. */
  textInline: number[];
  texts: TextNode[];
  /** Images, videos, frames and such, in order. */
  media: MediaPlace[];
  /** `<title>`, `<meta>` and JSON-LD scripts, wherever they stand. */
  declarations: Element[];
}

/** Where a node without text stands among the blocks. */
export interface MediaPlace {
  node: Element;
  /** The boundary element around it. */
  element: number;
  /** The block that it stands in the middle of, or -1. */
  block: number;
  /** The block that begins next. */
  next: number;
}

export const LINK = 1;
export const STRONG = 2;
export const INLINE_CODE = 4;
/** A line break stands before the text node. */
export const BREAK = 8;

interface Cut extends Page {
  /** The block that text goes to; -1 while none is open. */
  open: number;
  /** A line break was seen since the last text. */
  broken: boolean;
}

/** Cuts the page into blocks: runs of text between the edges of block-like elements. One pass, a loop. */
export function cutPage(root: ParentNode): Page {
  const page: Cut = {
    elements: [],
    elementParent: [],
    elementDepth: [],
    elementKind: [],
    elementInside: [],
    elementClass: [],
    elementShape: [],
    elementFirst: [],
    elementEnd: [],
    elementMediaBefore: [],
    elementMediaEnd: [],
    blockElement: [],
    blockTexts: [],
    textInline: [],
    texts: [],
    media: [],
    declarations: [],
    open: -1,
    broken: false,
  };
  // One entry for each open node: its children, the next of them, the boundary element around, inline bits.
  const children: (readonly ChildNode[])[] = [childrenOf(root)];
  const next: number[] = [0];
  const boundary: number[] = [-1];
  const inline: number[] = [0];
  const promotes: boolean[] = [false];
  for (let top = 0; top >= 0;) {
    const node = children[top]?.[next[top] as number]; // the stacks grow together
    const around = boundary[top] as number;
    if (!node) {
      const parentBoundary = top > 0 ? (boundary[top - 1] as number) : -1;
      if (around !== parentBoundary) closeElement(page, around);
      top--;
      children.length = next.length = boundary.length = inline.length = promotes.length = top + 1;
      continue;
    }
    next[top] = (next[top] as number) + 1;
    if (isText(node)) {
      addText(page, node, around, inline[top] as number);
      continue;
    }
    if (!isElement(node)) continue;
    const tag = node.tagName;
    if (countsAs(page, node, tag, around)) continue;
    let inner = around;
    let bits = inline[top] as number;
    const hidden = node.attrs.length > 0 && appearance(node).hidden;
    // A component within a sentence is a part of it.
    const isComponent = tag.includes('-') && around >= 0 && ((page.elementInside[around] as number) & WORDS) !== 0;
    const boundaryTag = !isComponent && isBoundary(tag);
    // A hidden part of a line is read by no one: a screen reader's label, the drawn copy of a formula.
    if (hidden && !boundaryTag) continue;
    if (boundaryTag || (promotes[top] === true && !isPhrasing(tag))) {
      page.open = -1;
      inner = openElement(page, node, around, hidden, tag);
    } else if (tag === 'a') {
      bits |= LINK;
    } else if (tag === 'b' || tag === 'strong') bits |= STRONG;
    else if (tag === 'code' || tag === 'kbd') bits |= INLINE_CODE;
    const inside = childrenOf(node);
    if (inside.length === 0 && inner === around) continue;
    top++;
    children.push(inside);
    next.push(0);
    boundary.push(inner);
    inline.push(bits);
    promotes.push(inner !== around && !isProse(tag) && holdsNoWords(node));
  }
  page.blockTexts.push(page.texts.length);
  return page;
}

/** Elements that hold no text of the page but are counted; true when there is nothing more to do. */
function countsAs(page: Cut, node: Element, tag: string, around: number): boolean {
  switch (tag) {
    case 'br':
      page.broken = true;
      return true;
    case 'title':
    case 'meta':
      page.declarations.push(node);
      return true;
    case 'noscript':
      return !unfold(node);
    case 'template':
      return childrenOf(node).length === 0 || !node.attrs.some(({ name }) => name === 'shadowrootmode');
    case 'script':
      if (node.attrs.some(({ name, value }) => name === 'type' && value.includes('ld+json')))
        page.declarations.push(node);
      return true;
    case 'img':
    case 'amp-img':
    case 'amp-anim':
    case 'iframe':
    case 'frame':
    case 'video':
    case 'audio':
    case 'object':
    case 'embed':
      page.media.push({ node, element: around, block: page.open, next: page.blockElement.length });
      return true;
    default:
      return isSkipped(tag);
  }
}

function addText(page: Cut, node: TextNode, around: number, inline: number): void {
  if (page.open < 0) {
    if (around < 0 || isBlank(node.value)) return;
    page.open = page.blockElement.length;
    page.blockElement.push(around);
    page.blockTexts.push(page.texts.length);
    page.broken = false;
  }
  page.texts.push(node);
  page.textInline.push(page.broken ? inline | BREAK : inline);
  page.broken = false;
}

function openElement(page: Cut, node: Element, parent: number, hidden: boolean, tag: string): number {
  const e = page.elements.length;
  let inside = parent >= 0 ? (page.elementInside[parent] as number) : 0;
  inside |= BIT_BY_TAG.get(tag) ?? 0;
  if (hidden) inside |= INSIDE.hidden;
  let names = node.tagName;
  for (const { name, value } of node.attrs) {
    if (name === 'class' || name === 'id') names += ` ${value.length > 300 ? value.slice(0, 300) : value}`;
    else if (name === 'role') inside |= BIT_BY_ROLE.get(value) ?? 0;
  }
  page.elements.push(node);
  page.elementParent.push(parent);
  page.elementDepth.push(parent >= 0 ? (page.elementDepth[parent] as number) + 1 : 0);
  page.elementKind.push(tagKind(node.tagName));
  page.elementInside.push(inside);
  page.elementClass.push(names);
  page.elementShape.push(shapeOf(node, parent >= 0 ? (page.elementShape[parent] as number) : 0));
  page.elementFirst.push(page.blockElement.length);
  page.elementEnd.push(-1);
  page.elementMediaBefore.push(page.media.length);
  page.elementMediaEnd.push(page.media.length);
  return e;
}

function closeElement(page: Cut, e: number): void {
  page.open = -1;
  page.elementEnd[e] = page.blockElement.length;
  page.elementMediaEnd[e] = page.media.length;
}

/** Whether all words of an element stand in child elements. */
function holdsNoWords(node: Element): boolean {
  for (const child of node.childNodes) {
    if (isText(child) && !isBlank(child.value)) return false;
    if (isElement(child) && isPhrasing(child.tagName) && child.tagName !== 'br') return false;
  }
  return true;
}

/** The text of a block as it stands in the markup, a space for each line break. */
export function textOfBlock(page: Page, b: number): string {
  let text = '';
  for (let t = page.blockTexts[b] as number; t < (page.blockTexts[b + 1] as number); t++) {
    if ((page.textInline[t] as number) & BREAK) text += ' ';
    text += page.texts[t]?.value ?? '';
  }
  return text;
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0 && code !== 0x200b && code !== 0xfeff) return false;
  }
  return true;
}
