import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content is no text of the page. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'select',
  'textarea',
  'iframe',
]);
const NEEDS_SQUEEZE = /[\t\n\f\r\u00A0]|\s\s/;
/** Elements of a person's microdata that are looked at for the name. */
const MOST_IN_PERSON = 60;

export function attribute(node: Element, name: string): string {
  for (const { name: key, value } of node.attrs) if (key === name) return value;
  return '';
}

/** The text below a node, white space squeezed, at most about `limit` characters and elements. */
export function textOf(root: Node, limit: number): string {
  const parts: string[] = [];
  let length = 0;
  const stack: Node[] = [root];
  for (let node = stack.pop(); node && length <= limit; node = stack.pop()) {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode; // by its name
      parts.push(value);
      length += value.length;
    } else if ('childNodes' in node && (node === root || !SKIPPED.has(node.nodeName))) {
      // Elements count too: headings nested a thousand deep must not each be read to the end.
      length++;
      // A block's words do not touch its neighbour's.
      if (node !== root && node.nodeName !== 'a' && node.nodeName !== 'span') parts.push(' ');
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i];
        if (child) stack.push(child);
      }
    }
  }
  return limit === Infinity ? parts.join('') : squeeze(parts.join(''));
}

/** White space trimmed, and each run of it made one space. */
export function squeeze(text: string): string {
  const trimmed = text.trim();
  return NEEDS_SQUEEZE.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** The name in an element of microdata that describes a person: what it marks as the name, else all of its text. */
export function nameIn(person: Element, limit: number): string {
  const stack: Node[] = [person];
  for (let node = stack.pop(), seen = 0; node && seen < MOST_IN_PERSON; node = stack.pop(), seen++) {
    if (!('tagName' in node)) continue;
    if (node !== person && /(?:^|\s)name(?:\s|$)/.test(attribute(node, 'itemprop')))
      return attribute(node, 'content') || textOf(node, limit);
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child) stack.push(child);
    }
  }
  return attribute(person, 'content') || textOf(person, limit);
}
