import type { HeadingDepth } from '../../article/types.ts';
import {
  attribute,
  type ChildNode,
  type Element,
  isElement,
  isText,
  type ParentNode,
  textContent,
  walk,
} from './nodes.ts';
import { shownText } from './text.ts';
import type { Entered, TreeReader } from './tree-reader.ts';

/** Longer than any title; a longer heading is not compared with it. */
const MAX_TITLE = 1000;

/** A heading; the first `h1` is left out where it only repeats the title, which stands in the metadata. */
export function enterHeading(reader: TreeReader, element: Element, depth: HeadingDepth): Entered {
  if (depth === 1 && !reader.titleSeen) {
    reader.titleSeen = true;
    const text = plainText(element);
    if (text) {
      if (reader.builder.isEmpty) reader.meta.set('title', text, 'html');
      if (reader.meta.get('title') === text.normalize('NFC')) {
        reader.endHeading();
        reader.boundary();
        return 'skip';
      }
    }
  }
  return reader.openHeading(depth);
}

const PLAIN: ReadonlySet<string> = new Set(['span', 'div', 'font', 'small', 'wbr']);

/** The text of a heading that holds nothing but text. */
function plainText(heading: Element): string | undefined {
  let isPlain = true;
  walk(heading, (node) => {
    if (isElement(node) && !PLAIN.has(node.tagName)) isPlain = false;
    return isPlain ? undefined : 'stop';
  });
  const text = isPlain ? shownText(textContent(heading, MAX_TITLE)) : '';
  return text === '' || text.length > MAX_TITLE ? undefined : text;
}

/** Signs that documentation puts beside a heading as the link to it. */
const PERMALINK = /^(?:[\s#¶§∞\u{1F517}]|\uFE0E|\uFE0F)*$/u;

/** A handle is a sign, an icon at most. */
const MAX_NODES = 32;
/** Among more neighbours than this nobody looks for the text: each link would look through all of them. */
const MAX_BESIDE = 1000;

/** Whether a link in a heading, or in a term that is one of documentation, is only the handle to copy its address. */
export function isPermalink(link: Element): boolean {
  if (attribute(link, 'href')?.trim().startsWith('#') !== true || !PERMALINK.test(textContent(link, 8))) return false;
  let hasImage = false;
  let nodes = 0;
  walk(link, (node) => {
    hasImage ||= node.nodeName === 'img';
    return hasImage || ++nodes > MAX_NODES ? 'stop' : undefined;
  });
  return !hasImage && nodes <= MAX_NODES && standsBesideText(link);
}

/** Whether the heading says something besides the link: a heading of nothing but `#` is no handle. */
function standsBesideText(link: Element): boolean {
  let inner: ChildNode = link;
  for (let depth = 0; depth < MAX_NODES; depth++) {
    const parent: ParentNode | null = inner.parentNode;
    if (!parent) return false;
    if (parent.childNodes.length > MAX_BESIDE) return true;
    const at = parent.childNodes.indexOf(inner);
    const beside = parent.childNodes.slice(Math.max(0, at - MAX_NODES), at + MAX_NODES);
    if (beside.some((node) => node !== inner && textOf(node).trim() !== '')) return true;
    if (!isElement(parent) || /^h[1-6]$/.test(parent.tagName)) return false;
    inner = parent;
  }
  return false;
}

function textOf(node: ChildNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? textContent(node, MAX_NODES) : '';
}

/** Depth of an element that ARIA makes a heading. */
export function ariaHeadingDepth(element: Element): HeadingDepth | undefined {
  if (attribute(element, 'role')?.trim().toLowerCase() !== 'heading') return undefined;
  const level = Number(attribute(element, 'aria-level') ?? 2);
  return (level >= 1 && level <= 6 && Number.isInteger(level) ? level : 6) as HeadingDepth; // within 1 to 6
}
