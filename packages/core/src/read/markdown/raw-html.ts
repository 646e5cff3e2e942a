import type { Nodes } from 'mdast';

const COMMENTS = /^(?:<!--(?:[^-]|-(?!->))*-->\s*)+$/;

/** Whether any of these siblings is HTML that may show. */
export function holdsRawHtml(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => node.type === 'html' && !isComment(node));
}

export function isComment(node: Nodes): boolean {
  return node.type === 'html' && COMMENTS.test(node.value);
}
