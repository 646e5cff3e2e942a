import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Block } from './types.ts';

/** RFC 4648 base32, lower case: safe in URLs and file names, and no two letters look alike to a listener. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** 60 bits: 12 characters; two of a million blocks collide with a chance of 4e-7, and `~2` covers that. */
const ID_LENGTH = 12;

/** The address for content: base32 of the first 60 bits of SHA-256 of `content`'s UTF-8 form. */
export function hashId(content: string): string {
  const digest = sha256(utf8ToBytes(content));
  let id = '';
  let bits = 0;
  let value = 0;
  for (let i = 0; id.length < ID_LENGTH; i++) {
    // `digest` has 32 bytes and the loop ends within the first 8.
    value = ((value << 8) | (digest[i] as number)) & 0xfff;
    bits += 8;
    while (bits >= 5 && id.length < ID_LENGTH) {
      bits -= 5;
      id += BASE32[(value >> bits) & 31];
    }
  }
  return id;
}

/**
 * Fills in `id` for every block (invariant B1). A leaf is addressed by its type and text (its URL where
 * it has no text); a container by its type and its children's addresses, so that deep nesting costs no
 * more than flat text. An edit elsewhere leaves an id alone.
 */
export function assignIds(blocks: Block[], text: string): void {
  const childIds = new Map<number, string[]>();
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block; // in range
    const children = childIds.get(i);
    childIds.delete(i);
    const content = children ? children.toReversed().join(' ') : leafContent(block, text);
    block.id = hashId(`${block.type}\n${content}`);
    if (block.parent !== null) {
      const siblings = childIds.get(block.parent);
      if (siblings) siblings.push(block.id);
      else childIds.set(block.parent, [block.id]);
    }
  }
  const seen = new Map<string, number>();
  for (const block of blocks) {
    const count = (seen.get(block.id) ?? 0) + 1;
    seen.set(block.id, count);
    if (count > 1) block.id = `${block.id}~${count}`;
  }
}

function leafContent(block: Block, text: string): string {
  return block.type === 'image' || block.type === 'embed' ? block.url : text.slice(block.start, block.end);
}
