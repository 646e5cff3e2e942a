import type { ChildNode, Element, ParentNode } from '../src/read/html/nodes.ts';

/** So many levels up, but below the body. */
export function ancestor(element: Element, levels: number): Element {
  let at = element;
  for (let level = 0; level < levels; level++) {
    const parent = at.parentNode;
    if (!parent || !('tagName' in parent) || parent.tagName === 'body' || parent.tagName === 'html') return at;
    at = parent;
  }
  return at;
}

/** Takes an element out of its tree and puts it behind one of another tree; at the end of a body. */
export function moveBehind(element: Element, moved: Element): void {
  const parent: ParentNode | null =
    element.tagName === 'body' || element.tagName === 'html' ? element : element.parentNode;
  if (!parent) return;
  const old = moved.parentNode;
  if (old) old.childNodes = old.childNodes.filter((child) => child !== moved);
  const at = parent === element ? parent.childNodes.length : parent.childNodes.indexOf(element) + 1;
  parent.childNodes.splice(at, 0, moved as ChildNode);
  moved.parentNode = parent;
}
