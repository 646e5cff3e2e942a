import { expect, test } from 'vitest';
import { contributor } from './contributions.ts';
import { probability, readTrees, sumTrees, UNIT } from './trees.ts';

/** One tree: feature 1 <= 0.5 ? -100 : (feature 0 <= 2 ? 7 : 300), packed as the trainer does. */
function pack(): Uint8Array {
  const view = new DataView(new ArrayBuffer(64));
  let at = 0;
  const u8 = (v: number): void => view.setUint8(at++, v);
  const i8 = (v: number): void => view.setInt8(at++, v);
  const u16 = (v: number): void => view.setUint16((at += 2) - 2, v, true);
  const f32 = (v: number): void => view.setFloat32((at += 4) - 4, v, true);
  u16(2);
  u8(1);
  f32(2);
  u8(1);
  f32(0.5);
  u16(1);
  u8(3);
  u16(1);
  u8(0);
  i8(-1);
  i8(1);
  u16(0);
  u8(0);
  i8(-2);
  i8(-3);
  for (const leaf of [-100, 7, 300]) view.setInt16((at += 2) - 2, leaf, true);
  return new Uint8Array(view.buffer, 0, at);
}

test('each row falls into one leaf; a value equal to the threshold goes below', () => {
  const rows = Float32Array.of(0, 0.5, 2, 0.6, 3, 1);
  expect([...sumTrees(readTrees(pack()), rows, 2)]).toEqual([-100, 7, 300]);
});

test('what the features add is the leaf less the mean of the tree', () => {
  const added = contributor(readTrees(pack()))(Float32Array.of(3, 1));
  const mean = (-100 + 7 + 300) / 3;
  expect((added[0] ?? 0) + (added[1] ?? 0)).toBeCloseTo(300 - mean, 9);
});

test('probability is the logistic function in 256ths, and symmetric', () => {
  expect(probability(0)).toBe(128);
  for (const logit of [0.5, 1, 2, 4]) {
    const wanted = 256 / (1 + Math.exp(-logit));
    expect(Math.abs(probability(logit * UNIT) - wanted)).toBeLessThan(1);
    expect(probability(-logit * UNIT)).toBe(256 - probability(logit * UNIT));
  }
  expect(probability(1e9)).toBe(256);
});
