import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';
import encodeWebp, { init as initWebp } from '@jsquash/webp/encode.js';
import { Decoder } from '../src/pictures/decode/decode.ts';
import { CODECS } from '../src/pictures/decode/codecs.ts';
import { blankRaster, type Raster } from '../src/pictures/raster.ts';

const require = createRequire(import.meta.url);

/** A decoder as the worker has it. */
export const decoder: Decoder = new Decoder((codec) => readFileSync(require.resolve(CODECS[codec])));

/** Red, green, blue and opacity of the pixel at a place, 0 to 255. */
type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number, opacity?: number];

export function painted(width: number, height: number, paint: Paint): Raster {
  const raster = blankRaster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue, opacity = 255] = paint(x, y);
      raster.data.set([red, green, blue, opacity], (y * width + x) * 4);
    }
  }
  return raster;
}

/** A sea under a sun: every part of it is another colour. */
export function seascape(width: number, height: number): Raster {
  const horizon = height * 0.6;
  const [sunX, sunY, radius] = [width * 0.7, height * 0.3, height * 0.15];
  return painted(width, height, (x, y) => {
    if (Math.hypot(x - sunX, y - sunY) < radius) return [255, 220, 80];
    if (y < horizon) return [90 + (80 * y) / horizon, 150 + (60 * y) / horizon, 230];
    const wave = Math.sin(x / 9 + y / 3) * 18;
    return [20, 70 + wave, 130 + wave];
  });
}

/** An image of each pixel of a raster in one of four corners' colours, to see which way up it is. */
export function corners(width: number, height: number): Raster {
  return painted(width, height, (x, y) => {
    if (y < height / 2) return x < width / 2 ? [255, 0, 0] : [0, 255, 0];
    return x < width / 2 ? [0, 0, 255] : [255, 255, 255];
  });
}

export async function jpegOf(raster: Raster, quality: number = 95): Promise<Buffer> {
  await initJpeg(compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'));
  return Buffer.from(await encodeJpeg(raster as ImageData, { quality })); // of the fields only these are used
}

export async function webpOf(raster: Raster): Promise<Buffer> {
  await initWebp(compiled('@jsquash/webp/codec/enc/webp_enc.wasm'));
  return Buffer.from(await encodeWebp(raster as ImageData, { lossless: 1 })); // of the fields only these are used
}

/** A JPEG with an Exif segment that says how it is turned (1 to 8). */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  // A segment of 34 bytes: "Exif", then TIFF with one directory of one entry, the orientation.
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(orientation, 2 + 2 + 6 + 8 + 2 + 8);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** A GIF of one picture in up to 128 colours, its codes never longer than it needs: literal codes, and a clear often. */
export function gifOf(raster: Raster): Buffer {
  const { width, height, data } = raster;
  const palette: number[] = [];
  const pixels: number[] = [];
  for (let i = 0; i < data.length; i += 4) {
    const rgb = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    let index = palette.indexOf(rgb);
    if (index < 0) index = palette.push(rgb) - 1;
    pixels.push(index);
  }
  if (palette.length > 128) throw new Error('too many colours');
  const header = Buffer.alloc(13);
  header.write('GIF89a', 'latin1');
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(height, 8);
  header[10] = 0xf6; // a palette of 128
  const colors = Buffer.alloc(128 * 3);
  for (const [i, rgb] of palette.entries()) colors.writeUIntBE(rgb, i * 3, 3);
  const frame = Buffer.alloc(11);
  frame[0] = 0x2c;
  frame.writeUInt16LE(width, 5);
  frame.writeUInt16LE(height, 7);
  frame[10] = 7; // bits of a literal
  // Codes of eight bits throughout: the table is cleared before they would grow.
  const codes = pixels.flatMap((pixel, i) => (i % 100 === 0 ? [128, pixel] : [pixel]));
  const bytes = Buffer.from([...codes, 129]);
  const blocks: Buffer[] = [];
  for (let i = 0; i < bytes.length; i += 255) {
    const block = bytes.subarray(i, i + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([header, colors, frame, ...blocks, Buffer.from([0, 0x3b])]);
}

function compiled(file: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(require.resolve(file)));
}
