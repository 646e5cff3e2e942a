/** How the files begin that people mistake for text, as bytes in Latin-1. */
const MAGIC: readonly (readonly [kind: string, start: string])[] = [
  ['a PNG image', '\x89PNG\r\n\x1A\n'],
  ['a JPEG image', '\xFF\xD8\xFF'],
  ['a GIF image', 'GIF87a'],
  ['a GIF image', 'GIF89a'],
  ['a TIFF image', 'II*\0'],
  ['a TIFF image', 'MM\0*'],
  ['an icon', '\0\0\x01\0'],
  ['a Photoshop image', '8BPS\0\x01'],
  ['a PDF document', '%PDF-'],
  ['an Office document', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
  ['a ZIP archive (an EPUB, an Office document …)', 'PK\x03\x04'],
  ['a ZIP archive', 'PK\x05\x06'],
  ['gzip data', '\x1F\x8B'],
  ['bzip2 data', 'BZh91AY&SY'],
  ['xz data', '\xFD7zXZ\0'],
  ['Zstandard data', '\x28\xB5\x2F\xFD'],
  ['a 7z archive', "7z\xBC\xAF'\x1C"],
  ['a RAR archive', 'Rar!\x1A\x07'],
  ['a program', '\x7FELF'],
  ['a program', 'MZ\x90\0'],
  ['a program', '\xCF\xFA\xED\xFE'],
  ['a program', '\xCA\xFE\xBA\xBE'],
  ['a WebAssembly module', '\0asm'],
  ['a database', 'SQLite format 3\0'],
  ['a font', 'wOFF'],
  ['a font', 'wOF2'],
  ['a font', '\0\x01\0\0\0'],
  ['audio', 'ID3\x02'],
  ['audio', 'ID3\x03'],
  ['audio', 'ID3\x04'],
  ['audio', 'OggS\0'],
  ['audio', 'fLaC\0'],
];
const LONGEST_MAGIC = 16;

/** What a file is by its first bytes, where it is none of ours. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_MAGIC));
  const known = MAGIC.find(([, magic]) => start.startsWith(magic));
  if (known) return known[0];
  if (start.startsWith('RIFF') && /^(?:WEBP|WAVE|AVI )/.test(start.slice(8))) return 'an image, audio or video';
  if (start.startsWith('ftyp', 4) && start.charCodeAt(0) === 0) return 'an image, audio or video';
  return undefined;
}

/** Control characters that no text has: all but tab, line ends, form feed, escape (ISO 2022) and NEL. */
const CONTROLS = /[\0-\x08\x0E-\x1A\x1C-\x1F\x7F-\x84\x86-\x9F]/g;
/** In code units. What is binary shows it soon. */
const SAMPLE = 4096;
/** Text that has been through old systems has some; a tenth of random bytes are such. */
const MOST_CONTROLS = 0.04;
/** A few in a short text prove nothing. */
const LEAST_CONTROLS = 4;

/** Whether decoded text is full of control characters, as decoded pictures and programs are. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const count = sample.match(CONTROLS)?.length ?? 0;
  return count >= LEAST_CONTROLS && count > sample.length * MOST_CONTROLS;
}
