import type { Trees } from './trees.ts';

/**
 * Tells what each feature adds to a row's sum: along a tree's path every split moves the expected leaf, and the
 * move is the split feature's. (Saabas 2014, with the plain mean of the leaves below a node as what is
 * expected there.) Index: the feature's column; values in `UNIT`s of a log-odds.
 */
export function contributor(trees: Trees): (row: Float32Array) => Float64Array {
  const { roots, feature, threshold, below, above, leaves } = trees;
  const means = nodeMeans(trees);
  return (row) => {
    const added = new Float64Array(row.length);
    for (const root of roots) {
      let node = root;
      while (node >= 0) {
        const column = feature[node] as number;
        const next = (row[column] as number) <= (threshold[node] as number) ? below[node] : above[node];
        const value = (next as number) >= 0 ? means[next as number] : leaves[~(next as number)];
        added[column] = (added[column] as number) + (value as number) - (means[node] as number);
        node = next as number;
      }
    }
    return added;
  };
}

/** Mean of the leaves below each inner node. A node's children come after it, so one pass from the end does. */
function nodeMeans({ feature, below, above, leaves }: Trees): Float64Array {
  const sums = new Float64Array(feature.length);
  const counts = new Int32Array(feature.length);
  for (let node = feature.length - 1; node >= 0; node--) {
    for (const child of [below[node] as number, above[node] as number]) {
      sums[node] = (sums[node] as number) + (child >= 0 ? (sums[child] as number) : (leaves[~child] as number));
      counts[node] = (counts[node] as number) + (child >= 0 ? (counts[child] as number) : 1);
    }
  }
  return sums.map((sum, node) => sum / (counts[node] as number));
}
