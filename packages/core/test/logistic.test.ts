import { expect, test } from 'vitest';
import { fitLogistic } from '../training/logistic.ts';

const EXAMPLES = {
  // Column 0 speaks for the label, column 1 against it, column 2 says nothing.
  columns: Int32Array.of(0, 0, 2, 1, 1, 2),
  starts: Int32Array.of(0, 1, 3, 4, 6),
  labels: Float64Array.of(1, 1, 0, 0),
  weights: Float64Array.of(1, 1, 1, 1),
};

test('finds the weights at which the penalty balances the loss', () => {
  const decay = 0.1;
  const weights = fitLogistic(EXAMPLES, 3, decay, 50);
  const slopes = new Float64Array(4);
  for (let r = 0; r < 4; r++) {
    const columns = [...EXAMPLES.columns.subarray(EXAMPLES.starts[r], EXAMPLES.starts[r + 1]), 3];
    const sum = columns.reduce((total, column) => total + (weights[column] ?? 0), 0);
    const pull = (1 / (1 + Math.exp(-sum)) - (EXAMPLES.labels[r] ?? 0)) / 4;
    for (const column of columns) slopes[column] = (slopes[column] ?? 0) + pull;
  }
  for (let column = 0; column < 3; column++) expect(slopes[column]).toBeCloseTo(-decay * (weights[column] ?? 0), 4);
  expect(slopes[3]).toBeCloseTo(0, 4);
  expect(weights[0]).toBeGreaterThan(0.5);
  expect(weights[1]).toBeCloseTo(-(weights[0] ?? 0), 3);
});

test('an example that weighs nothing changes nothing', () => {
  const with5 = {
    columns: Int32Array.of(...EXAMPLES.columns, 0),
    starts: Int32Array.of(...EXAMPLES.starts, 7),
    labels: Float64Array.of(...EXAMPLES.labels, 0),
    weights: Float64Array.of(...EXAMPLES.weights, 0),
  };
  expect(fitLogistic(with5, 3, 0.1, 20)).toEqual(fitLogistic(EXAMPLES, 3, 0.1, 20));
});
