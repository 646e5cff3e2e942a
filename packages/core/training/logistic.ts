/** Rows of a sparse matrix of zeros and counts, and what each should come to. */
export interface Examples {
  /** Columns of row `r` are `columns[starts[r] .. starts[r + 1]]`; one that is there twice counts twice. */
  columns: Int32Array;
  starts: Int32Array;
  /** Shares, 0 to 1. */
  labels: Float64Array;
  weights: Float64Array;
}

/** Pairs of steps that L-BFGS remembers. */
const MEMORY = 10;

/**
 * Logistic regression with a quadratic penalty of `decay / 2` on the weights, by L-BFGS (Nocedal 1980). Gives a
 * weight for each column and, last, the bias.
 */
export function fitLogistic(examples: Examples, width: number, decay: number, rounds: number): Float64Array {
  let at: Float64Array = new Float64Array(width + 1);
  let slope: Float64Array = new Float64Array(width + 1);
  let loss = lossAt(examples, at, slope, decay);
  const steps: { step: Float64Array; change: Float64Array; scale: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = directionOf(slope, steps);
    const descent = dot(direction, slope);
    let length = round === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    const nextSlope = new Float64Array(width + 1);
    for (;;) {
      const next = at.map((value, i) => value + length * (direction[i] as number));
      const nextLoss = lossAt(examples, next, nextSlope, decay);
      if (nextLoss <= loss + 1e-4 * length * descent || length < 1e-8) {
        const step = next.map((value, i) => value - (at[i] as number));
        const change = nextSlope.map((value, i) => value - (slope[i] as number));
        const curvature = dot(step, change);
        if (curvature > 0) steps.push({ step, change, scale: 1 / curvature });
        if (steps.length > MEMORY) steps.shift();
        at = next;
        slope = nextSlope;
        loss = nextLoss;
        break;
      }
      length /= 2;
    }
  }
  return at;
}

/** Minus the slope, bent by what the last steps tell of the curvature. */
function directionOf(
  slope: Float64Array,
  steps: readonly { step: Float64Array; change: Float64Array; scale: number }[],
): Float64Array {
  const direction = slope.map((value) => -value);
  const shares: number[] = [];
  for (const { step, change, scale } of steps.toReversed()) {
    const share = scale * dot(step, direction);
    shares.push(share);
    addTo(direction, change, -share);
  }
  const last = steps.at(-1);
  if (last) {
    const factor = 1 / (last.scale * dot(last.change, last.change));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * factor;
  }
  for (const { step, change, scale } of steps) {
    addTo(direction, step, (shares.pop() ?? 0) - scale * dot(change, direction));
  }
  return direction;
}

/** The weighted mean of the loss, and its slope into `slope`. */
function lossAt(examples: Examples, at: Float64Array, slope: Float64Array, decay: number): number {
  const { columns, starts, labels, weights } = examples;
  const width = at.length - 1;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  slope.fill(0);
  let loss = 0;
  for (let r = 0; r < labels.length; r++) {
    const from = starts[r] as number;
    const to = starts[r + 1] as number;
    let sum = at[width] as number;
    for (let i = from; i < to; i++) sum += at[columns[i] as number] as number;
    const label = labels[r] as number;
    const weight = (weights[r] as number) / all;
    const share = 1 / (1 + Math.exp(-sum));
    loss += weight * (Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))) - label * sum);
    const pull = weight * (share - label);
    for (let i = from; i < to; i++) {
      const column = columns[i] as number;
      slope[column] = (slope[column] as number) + pull;
    }
    slope[width] = (slope[width] as number) + pull;
  }
  for (let i = 0; i < width; i++) {
    const value = at[i] as number;
    loss += (decay / 2) * value * value;
    slope[i] = (slope[i] as number) + decay * value;
  }
  return loss;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addTo(to: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + factor * (values[i] as number);
}
