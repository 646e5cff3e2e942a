import { type Element, isText } from '../read/html/nodes.ts';
import { parseFragment } from '../read/html/parse-tree.ts';

/** Raw text of a `noscript` shorter than this is a tracker's pixel, an image or a plea to enable scripts. */
const MIN_NOSCRIPT = 400;

/**
 * Turns the raw text of a long `noscript` into elements: some forums keep their threads there. The node
 * becomes a `div`, so that the reader goes into it.
 */
export function unfold(node: Element): boolean {
  const [source] = node.childNodes;
  if (!source || !isText(source) || source.value.length < MIN_NOSCRIPT) return node.childNodes.length > 1;
  node.childNodes = [...parseFragment(source.value).childNodes];
  for (const child of node.childNodes) child.parentNode = node;
  node.nodeName = node.tagName = 'div';
  return true;
}
