/** Width and height in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** What the first bytes of an image say: its format, and its size as it is shown. */
export interface ImageHeader extends PixelSize {
  format: 'png' | 'jpeg' | 'gif' | 'webp';
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/**
 * Reads the header of a PNG, JPEG, GIF or WebP. `'more'` where it goes on beyond `bytes`; `undefined` for every
 * other format, and for sizes that no image has.
 */
export function readHeader(bytes: Uint8Array): ImageHeader | 'more' | undefined {
  const header = headerOf(bytes);
  if (header === undefined || header === 'more') return header;
  return header.width > 0 && header.height > 0 ? header : undefined;
}

function headerOf(bytes: Uint8Array): ImageHeader | 'more' | undefined {
  if (bytes.length < 12) return 'more';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG)) return pngHeader(bytes, view);
  if (startsWith(bytes, JPEG)) return jpegHeader(bytes, view);
  const magic = ascii(bytes, 0, 6);
  if (magic === 'GIF87a' || magic === 'GIF89a') {
    return { format: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  return magic.startsWith('RIFF') && ascii(bytes, 8, 12) === 'WEBP' ? webpHeader(bytes, view) : undefined;
}

function pngHeader(bytes: Uint8Array, view: DataView): ImageHeader | 'more' | undefined {
  if (bytes.length < 24) return 'more';
  if (ascii(bytes, 12, 16) !== 'IHDR') return undefined;
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function webpHeader(bytes: Uint8Array, view: DataView): ImageHeader | 'more' | undefined {
  if (bytes.length < 30) return 'more';
  switch (ascii(bytes, 12, 16)) {
    case 'VP8 ':
      return { format: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { format: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        format: 'webp',
        width: view.getUint16(24, true) + (view.getUint8(26) << 16) + 1,
        height: view.getUint16(27, true) + (view.getUint8(29) << 16) + 1,
      };
    default:
      return undefined;
  }
}

/** Walks the segments up to the frame, which has the size (ITU-T T.81, B.2.2); Exif before it may turn the image. */
function jpegHeader(bytes: Uint8Array, view: DataView): ImageHeader | 'more' | undefined {
  let turned = false;
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++; // a fill byte
      continue;
    }
    // Start of frame: all of C0 to CF but the tables C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [width, height] = [view.getUint16(at + 7), view.getUint16(at + 5)];
      return turned ? { format: 'jpeg', width: height, height: width } : { format: 'jpeg', width, height };
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    if (marker === 0xe1) turned = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) >= 5;
    at += 2 + length;
  }
  return 'more';
}

/** The orientation of an Exif segment, 1 to 8: from 5 on rows and columns change places. 1 where it says none. */
function exifOrientation(segment: Uint8Array): number {
  if (segment.length < 14 || ascii(segment, 0, 4) !== 'Exif') return 1;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const little = ascii(segment, 6, 8) === 'II';
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(entry, little) === 0x0112) return tiff.getUint16(entry + 8, little);
  }
  return 1;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
