import type { Element } from '../read/html/nodes.ts';

/**
 * Hash of the tag and the first two class names, and of the parent's shape. Digits and ids do not count:
 * they number the repeats (`post-17`). Later names are often states and tags (`odd`, `tag-sports`).
 */
export function shapeOf(node: Element, parentShape: number): number {
  let hash = Math.imul(parentShape, 31) ^ 0x5bd1e995;
  hash = hashOf(node.tagName, hash);
  for (const { name, value } of node.attrs) if (name === 'class') hash = hashOf(value, hash);
  return hash;
}

function hashOf(text: string, seed: number): number {
  let hash = seed;
  const end = Math.min(text.length, 100);
  let names = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 && i > 0 && ++names === 2) break;
    if (code < 48 || code > 57) hash = (Math.imul(hash, 31) + code) | 0;
  }
  return hash;
}
