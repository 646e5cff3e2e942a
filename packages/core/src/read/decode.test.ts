import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const utf8 = new TextEncoder();
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const hints = { charset: undefined, mediaType: undefined };

function textOf(input: Uint8Array | string, more: Partial<Parameters<typeof decode>[1]> = {}): string {
  const decoded = decode(input, { ...hints, ...more });
  if ('code' in decoded) throw new Error(decoded.code);
  return decoded.text;
}

function codesOf(input: Uint8Array | string, more: Partial<Parameters<typeof decode>[1]> = {}): string[] {
  const decoded = decode(input, { ...hints, ...more });
  return 'code' in decoded ? [decoded.code] : decoded.diagnostics.map((d) => d.code);
}

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), isLittle);
  return bytes;
}

function utf32(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? '\uFEFF' : ''), ...text].map((c) => c.codePointAt(0) ?? 0);
  const bytes = new Uint8Array(codes.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, code] of codes.entries()) view.setUint32(i * 4, code, isLittle);
  return bytes;
}

test('takes a byte-order mark before everything else, and leaves it out', () => {
  const text = 'naïve 😀 text';
  expect(textOf(utf8.encode(`\uFEFF${text}`), { charset: 'windows-1251' })).toBe(text);
  for (const isLittle of [true, false]) {
    expect(textOf(utf16(text, isLittle, true))).toBe(text);
    expect(textOf(utf32(text, isLittle, true))).toBe(text);
  }
  expect(textOf(`\uFEFF${text}`)).toBe(text);
});

test('decodes UTF-32 when it is named, and replaces what is no character in it', () => {
  expect(textOf(utf32('añ', false, false), { charset: 'UTF-32BE' })).toBe('añ');
  expect(codesOf(new Uint8Array([0x61, 0, 0, 0, 0, 0, 0x11, 0]), { charset: 'utf-32' })).toEqual([
    'characters-replaced',
  ]);
});

test('recognises UTF-16 that has lost its byte-order mark', () => {
  const text = 'Plain words, nothing else.';
  expect(textOf(utf16(text, true, false))).toBe(text);
  expect(textOf(utf16(text, false, false))).toBe(text);
  expect(codesOf(utf16(text, true, false))).toEqual(['charset-guessed']);
});

test('takes the charset that the caller knows before the one the page declares', () => {
  const page = latin1('<meta charset="windows-1252"><p>\xE8\xE9');
  expect(textOf(page, { charset: 'windows-1251' })).toContain('ий');
  expect(textOf(page)).toContain('èé');
  expect(codesOf(page)).toEqual([]);
});

test('refuses a label of the caller that names no encoding, and overlooks one of the transport', () => {
  expect(codesOf(utf8.encode('abc'), { charset: 'klingon' })).toEqual(['charset-unknown']);
  expect(codesOf(utf8.encode('abc'), { charset: 'hz-gb-2312' })).toEqual(['charset-unknown']);
  expect(textOf(utf8.encode('äbc'), { transportCharset: 'none' })).toBe('äbc');
  expect(textOf(latin1('\xE8'), { transportCharset: 'windows-1251' })).toBe('и');
});

test('reads as UTF-8 what is UTF-8, whatever a page or a server declares', () => {
  const page = utf8.encode('<meta charset=iso-8859-1><p>naïve');
  expect(textOf(page)).toContain('naïve');
  expect(codesOf(page)).toEqual(['charset-guessed']);
  expect(textOf(utf8.encode('naïve'), { transportCharset: 'iso-8859-1' })).toBe('naïve');
});

test('reads as windows-1252 what is no UTF-8 and declares nothing, and says so', () => {
  const text = latin1('It\x92s na\xEFve \x96 but readable.');
  expect(textOf(text)).toBe('It’s naïve – but readable.');
  expect(codesOf(text)).toEqual(['charset-guessed']);
});

