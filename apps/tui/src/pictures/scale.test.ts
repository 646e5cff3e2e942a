import { expect, test } from 'vitest';
import { corners, painted } from '../../test/images.ts';
import { fitPicture } from './fit-picture.ts';
import { scaleOnto } from './scale.ts';

const CELL = { width: 10, height: 20 };

test('a pixel is the mean of the area that it stands for', () => {
  const stripes = painted(8, 4, (x) => (x % 2 === 0 ? [255, 0, 0] : [0, 0, 255]));
  const { data } = scaleOnto({ width: 2, height: 1 }, stripes, { width: 2, height: 1 });
  expect([...data]).toEqual([128, 0, 128, 255, 128, 0, 128, 255]);
});

test('what is clear gives no colour to what is not, and a canvas is clear around the image', () => {
  const half = painted(4, 2, (x) => (x < 2 ? [200, 100, 50] : [0, 255, 0, 0]));
  const { data } = scaleOnto({ width: 2, height: 2 }, half, { width: 1, height: 1 });
  expect([...data]).toEqual([200, 100, 50, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('an image of one colour stays so at every size', () => {
  const plain = painted(37, 23, () => [12, 200, 99]);
  for (const size of [1, 3, 7, 20]) {
    const { data } = scaleOnto({ width: size, height: size }, plain, { width: size, height: size });
    expect(new Set(Buffer.from(data).toString('hex').match(/.{8}/g))).toEqual(new Set(['0cc863ff']));
  }
});

test.each([
  ['as large as it is', { width: 200, height: 100 }, { columns: 20, rows: 5 }],
  ['down to the measure', { width: 1400, height: 400 }, { columns: 70, rows: 10 }],
  ['down to the height', { width: 1000, height: 1000 }, { columns: 40, rows: 20 }],
  ['to whole cells', { width: 201, height: 101 }, { columns: 21, rows: 6 }],
  ['a line', { width: 5000, height: 8 }, { columns: 70, rows: 1 }],
])('fits an image %s', (_, size, box) => {
  expect(fitPicture(size, CELL, { columns: 70, rows: 20 })).toEqual(box);
});

test.each([
  { width: 1, height: 1 },
  { width: 600, height: 1 },
])('takes %o for no picture', (size) => {
  expect(fitPicture(size, CELL, { columns: 70, rows: 20 })).toBeUndefined();
});

test('an image is as large on a screen of twice the density', () => {
  const image = { width: 200, height: 100 };
  expect(fitPicture(image, { width: 20, height: 40 }, { columns: 70, rows: 20 })).toEqual({ columns: 20, rows: 5 });
  const { data } = scaleOnto({ width: 4, height: 2 }, corners(2, 2), { width: 4, height: 2 });
  expect([...data.subarray(0, 12)]).toEqual([255, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 255]);
});
