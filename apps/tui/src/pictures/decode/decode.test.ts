import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { corners, decoder, gifOf, jpegOf, painted, webpOf, withOrientation } from '../../../test/images.ts';
import { encodePng } from '../encode/png.ts';
import type { Raster } from '../raster.ts';

const image = corners(40, 24);

/** The colours of the four corners, rounded, by their first letters. */
function cornersOf({ width, height, data }: Raster): string {
  const places: [number, number][] = [
    [2, 2],
    [width - 3, 2],
    [2, height - 3],
    [width - 3, height - 3],
  ];
  return places
    .map(([x, y]) => {
      const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
      const key = [red, green, blue].map((value) => (value > 127 ? 1 : 0)).join('');
      return { '100': 'r', '010': 'g', '001': 'b', '111': 'w' }[key] ?? '?';
    })
    .join('');
}

test('decodes PNG, GIF and WebP to the very pixels, and JPEG to much the same', async () => {
  const noisy = painted(33, 21, (x, y) => [(x * 97) & 255, (y * 57) & 255, (x * y) & 255, x % 3 === 0 ? 90 : 255]);
  expect(Buffer.from((await decoder.decode(encodePng(noisy))).data)).toEqual(Buffer.from(noisy.data));
  expect(Buffer.from((await decoder.decode(gifOf(image))).data)).toEqual(Buffer.from(image.data));
  expect(Buffer.from((await decoder.decode(await webpOf(image))).data)).toEqual(Buffer.from(image.data));
  expect(cornersOf(await decoder.decode(await jpegOf(image)))).toBe('rgbw');
});

test.each([
  [1, 'rgbw'],
  [3, 'wbgr'],
  [6, 'brwg'],
  [8, 'gwrb'],
])('turns a photograph as its Exif orientation %i says', async (orientation, expected) => {
  const turned = await decoder.decode(withOrientation(await jpegOf(image), orientation));
  expect(cornersOf(turned)).toBe(expected);
  expect([turned.width, turned.height]).toEqual(orientation > 4 ? [24, 40] : [40, 24]);
});

/** A PNG of one kind, from the bytes of its lines. */
function png(
  width: number,
  height: number,
  kind: readonly [depth: number, type: number, interlace?: number],
  raw: readonly number[],
  ...extra: readonly (readonly [type: string, data: readonly number[]])[]
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([kind[0], kind[1], 0, 0, kind[2] ?? 0], 8);
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, Buffer.from(data))),
    chunk('IDAT', deflateSync(Buffer.from(raw))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function pixelsOf(bytes: Buffer): Promise<number[]> {
  return [...(await decoder.decode(bytes)).data];
}

test('reads grey of one bit, palettes with clear colours, sixteen bits and a colour that is clear', async () => {
  expect(await pixelsOf(png(3, 1, [1, 0], [0, 0b10100000]))).toEqual([
    255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255,
  ]);
  const palette = ['PLTE', [1, 2, 3, 40, 50, 60]] as const;
  expect(await pixelsOf(png(2, 1, [4, 3], [0, 0x01], palette, ['tRNS', [7]]))).toEqual([1, 2, 3, 7, 40, 50, 60, 255]);
  expect(await pixelsOf(png(1, 1, [16, 4], [0, 0x80, 0xff, 0x40, 0]))).toEqual([128, 128, 128, 64]);
  const key = ['tRNS', [0, 9, 0, 8, 0, 7]] as const;
  expect(await pixelsOf(png(2, 1, [8, 2], [0, 9, 8, 7, 9, 8, 6], key))).toEqual([9, 8, 7, 0, 9, 8, 6, 255]);
});

test.each([
  ['left', [1, 10, 1, 1, 1], [10, 11, 12, 13]],
  ['up', [2, 10, 20, 30, 40], [10, 20, 30, 40]],
  ['mean', [3, 10, 1, 1, 1], [10, 6, 4, 3]],
  ['Paeth', [4, 10, 1, 1, 1], [10, 11, 12, 13]],
])('undoes the filter %s', async (_, line, expected) => {
  const pixels = await pixelsOf(png(4, 1, [8, 0], line));
  expect(pixels.filter((__, i) => i % 4 === 0)).toEqual(expected);
});

test('puts the passes of an interlaced PNG together', async () => {
  // 2x2 in grey: pass 1 has the first pixel, pass 6 the second of line one, pass 7 line two.
  const bytes = png(2, 2, [8, 0, 1], [0, 10, 0, 20, 0, 30, 40]);
  expect((await pixelsOf(bytes)).filter((_, i) => i % 4 === 0)).toEqual([10, 20, 30, 40]);
});

test('shows as much as there is of an image that ends too early', async () => {
  const whole = encodePng(painted(50, 400, (x, y) => [x * 5, y & 255, (x * y) & 255]));
  const { data } = await decoder.decode(whole.subarray(0, whole.length / 2));
  expect(data[3]).toBe(255);
  expect(data.at(-1)).toBe(0);
});

test('refuses what is too large, holds more than it says, or is no image, each with its reason', async () => {
  const refused = (bytes: Buffer): Promise<unknown> => decoder.decode(bytes).then(() => 'decoded', String);
  expect(await refused(png(8000, 8000, [8, 0], [0]))).toContain('too many pixels');
  // A bomb: four pixels that inflate to sixteen million bytes.
  expect(
    await refused(
      png(
        2,
        2,
        [8, 0],
        Array.from({ length: 1 << 24 }, () => 0),
      ),
    ),
  ).toContain('Cannot create a Buffer');
  expect(await refused(png(2, 2, [3, 6], [0]))).toContain('unknown kind');
  expect(await refused(png(2, 2, [8, 0], [9, 1, 1, 9, 1, 1]))).toContain('unknown filter');
  expect(await refused(png(2, 2, [8, 3], [0, 1, 1]))).toContain('palette');
  expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toContain('known format');
  const gif = gifOf(image);
  gif.writeUInt16LE(4, 6); // the image is smaller than its picture
  expect(await refused(gif)).toContain('larger than itself');
});

test('whatever bytes an image holds, it is decoded or refused', async () => {
  // The GIF decoder talks; in the worker nobody hears it.
  const { mockRestore } = vi.spyOn(console, 'log').mockReturnValue();
  onTestFinished(mockRestore);
  const files = [encodePng(image), gifOf(image), await jpegOf(image), await webpOf(image)];
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 400; round++) {
    const bytes = Buffer.from(files[round % files.length] ?? '');
    for (let i = 0; i < 4; i++) bytes[40 + random(bytes.length - 40)] = random(256);
    const decoded = await decoder.decode(bytes.subarray(0, bytes.length - random(40))).catch((error: unknown) => error);
    expect(decoded).toBeDefined();
  }
  // None of them has left a decoder unable to go on.
  expect(cornersOf(await decoder.decode(await jpegOf(image)))).toBe('rgbw');
});
