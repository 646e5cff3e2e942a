import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { MetaDraft } from '../../article/meta.ts';
import type { Meta } from '../../article/types.ts';
import { readMetadata } from './metadata.ts';

function metadata(head: string, body: string, url = 'https://news.example/story'): Meta {
  const meta = new MetaDraft();
  readMetadata(parse(`<!doctype html><html lang="en-gb"><head>${head}</head><body>${body}</body></html>`), url, meta);
  return meta.finish();
}

test('the heading is the title, without the site name that the page title carries', () => {
  const meta = metadata(
    '<title>Ferry fares rise in May | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">',
    '<h1>Ferry fares rise in May</h1><p>Text.</p>',
  );
  expect([meta.title, meta.site, meta.origin['title']]).toEqual([
    'Ferry fares rise in May',
    'The Harbour Post',
    'html',
  ]);
});

test('a heading that says something else than the page title is not the title', () => {
  const meta = metadata('<title>Ferry fares rise in May</title>', '<h1>Subscribe to our letters</h1><p>Text.</p>');
  expect(meta.title).toBe('Ferry fares rise in May');
});

test('authors come from structured data, references resolved, with their addresses', () => {
  const graph = {
    '@graph': [
      { '@type': 'Person', '@id': '#ann', name: 'Ann Lee', url: '/people/ann' },
      {
        '@type': 'NewsArticle',
        headline: 'Ferry fares rise',
        author: [{ '@id': '#ann' }, { '@type': 'Person', name: 'Bo Ek' }],
        datePublished: '2025-03-27T08:00:00+01:00',
        dateModified: '2025-03-28',
      },
    ],
  };
  const meta = metadata(
    `<script type="application/ld+json">${JSON.stringify(graph)}</script>`,
    '<h1>Ferry fares rise</h1>',
  );
  expect(meta.authors).toEqual([{ name: 'Ann Lee', url: 'https://news.example/people/ann' }, { name: 'Bo Ek' }]);
  expect([meta.published, meta.modified, meta.origin['authors']]).toEqual([
    '2025-03-27T08:00:00+01:00',
    '2025-03-28',
    'json-ld',
  ]);
});

test('broken structured data is repaired where it can be and otherwise ignored', () => {
  const broken = '<!-- {"@type": "Article", "headline": "A\nB", "author": "Ann Lee",} -->';
  expect(metadata(`<script type="application/ld+json">${broken}</script>`, '').authors).toEqual([{ name: 'Ann Lee' }]);
  expect(metadata('<script type="application/ld+json">{"@type": </script>', '<h1>T</h1>').title).toBe('T');
});

test('a byline and date in the text under the title are found, an update is not a publication', () => {
  const meta = metadata(
    '<title>Ferry fares rise</title>',
    '<h1>Ferry fares rise</h1><div>By <a href="/authors/ann">Ann Lee</a></div><span>Updated 3 May 2025</span><span>1 May 2025</span><p>Text.</p>',
  );
  expect(meta.authors).toEqual([{ name: 'Ann Lee', url: 'https://news.example/authors/ann' }]);
  expect([meta.published, meta.modified]).toEqual(['2025-05-01', '2025-05-03']);
});

test('names and dates of comments and related stories are nobody’s here', () => {
  const meta = metadata(
    '<title>Ferry fares rise</title>',
    '<h1>Ferry fares rise</h1><p>Text.</p><div class="comments"><span class="author">Troll</span> 2 May 2025</div><div class="related-stories">By Cy Oz</div>',
  );
  expect([meta.authors, meta.published]).toEqual([[], undefined]);
});

test('the language is canonical where declared and detected where not', () => {
  expect(metadata('', '').language).toBe('en-GB');
  const meta = new MetaDraft();
  const text =
    'Die Fähre fährt ab Mai nur noch dreimal am Tag, weil der Hafen seine Brücke erneuern muss und das Geld fehlt. ';
  readMetadata(
    parse(`<p>${text.repeat(1)}</p><p>Der Rat entscheidet darüber im Herbst, sagte die Bürgermeisterin am Montag.</p>`),
    undefined,
    meta,
  );
  expect([meta.get('language'), meta.finish().origin['language']]).toEqual(['de', 'text']);
});

test('a hostile page of many heads and deep structured data is read in bounded work', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const meta = metadata(
    `${'<meta name="author" content="Ann Lee">'.repeat(5000)}<script type="application/ld+json">${deep}</script>`,
    '',
  );
  expect(meta.authors).toEqual([{ name: 'Ann Lee' }]);
});
