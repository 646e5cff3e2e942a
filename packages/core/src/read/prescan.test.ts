import fc from 'fast-check';
// @ts-expect-error -- the package ships no types
import sniffEncoding from 'html-encoding-sniffer';
import { expect, test } from 'vitest';
import { declaredEncoding } from './prescan.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);

test.each([
  ['<meta charset=koi8-r>', 'koi8-r'],
  ['<META CharSet = "Shift_JIS" >', 'shift_jis'],
  ["<meta charset='latin1'/>", 'windows-1252'],
  ['<meta http-equiv=Content-Type content="text/html; charset=gb2312">', 'gbk'],
  ['<meta content="text/html;charset=big5" http-equiv="content-type">', 'big5'],
  ['<?xml version="1.0" encoding="iso-8859-2"?><html>', 'iso-8859-2'],
  ['<!-- <meta charset=big5> --><meta charset=utf-8>', 'utf-8'],
  ['<!--><meta charset=big5>', 'big5'],
  ['<script src="<meta charset=big5>"></script><meta charset=euc-kr>', 'euc-kr'],
  ['<meta charset=utf-16>', 'utf-8'],
  ['<meta charset=nonsense><meta charset=greek>', 'iso-8859-7'],
  [`<title>${'x'.repeat(4000)}</title><meta charset=greek>`, 'iso-8859-7'],
])('finds what is declared in %.70s', (html, expected) => {
  expect(declaredEncoding(bytesOf(html))).toBe(expected);
});

test.each([
  '',
  '<p>charset=utf-8',
  '<meta name=x content="charset=big5">',
  '<metacharset=big5>',
  '<!-- <meta charset=big5>',
])('finds nothing in %s', (html) => {
  expect(declaredEncoding(bytesOf(html))).toBeUndefined();
});

test('agrees with the reference implementation', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '/',
        ' ',
        '"',
        "'",
        '=',
        '!',
        '-',
        '<!--',
        '-->',
        'a',
        'B',
        '\n',
        '<meta ',
        '<p class="x">',
      ),
      fc.constantFrom('meta', 'charset', 'http-equiv', 'content', 'content-type', 'text/html; charset=', 'charset='),
      fc.constantFrom('big5', 'utf-8', 'utf-16', 'koi8-r', 'x-user-defined', '<meta charset=greek>'),
      fc.constant('<meta http-equiv="content-type" content="text/html; charset=big5">'),
    ),
    { maxLength: 24 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const html = `${parts.join('')} <p>`;
      const expected = sniffEncoding(bytesOf(html), { defaultEncoding: '', maxPrescanBytes: 8192 }).toLowerCase();
      expect(declaredEncoding(bytesOf(html)) ?? '').toBe(expected);
    }),
    { numRuns: 3000 },
  );
});
