/**
 * Gradient-boosted trees over rows of numbers. All sums are whole numbers and all comparisons are between
 * values of 32-bit floats, so that every platform gives the same scores.
 */
export interface Trees {
  /** Index of each tree's first node. */
  roots: Int32Array;
  feature: Uint16Array;
  threshold: Float32Array;
  /** Where to go when the value is at most the threshold, and when it is greater: a node, or `~leaf`. */
  below: Int32Array;
  above: Int32Array;
  leaves: Int16Array;
}

/** Leaf values are parts of a log-odds: this many make one. */
export const UNIT = 4096;

/**
 * Reads trees as the trainer packs them: little-endian; the number of features, the thresholds of each
 * (count, then 32-bit floats), the number of trees, and each tree's number of leaves, its inner nodes
 * (feature, index of the threshold, two signed children, negative for leaves) and its leaves.
 */
export function readTrees(bytes: Uint8Array): Trees {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const u8 = (): number => view.getUint8(at++);
  const u16 = (): number => view.getUint16((at += 2) - 2, true);
  const thresholds: number[][] = [];
  const features = u16();
  for (let f = 0; f < features; f++) {
    const list: number[] = [];
    for (let count = u8(); count > 0; count--) list.push(view.getFloat32((at += 4) - 4, true));
    thresholds.push(list);
  }
  const roots: number[] = [];
  const feature: number[] = [];
  const threshold: number[] = [];
  const below: number[] = [];
  const above: number[] = [];
  const leaves: number[] = [];
  for (let trees = u16(); trees > 0; trees--) {
    const root = feature.length;
    const firstLeaf = leaves.length;
    const count = u8();
    roots.push(root);
    const child = (value: number): number => (value < 0 ? ~(firstLeaf + ~value) : root + value);
    for (let n = 0; n < count - 1; n++) {
      const f = u16();
      feature.push(f);
      threshold.push(thresholds[f]?.[u8()] ?? 0);
      below.push(child(view.getInt8(at++)));
      above.push(child(view.getInt8(at++)));
    }
    for (let n = 0; n < count; n++) leaves.push(view.getInt16((at += 2) - 2, true));
  }
  return {
    roots: Int32Array.from(roots),
    feature: Uint16Array.from(feature),
    threshold: Float32Array.from(threshold),
    below: Int32Array.from(below),
    above: Int32Array.from(above),
    leaves: Int16Array.from(leaves),
  };
}

/** Sum of the leaves that each row falls into, in `UNIT`s of a log-odds. Tree by tree: a tree stays in the cache. */
export function sumTrees(trees: Trees, rows: Float32Array, width: number): Int32Array {
  const { roots, feature, threshold, below, above, leaves } = trees;
  const count = Math.floor(rows.length / width);
  const sums = new Int32Array(count);
  for (const root of roots) {
    for (let row = 0, base = 0; row < count; row++, base += width) {
      let node = root;
      do {
        const value = rows[base + (feature[node] as number)] as number;
        node = (value <= (threshold[node] as number) ? below[node] : above[node]) as number;
      } while (node >= 0);
      sums[row] = (sums[row] as number) + (leaves[~node] as number);
    }
  }
  return sums;
}

/** A probability in 256ths. */
export const FULL = 256;
/** e^(-1/64): literal, because `Math.exp` may differ in its last bit between platforms. */
const STEP = 0.984496437005408;
const MAX_STEPS = 64 * 12;

/** The logistic function of a sum, 0 to `FULL`, by multiplications alone. */
export function probability(sum: number): number {
  const steps = Math.min(MAX_STEPS, Math.round((Math.abs(sum) * 64) / UNIT));
  let power = 1;
  let factor = STEP;
  for (let n = steps; n > 0; n >>= 1) {
    if (n & 1) power *= factor;
    factor *= factor;
  }
  const low = Math.round((FULL * power) / (1 + power));
  return sum > 0 ? FULL - low : low;
}
