import { expect, test } from 'vitest';
import { corners, decoder, painted, seascape } from '../../../test/images.ts';
import { decodeSixel } from '../../../test/sixel.ts';
import type { Raster } from '../raster.ts';
import { itermStrips, sixelStrips, stripRow } from './strips.ts';

const CELL = { width: 8, height: 17 };

function joined(strips: readonly Raster[]): Buffer {
  return Buffer.concat(strips.map(({ data }) => Buffer.from(data)));
}

/** The largest and the mean difference between two images, in levels of 255. */
function difference(a: Uint8Array, b: Uint8Array): { most: number; mean: number } {
  const differences = [...a].map((value, index) => Math.abs(value - (b[index] ?? 0)));
  return { most: Math.max(...differences), mean: differences.reduce((sum, value) => sum + value, 0) / a.length };
}

test('an image for iTerm2 is a PNG for each row of cells, with the very pixels', async () => {
  const image = painted(40, 51, (x, y) => [x * 6, y * 5, (x * y) & 255, x > y ? 255 : 128]);
  const strips = itermStrips(image, CELL);
  expect(strips).toHaveLength(3);
  const decoded = strips.map((strip) => {
    const parts = /^\u001B\]1337;File=inline=1;width=5;height=1;preserveAspectRatio=0;.*size=(\d+):(.*)\u0007$/.exec(
      strip,
    );
    const png = Buffer.from(parts?.[2] ?? '', 'base64');
    expect(png).toHaveLength(Number(parts?.[1]));
    return decoder.decode(png);
  });
  expect(joined(await Promise.all(decoded))).toEqual(Buffer.from(image.data));
});

test('an image in sixels is a strip for each row of cells, and looks as it did', () => {
  const image = seascape(160, 85);
  const strips = sixelStrips(image, CELL, 256).map(decodeSixel);
  expect(strips.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 5 }, () => [160, 17]));
  const { most, mean } = difference(joined(strips), Buffer.from(image.data));
  expect(mean).toBeLessThan(2.5);
  expect(most).toBeLessThan(24);
});

test('a terminal with few colours gets no more than it has, and those that matter', () => {
  const strips = sixelStrips(corners(40, 34), CELL, 4);
  expect(new Set(strips.join('').match(/#\d+;2;/g)).size).toBe(4);
  expect(difference(joined(strips.map(decodeSixel)), Buffer.from(corners(40, 34).data)).most).toBeLessThan(8);
  const few = sixelStrips(seascape(160, 85), CELL, 16);
  expect(new Set(few.join('').match(/#\d+;2;/g)).size).toBeLessThanOrEqual(16);
});

test('what is clear is left out of sixels', () => {
  const half = painted(16, 17, (x) => (x < 8 ? [255, 0, 0] : [0, 255, 0, 0]));
  expect(
    joined(sixelStrips(half, CELL, 256).map(decodeSixel))
      .toString('hex')
      .replaceAll('00000000', ''),
  ).toBe('ff0000ff'.repeat(8 * 17));
  expect(
    sixelStrips(
      painted(8, 17, () => [0, 0, 0, 0]),
      CELL,
      256,
    ).map(decodeSixel),
  ).toHaveLength(1);
});

test('a strip blanks its cells, is drawn where they begin, and leaves the cursor after them', () => {
  expect(stripRow('<image>', 3, '')).toBe('\u001B7   \u001B8<image>\u001B8\u001B[3C');
  expect(stripRow('<image>', 2, '48;5;230')).toBe('\u001B7\u001B[48;5;230m  \u001B[m\u001B8<image>\u001B8\u001B[2C');
});