test('keeps damaged UTF-8 as UTF-8 and counts what was replaced', () => {
  const bytes = utf8.encode('Многие слова и одна ошибка: \uFFFD — конец.');
  const damaged = Uint8Array.from([...bytes, 0xd0]);
  const decoded = decode(damaged, hints);
  expect(decoded).toMatchObject({
    text: 'Многие слова и одна ошибка: \uFFFD — конец.\uFFFD',
    diagnostics: [{ code: 'characters-replaced', message: 'One character could not be decoded and was replaced.' }],
  });
  expect(codesOf(latin1('a\xFF\xFFb'), { charset: 'utf-8' })).toEqual(['characters-replaced']);
});

test.each([
  ['PNG', '\x89PNG\r\n\x1A\n\0\0\0\rIHDR'],
  ['JPEG', '\xFF\xD8\xFF\xE0\0\x10JFIF'],
  ['PDF', '%PDF-1.7\n%\xE2\xE3\xCF\xD3'],
  ['ZIP', 'PK\x03\x04\x14\0'],
  ['gzip', '\x1F\x8B\x08\0'],
  ['ELF', '\x7FELF\x02\x01\x01\0'],
  ['WebP', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['MP4', '\0\0\0\x20ftypisom'],
])('refuses %s', (_name, start) => {
  expect(codesOf(latin1(start))).toEqual(['input-binary']);
});

test('refuses bytes and strings full of control characters, and allows a few', () => {
  expect(codesOf(Uint8Array.from({ length: 512 }, (_, i) => i % 32))).toEqual(['input-binary']);
  expect(codesOf('\0\x01\x02'.repeat(50))).toEqual(['input-binary']);
  expect(textOf('one\0two\x07 three\x1B')).toBe('one\0two\x07 three\x1B');
  expect(textOf('')).toBe('');
});

/** Every encoding of the standard, a label of it, and a text that only it writes with these bytes. */
const LEGACY: readonly (readonly [label: string, bytes: string, text: string])[] = [
  ['cp866', '\xAF\xE0\xA8', 'при'],
  ['latin2', '\xB1\xE6', 'ąć'],
  ['latin3', '\xB1', 'ħ'],
  ['latin4', '\xBF', 'ŋ'],
  ['cyrillic', '\xCF', 'Я'],
  ['arabic', '\xC7', 'ا'],
  ['greek', '\xC1', 'Α'],
  ['hebrew', '\xE0', 'א'],
  ['logical', '\xE0', 'א'],
  ['latin6', '\xAF', 'Ŋ'],
  ['iso-8859-13', '\xC0', 'Ą'],
  ['iso-8859-14', '\xD0', 'Ŵ'],
  ['l9', '\xA4', '€'],
  ['koi8-r', '\xD1', 'я'],
  ['koi8-u', '\xA4', 'є'],
  ['macintosh', '\x8E', 'é'],
  ['tis-620', '\xA1', 'ก'],
  ['cp1250', '\x9C', 'ś'],
  ['cp1251', '\xFF', 'я'],
  ['ascii', '\x80', '€'],
  ['cp1253', '\xC1', 'Α'],
  ['latin5', '\xFE', 'ş'],
  ['cp1255', '\xE0', 'א'],
  ['cp1256', '\xC7', 'ا'],
  ['cp1257', '\xC0', 'Ą'],
  ['cp1258', '\xD0', 'Đ'],
  ['x-mac-ukrainian', '\x80', 'А'],
  ['gb2312', '\xC4\xE3', '你'],
  ['gb18030', '\xC4\xE3', '你'],
  ['big5-hkscs', '\xA7A', '你'],
  ['x-euc-jp', '\xA4\xA2', 'あ'],
  ['csiso2022jp', '\x1B$B$"\x1B(B', 'あ'],
  ['sjis', '\x82\xA0', 'あ'],
  ['ks_c_5601-1987', '\xB0\xA1', '가'],
  ['utf-16be', '\0a', 'a'],
  ['ucs-2', 'a\0', 'a'],
];

test.each(LEGACY)('decodes %s', (label, bytes, text) => {
  expect(textOf(latin1(bytes), { charset: label })).toBe(text);
  expect(textOf(latin1(bytes), { charset: ` ${label.toUpperCase()} ` })).toBe(text);
});
