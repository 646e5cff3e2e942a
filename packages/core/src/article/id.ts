import { textHasher } from './native-sha256.ts';
import type { Block } from './types.ts';

/**
 * Writes the first 60 bits of a hash in RFC 4648 base32, lower case: safe in URLs and file names, and no
 * two letters look alike to a listener. Of a million blocks two collide with a chance of 4e-7, and `~2`
 * covers that.
 */
function toId(hash: Int32Array): string {
  const high = hash[0] as number; // a hash has eight words
  const low = hash[1] as number;
  return String.fromCharCode(
    digit(high >>> 27),
    digit(high >>> 22),
    digit(high >>> 17),
    digit(high >>> 12),
    digit(high >>> 7),
    digit(high >>> 2),
    digit((high << 3) | (low >>> 29)),
    digit(low >>> 24),
    digit(low >>> 19),
    digit(low >>> 14),
    digit(low >>> 9),
    digit(low >>> 4),
  );
}

/** Code of the base32 digit for the last five bits: `a` to `z`, then `2` to `7`. */
function digit(bits: number): number {
  const value = bits & 31;
  return value < 26 ? value + 0x61 : value - 26 + 0x32;
}

/**
 * Fills in `id` for every block (invariant B1). A leaf is addressed by its type and text (its URL where
 * it has no text); a container by its type and its children's addresses, so that deep nesting costs no
 * more than flat text. An edit elsewhere leaves an id alone.
 */
export function assignIds(blocks: Block[], text: string): void {
  const sha256 = textHasher(text.length);
  const childIds = new Map<number, string[]>();
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block; // in range
    const children = childIds.get(i);
    childIds.delete(i);
    const content = children ? children.toReversed().join(' ') : leafContent(block, text);
    block.id = toId(sha256.text(`${block.type}\n${content}`));
    if (block.parent !== null) {
      const siblings = childIds.get(block.parent);
      if (siblings) siblings.push(block.id);
      else childIds.set(block.parent, [block.id]);
    }
  }
  numberRepeats(blocks);
}

/** Repeats are few: they alone are counted. */
function numberRepeats(blocks: readonly Block[]): void {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const before = seen.size;
    if (seen.add(block.id).size > before) continue;
    const count = (counts.get(block.id) ?? 1) + 1;
    counts.set(block.id, count);
    block.id = `${block.id}~${count}`;
  }
}

function leafContent(block: Block, text: string): string {
  return block.type === 'image' || block.type === 'embed' ? block.url : text.slice(block.start, block.end);
}
