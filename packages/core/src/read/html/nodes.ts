import type { DefaultTreeAdapterTypes } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: ChildNode | ParentNode): node is Element {
  // Names of other nodes begin with `#`. Asking for a property that they lack is several times slower.
  return node.nodeName.charCodeAt(0) !== 0x23;
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
  return node.nodeName === 'template' && 'content' in node ? node.content.childNodes : node.childNodes;
}

/** What a visit says of what is below an element, or of the whole walk. */
type Next = 'skip' | 'stop' | undefined;

/** Visits everything below `root` in document order, by a loop: `'skip'` leaves out what is below an element. */
export function walk(root: ParentNode, visit: (node: ChildNode) => Next): void {
  const stack: ChildNode[] = [];
  pushReversed(stack, childrenOf(root));
  for (let node = stack.pop(); node; node = stack.pop()) {
    const next = visit(node);
    if (next === 'stop') return;
    if (next !== 'skip' && isElement(node)) pushReversed(stack, childrenOf(node));
  }
}

/** `walk` over the elements alone, which are half of the nodes. */
export function walkElements(root: ParentNode, visit: (element: Element) => Next): void {
  const stack: Element[] = [];
  for (let parent: ParentNode | undefined = root; parent; parent = stack.pop()) {
    if (parent !== root) {
      const next = visit(parent as Element); // only the root is anything else
      if (next === 'stop') return;
      if (next === 'skip') continue;
    }
    const children = childrenOf(parent);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i] as ChildNode; // in range
      if (isElement(child)) stack.push(child);
    }
  }
}

function pushReversed(stack: ChildNode[], nodes: readonly ChildNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) stack.push(nodes[i] as ChildNode); // in range
}

/** A short text may stand in several elements. */
const FEW_NODES = 32;

/**
 * All text below `root`, as it stands; once past `limit` code units it stops, or past so many nodes that
 * asking for a few letters of each of many nested elements stays cheap.
 */
export function textContent(root: ParentNode, limit: number = Number.POSITIVE_INFINITY): string {
  let text = '';
  let nodes = 0;
  walk(root, (node) => {
    if (isText(node)) text += node.value;
    return text.length > limit || ++nodes > limit + FEW_NODES ? 'stop' : undefined;
  });
  return text;
}
