import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleBuilder } from '../article/builder.ts';
import type { Diagnostic } from '../article/types.ts';
import { images } from '../index.ts';
import { parse } from '../parse.ts';
import { resolveUrl } from '../article/url.ts';
import { Urls } from './urls.ts';

function reported(urls: Urls): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  urls.report({ diagnose: (diagnostic) => diagnostics.push(diagnostic) } as Pick<
    ArticleBuilder,
    'diagnose'
  > as ArticleBuilder);
  return diagnostics;
}

test('resolves as the URL standard does, whatever the base', () => {
  const base = fc.constantFrom(
    'https://example.org/a/b?c',
    'http://user:pw@example.org/a/',
    'https://example.org:8443/a',
    'mailto:a@b.example',
    undefined,
  );
  const raw = fc.string({ unit: fc.constantFrom(...'/\\ab.~?#=&%:@ é\t'), maxLength: 10 });
  fc.assert(
    fc.property(base, raw, (from, value) => {
      expect(new Urls(from).link(value)).toBe(resolveUrl(value, from));
    }),
    { numRuns: 3000 },
  );
});

test('counts what it drops, says so once, and counts no link that leads nowhere', () => {
  const urls = new Urls(undefined);
  for (const raw of ['', ' ', '#', ' # ', '#part', 'https://example.org/']) urls.link(raw);
  expect(reported(urls)).toEqual([]);
  urls.link('relative');
  urls.image('javascript:1');
  expect(reported(urls)).toMatchObject([
    { code: 'url-dropped', message: expect.stringContaining('2 links') as string },
  ]);
  expect(reported(urls)).toEqual([]);
});

test('takes another base, relative to the first, of an allowed scheme', () => {
  const urls = new Urls('https://example.org/a/b');
  expect(urls.link('/x')).toBe('https://example.org/x');
  urls.rebase('//other.example/c/');
  expect(urls.link('/x')).toBe('https://other.example/x');
  expect(urls.link('x')).toBe('https://other.example/c/x');
  urls.rebase('javascript:1');
  urls.rebase('#part');
  expect(urls.base).toBe('https://other.example/c/');
});

test('asks the caller for what an image has no URL of its own for, and takes only what an image may have', () => {
  const asked: string[] = [];
  const urls = new Urls(undefined, (reference) => {
    asked.push(reference);
    return { 'a.png': 'data:image/png;base64,AAAA', 'b.png': 'file:///b.png' }[reference];
  });
  expect(urls.image(' a.png ')).toBe('data:image/png;base64,AAAA');
  expect(urls.image('https://example.org/c.png')).toBe('https://example.org/c.png');
  expect(reported(urls)).toEqual([]);
  expect(urls.image('b.png')).toBeUndefined();
  expect(urls.image('c.png')).toBeUndefined();
  expect(urls.link('a.png')).toBeUndefined();
  expect(reported(urls)).toMatchObject([{ message: expect.stringContaining('3 links') as string }]);
  expect(asked).toEqual(['a.png', 'b.png', 'c.png']);
});

test.each([
  ['text/markdown', '![A](a.png "T")\n\nIn ![b](b.png) line.\n\n<img src="c.png">\n'],
  ['text/html', '<img src="a.png" alt="A"><p>In <img src="b.png" alt="b"> line.</p><p><img src="c.png"></p>'],
])('%s: images without a base stay where the caller gives them a URL', (mediaType, text) => {
  const imageUrl = (reference: string): string => `https://images.example/${reference}`;
  const result = parse(text, { mediaType, imageUrl });
  if (!result.ok) throw new Error(result.error.code);
  expect(images(result.article).map(({ url }) => url)).toEqual([
    'https://images.example/a.png',
    'https://images.example/b.png',
    'https://images.example/c.png',
  ]);
  expect(result.article.diagnostics).toEqual([]);
});
