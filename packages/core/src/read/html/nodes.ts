import type { DefaultTreeAdapterTypes } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: ChildNode | ParentNode): node is Element {
  return 'tagName' in node;
}

export function isText(node: ChildNode): node is TextNode {
  return node.nodeName === '#text';
}

/** Value of the attribute with this (lower-case) name; `''` where it stands without a value. */
export function attribute(element: Element, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

/** The first of these attributes that says something. */
export function firstAttribute(element: Element, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attribute(element, name)?.trim();
    if (value) return value;
  }
  return undefined;
}

/** The tokens of the `class` attribute, as written. */
export function classTokens(element: Element): string[] {
  const value = attribute(element, 'class');
  return value === undefined ? [] : value.split(/[\t\n\f\r ]+/).filter((token) => token !== '');
}

/** What a template that stands for a shadow root shows, of other parents their children. */
export function childrenOf(node: ParentNode): readonly ChildNode[] {
  return 'content' in node ? node.content.childNodes : node.childNodes;
}

/**
 * Visits everything below `root` in document order, by a loop. `visit` returns `'skip'` to leave out what
 * is below an element, and `'stop'` to end; `leave` is told when all below an element has been visited.
 */
export function walk(
  root: ParentNode,
  visit: (node: ChildNode) => 'skip' | 'stop' | undefined,
  leave?: (element: ChildNode) => void,
): void {
  const lists: (readonly ChildNode[])[] = [childrenOf(root)];
  const positions: number[] = [0];
  while (lists.length > 0) {
    const top = lists.length - 1;
    const position = positions[top] as number; // both stacks have the same height
    const node = lists[top]?.[position];
    if (node === undefined) {
      lists.pop();
      positions.pop();
      const element = lists[top - 1]?.[(positions[top - 1] ?? 0) - 1];
      if (element) leave?.(element);
      continue;
    }
    positions[top] = position + 1;
    const next = visit(node);
    if (next === 'stop') return;
    if (next !== 'skip' && isElement(node)) {
      lists.push(childrenOf(node));
      positions.push(0);
    }
  }
}

/** All text below `root`, as it stands; once past `limit` code units it stops. */
export function textContent(root: ParentNode, limit: number = Number.POSITIVE_INFINITY): string {
  let text = '';
  walk(root, (node) => {
    if (isText(node)) text += node.value;
    return text.length > limit ? 'stop' : undefined;
  });
  return text;
}
