import { expect, test } from 'vitest';
import { corners, gifOf, jpegOf, webpOf, withOrientation } from '../../test/images.ts';
import { encodePng } from './encode/png.ts';
import { readHeader } from './image-header.ts';

const image = corners(40, 24);

test('reads format and size of PNG, JPEG, GIF and WebP', async () => {
  expect(readHeader(encodePng(image))).toEqual({ format: 'png', width: 40, height: 24 });
  expect(readHeader(await jpegOf(image))).toEqual({ format: 'jpeg', width: 40, height: 24 });
  expect(readHeader(gifOf(image))).toEqual({ format: 'gif', width: 40, height: 24 });
  expect(readHeader(await webpOf(image))).toEqual({ format: 'webp', width: 40, height: 24 });
});

test.each([
  ['VP8 ', '9d012a', [40, 0x00, 24, 0x00], 23],
  ['VP8X', '', [39, 0, 0, 23, 0, 0], 24],
] as const)('reads the size of WebP of the kind %s', (kind, start, size, at) => {
  const bytes = Buffer.alloc(30);
  bytes.write(`RIFF....WEBP${kind}`, 'latin1');
  bytes.write(start, at, 'hex');
  bytes.set(size, 30 - (kind === 'VP8 ' ? 4 : 6));
  expect(readHeader(bytes)).toEqual({ format: 'webp', width: 40, height: 24 });
});

test('takes the size of a photograph as it is shown', async () => {
  const jpeg = await jpegOf(image);
  expect(readHeader(withOrientation(jpeg, 3))).toEqual({ format: 'jpeg', width: 40, height: 24 });
  expect(readHeader(withOrientation(jpeg, 6))).toEqual({ format: 'jpeg', width: 24, height: 40 });
});

test('asks for more where a header is cut, and never takes part of one for the whole', async () => {
  for (const bytes of [encodePng(image), withOrientation(await jpegOf(image), 6), gifOf(image), await webpOf(image)]) {
    const headers = Array.from({ length: Math.min(bytes.length, 700) }, (_, length) =>
      readHeader(bytes.subarray(0, length)),
    );
    expect(new Set(headers.map((header) => JSON.stringify(header)))).toEqual(
      new Set(['"more"', JSON.stringify(readHeader(bytes))]),
    );
  }
});

test.each([
  ['text', 'This is a text of some length.'],
  ['a PNG of nothing', '\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x05'],
  ['a JPEG that ends before its frame', '\u00FF\u00D8\u00FF\u00D9 and then nothing of it'],
  ['a JPEG of broken segments', '\u00FF\u00D8\u00FF\u00E0\0\0 and then nothing of it'],
])('%s is no image', (_, text) => {
  expect(readHeader(Buffer.from(text, 'latin1'))).toBeUndefined();
});
