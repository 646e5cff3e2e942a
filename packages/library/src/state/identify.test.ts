import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parsed } from '../../test/article.ts';
import { identify } from './identify.ts';

const HERE = 'https://news.example/2026/river?page=1';

test('the canonical URL names an article wherever it was read from', () => {
  const meta = { canonicalUrl: 'https://news.example/river' };
  expect(identify(parsed('River.', { meta, url: HERE })).key).toBe('https://news.example/river');
  expect(identify(parsed('River.', { meta }), 'saved.html').key).toBe('https://news.example/river');
});

test('a page without one is named by its URL, without fragment, user and password', () => {
  expect(identify(parsed('River.', { url: 'https://ann:secret@news.example/river#end' })).key).toBe(
    'https://news.example/river',
  );
});

test('a front page named as the canonical URL of another page does not name it', () => {
  const meta = { canonicalUrl: 'https://news.example/' };
  expect(identify(parsed('River.', { meta, url: HERE })).key).toBe(HERE);
  expect(identify(parsed('River.', { meta }), '/saved.html').key).toBe(pathToFileURL('/saved.html').href);
  expect(identify(parsed('River.', { meta, url: 'https://news.example/' })).key).toBe('https://news.example/');
});

test('a file is named by its absolute path, piped text by its hash', () => {
  expect(identify(parsed('River.'), 'a b.md')).toEqual({
    key: pathToFileURL(path.resolve('a b.md')).href,
    path: path.resolve('a b.md'),
  });
  const article = parsed('River.');
  expect(identify(article).key).toBe(`urn:sha256:${article.source.sha256}`);
});

test('where there is no title the first heading stands in for it', () => {
  expect(identify(parsed('Once.\n\n## A *long*  river')).title).toBe('A long river');
  expect(identify(parsed('# A river', { meta: { title: 'Rivers' } })).title).toBe('Rivers');
});
