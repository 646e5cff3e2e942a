import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from '../raster.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a sample, colour and opacity, no interlacing. */
const KIND = [8, 6, 0, 0, 0];
/** Quick rather than small: it goes no further than the terminal. */
const LEVEL = 3;
/** Each line as differences to the one above. */
const UP = 2;

/** A raster as PNG. */
export function encodePng({ width, height, data }: Raster): Buffer {
  const stride = width * 4;
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const to = y * (stride + 1);
    const from = y * stride;
    raw[to] = UP;
    for (let i = 0; i < stride; i++) {
      raw[to + 1 + i] = (data[from + i] ?? 0) - (y === 0 ? 0 : (data[from - stride + i] ?? 0));
    }
  }
  const header = Buffer.alloc(8 + KIND.length);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(KIND, 8);
  const pixels = deflateSync(raw, { level: LEVEL });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
