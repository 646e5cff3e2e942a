import { constants, inflateSync } from 'node:zlib';
import { blankRaster, type Raster } from '../raster.ts';

/** What IHDR says (PNG, third edition, 11.2.1). */
interface PngHeader {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and opacity, 6 colour and opacity. */
  type: number;
  interlaced: boolean;
}

/** Every n-th pixel of an image, as one image of its own: one, or seven of Adam7. */
interface Pass {
  x: number;
  y: number;
  stepX: number;
  stepY: number;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const WHOLE: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];
const ADAM7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

/**
 * Decodes a PNG. Our own, because Node's zlib inflates faster than a library would and stops at the size that the
 * header promises, whatever a hostile file holds. A file that ends too early gives what is there. Throws on others.
 */
export function decodePng(bytes: Uint8Array): Raster {
  const { header, palette, transparent, data } = readChunks(bytes);
  const samples = SAMPLES[header.type] ?? 0;
  if (!DEPTHS[header.type]?.includes(header.depth)) throw new Error('a PNG of an unknown kind');
  if (header.type === 3 && palette.length === 0) throw new Error('a PNG without its palette');
  const passes = header.interlaced ? ADAM7 : WHOLE;
  const sizes = passes.map((pass) => passSize(pass, header, samples));
  const length = sizes.reduce((sum, { columns, rows, stride }) => sum + (columns > 0 ? rows * (stride + 1) : 0), 0);
  const raw = inflateSync(data, { maxOutputLength: Math.max(1, length), finishFlush: constants.Z_SYNC_FLUSH });
  const raster = blankRaster(header.width, header.height);
  const paint = painterOf(header, palette, transparent, raster);
  let at = 0;
  for (const [index, pass] of passes.entries()) {
    const { columns, rows, stride } = sizes[index] ?? { columns: 0, rows: 0, stride: 0 };
    if (columns === 0) continue;
    let above: Uint8Array = new Uint8Array(stride);
    for (let row = 0; row < rows && at + 1 + stride <= raw.length; row++, at += stride + 1) {
      const line = raw.subarray(at + 1, at + 1 + stride);
      unfilter(line, above, raw[at] ?? 0, Math.max(1, (samples * header.depth) >> 3));
      const target = ((pass.y + row * pass.stepY) * header.width + pass.x) * 4;
      for (let column = 0; column < columns; column++) paint(line, column, target + column * pass.stepX * 4);
      above = line;
    }
  }
  return raster;
}

function passSize(
  { x, y, stepX, stepY }: Pass,
  { width, height, depth }: PngHeader,
  samples: number,
): { columns: number; rows: number; stride: number } {
  const columns = Math.max(0, Math.ceil((width - x) / stepX));
  const rows = Math.max(0, Math.ceil((height - y) / stepY));
  return { columns, rows, stride: Math.ceil((columns * samples * depth) / 8) };
}

function readChunks(bytes: Uint8Array): {
  header: PngHeader;
  palette: Uint8Array;
  transparent: Uint8Array | undefined;
  data: Uint8Array;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: PngHeader | undefined;
  let palette = new Uint8Array(0);
  let transparent: Uint8Array | undefined;
  const data: Uint8Array[] = [];
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR' && chunk.length >= 13) {
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      header = { width, height, depth: chunk[8] ?? 0, type: chunk[9] ?? 0, interlaced: chunk[12] === 1 };
    } else if (type === 'PLTE') palette = new Uint8Array(chunk);
    else if (type === 'tRNS') transparent = chunk;
    else if (type === 'IDAT') data.push(chunk);
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  if (!header || data.length === 0) throw new Error('a PNG without pixels');
  return { header, palette, transparent, data: Buffer.concat(data) };
}

/** Undoes the filter of a line in place (PNG, 9.2). `step`: bytes of a pixel. */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number, step: number): void {
  if (filter === 0) return;
  for (let i = 0; i < line.length; i++) {
    const left = i >= step ? (line[i - step] ?? 0) : 0;
    const up = above[i] ?? 0;
    const value = line[i] ?? 0;
    if (filter === 1) line[i] = value + left;
    else if (filter === 2) line[i] = value + up;
    else if (filter === 3) line[i] = value + ((left + up) >> 1);
    else if (filter === 4) line[i] = value + paeth(left, up, i >= step ? (above[i - step] ?? 0) : 0);
    else throw new Error('a PNG with an unknown filter');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Puts pixel `column` of a line at index `target` of the raster. */
function painterOf(
  { type, depth }: PngHeader,
  palette: Uint8Array,
  transparent: Uint8Array | undefined,
  { data }: Raster,
): (line: Uint8Array, column: number, target: number) => void {
  const samples = SAMPLES[type] ?? 1;
  const bytes = depth === 16 ? 2 : 1;
  const most = 2 ** depth - 1;
  /** A sample as it stands in the file. */
  const sample = (line: Uint8Array, index: number): number => {
    if (depth === 8) return line[index] ?? 0;
    if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0);
    const bit = index * depth;
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  /** The one colour that is transparent, of images without opacity. */
  const clear = type === 3 || !transparent ? undefined : keyColor(transparent, type === 2 ? 3 : 1);
  if (type === 3) {
    return (line, column, target) => {
      const index = sample(line, column);
      data.set(palette.subarray(index * 3, index * 3 + 3), target);
      data[target + 3] = transparent?.[index] ?? 255;
    };
  }
  const colors = type === 2 || type === 6 ? 3 : 1;
  const hasOpacity = type === 4 || type === 6;
  return (line, column, target) => {
    const first = column * samples;
    let matches = clear !== undefined;
    for (let channel = 0; channel < 3; channel++) {
      const index = first + (colors === 3 ? channel : 0);
      const value = sample(line, index);
      if (clear && clear[colors === 3 ? channel : 0] !== value) matches = false;
      data[target + channel] = bytes === 2 ? value >> 8 : Math.round((value * 255) / most);
    }
    const opacity = hasOpacity ? sample(line, first + colors) : most;
    data[target + 3] = matches ? 0 : bytes === 2 ? opacity >> 8 : Math.round((opacity * 255) / most);
  };
}

function keyColor(chunk: Uint8Array, samples: number): number[] {
  return Array.from({ length: samples }, (_, i) => ((chunk[i * 2] ?? 0) << 8) | (chunk[i * 2 + 1] ?? 0));
}
