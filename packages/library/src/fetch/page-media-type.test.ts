import { expect, test } from 'vitest';
import { pageMediaType } from './page-media-type.ts';

test.each([
  ['text/html', '/a', 'text/html'],
  ['Text/HTML; Charset=Shift_JIS', '/a', 'text/html; Charset=Shift_JIS'],
  ['text/html; level=1; charset="utf-8"', '/a', 'text/html; charset="utf-8"'],
  ['application/xhtml+xml', '/a', 'application/xhtml+xml'],
  ['text/x-markdown', '/a', 'text/markdown'],
  ['text/plain; charset=utf-8', '/README.md', 'text/markdown; charset=utf-8'],
  ['text/plain', '/notes', 'text/plain'],
  ['application/octet-stream', '/README.MD?raw', 'text/markdown'],
  ['text/html', '/README.md', 'text/html'],
  [null, '/notes.txt', 'text/plain'],
])('%s at %s is parsed as %s', (contentType, path, mediaType) => {
  expect(pageMediaType(contentType, `https://news.example${path}`)).toEqual({ mediaType });
});

test('where neither server nor name tell, the text has to', () => {
  expect(pageMediaType(null, 'https://news.example/river')).toEqual({});
  expect(pageMediaType('', 'https://news.example/constructor.constructor')).toEqual({});
});

test.each(['application/pdf', 'image/png', 'application/json', 'application/octet-stream', 'constructor'])(
  '%s cannot be read',
  (contentType) => {
    expect(pageMediaType(contentType, 'https://news.example/a')).toEqual({ unreadable: contentType });
  },
);
