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

test.each([
  ['times after many texts', `${'<p>a</p>'.repeat(30_000)}<h1>T</h1>${'<time></time>'.repeat(30_000)}`],
  ['people at one place', `<h1>T</h1>${'<span itemprop="author" content="Ann Lee"></span>'.repeat(50_000)}`],
  ['headings', '<h1>T is another here</h1>'.repeat(30_000)],
  ['credits without names', `<h1>T</h1>${'<p>Written by</p>'.repeat(30_000)}`],
])('many %s are read in bounded work', (_, body) => {
  expect(metadata('<title>T | x - y</title>', body, 'https://x.example/blog/t').title).toBeDefined();
});

test.each([
  ['a site’s heading is not the title', 'Tidal Notes', '<h1>Tidal Notes</h1><h2>How tides work</h2>', 'How tides work'],
  ['a slogan is not the title of a service', '', '<h1>We move more water than anyone before us</h1>', 'Water pumps'],
  ['a label in the heading is not a part of it', '', '<h1>Thread: Water pumps</h1>', 'Water pumps'],
  ['a sign for the address is not a part of it', '', '<h1>Water pumps<a href="#p">¶</a></h1>', 'Water pumps'],
])('%s', (_, site, body, title) => {
  const head = `<title>${title}${site === '' ? '' : ` – ${site}`}</title>`;
  const slug = title.toLowerCase().replaceAll(' ', '-');
  expect(metadata(head, body, `https://x.example/${slug}`).title).toBe(title);
});

test('the title of an article is the one that its authors chose, not the one for search engines', () => {
  const article = '<meta property="og:type" content="article"><title>Ferry fares 2025: costs and prices | Post</title>';
  expect(metadata(article, '<h1>Why the ferry costs more from May</h1>').title).toBe(
    'Why the ferry costs more from May',
  );
});

test('the name of a site in its host is cut off the title, on the front page it stays', () => {
  const head = '<title>Tide tables and charts - Harbour Post</title>';
  expect(metadata(head, '', 'https://harbourpost.example/tides').title).toBe('Tide tables and charts');
  expect(metadata(head, '', 'https://harbourpost.example/').title).toBe('Tide tables and charts - Harbour Post');
});

test('who started a thread is its author, who answers is not', () => {
  const post = (name: string): string =>
    `<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope><b itemprop="name">${name}</b> 12 gold badges</span><p>Words.</p></div>`;
  const body = `<h1>Which rope?</h1>${post('ann_lee')}${post('bo_ek')}`;
  expect(metadata('', body, 'https://forum.example/t/which-rope/1').authors).toEqual([{ name: 'ann_lee' }]);
  const noscript = `<h1>Which rope?</h1><noscript>${post('ann_lee')}</noscript>`;
  expect(metadata('', noscript, 'https://forum.example/t/which-rope/1').authors).toEqual([{ name: 'ann_lee' }]);
});

test('who reviews a product, or writes a story that is only listed, is not the author of the page', () => {
  const product = {
    '@type': 'Product',
    name: 'Rope',
    review: { '@type': 'Review', author: { '@type': 'Person', name: 'Ann Lee' }, datePublished: '2024-01-01' },
  };
  const head = `<script type="application/ld+json">${JSON.stringify(product)}</script>`;
  const body = '<h1>Rope</h1><div class="author">Bo Ek</div> 3 May 2024';
  expect([metadata(head, body).authors, metadata(head, body).published]).toEqual([[], undefined]);
  const listed = ['Ann Lee', 'Bo Ek', 'Cy Oz', 'Dora Po'].map((name) => `<h2>Story</h2><a rel="author">${name}</a>`);
  expect(metadata('', `<h1>Harbour</h1>${listed.join('')}`, 'https://x.example/harbour').authors).toEqual([]);
});

test('the site is its author only where it says so and nobody else is named', () => {
  const site = '<meta property="og:site_name" content="Harbour Post"><meta property="og:type" content="article">';
  const head = `${site}<meta name="author" content="Harbour Post">`;
  expect(metadata(head, '<h1>Tides</h1><p>By Ann Lee</p>').authors).toEqual([{ name: 'Ann Lee' }]);
  expect(metadata(head, '<h1>Tides</h1>').authors).toEqual([{ name: 'Harbour Post' }]);
  expect(metadata(site, '<h1>Tides</h1><p>By Harbour Post</p>').authors).toEqual([]);
});

test('an article names its author beside a job or a date, other pages do not', () => {
  const body = '<h1>Tides</h1><p>Ann Lee</p><p>Senior reporter</p><p>3 May 2025</p>';
  expect(metadata('', body, 'https://x.example/blog/tides').authors).toEqual([{ name: 'Ann Lee' }]);
  expect(metadata('', body, 'https://x.example/about').authors).toEqual([]);
});

test.each([
  ['<link rel="license" href="/licence">', '', 'https://news.example/licence', 'html'],
  ['', '<footer><a rel="license" href="https://x.example/by">Licence</a></footer>', 'https://x.example/by', 'html'],
  ['<meta name="dc.rights" content="CC BY 4.0">', '', 'CC BY 4.0', 'meta'],
  [
    '',
    '<a href="//creativecommons.org/licenses/by/4.0/">CC</a>',
    'https://creativecommons.org/licenses/by/4.0/',
    'html',
  ],
  [
    '<script type="application/ld+json">{"@type":"Article","headline":"T","license":{"@id":"#l"}, "x":[{"@id":"#l","url":"https://x.example/l","name":"L"}]}</script>',
    '',
    'https://x.example/l',
    'json-ld',
  ],
  ['<meta name="copyright" content="© 2025 Harbour Post, all rights reserved">', '', undefined, undefined],
  ['', '<figure><a href="https://creativecommons.org/licenses/by/2.0/">CC</a></figure>', undefined, undefined],
])('the licence of %s%s is %s', (head, body, license, origin) => {
  const meta = metadata(head, body);
  expect([meta.license, meta.origin['license']]).toEqual([license, origin]);
});

test('addresses start from the page’s own base', () => {
  const meta = metadata(
    '<base href="/en/"><link rel="canonical" href="story"><meta property="og:image" content="a.jpg"><meta name="author" content="Ann Lee">',
    '<h1>T</h1><a href="people/ann" rel="author">Ann Lee</a>',
  );
  expect([meta.canonicalUrl, meta.image]).toEqual(['https://news.example/en/story', 'https://news.example/en/a.jpg']);
});

test('each field says where it was found', () => {
  const data = {
    '@type': 'Article',
    headline: 'T',
    inLanguage: 'de',
    description: 'D',
    image: { name: 'N', url: '/i.png' },
  };
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><meta name="keywords" content="a, b;c">`;
  const meta = new MetaDraft();
  readMetadata(parse(`<!doctype html><head><title>T – Post</title>${head}</head>`), 'https://post.example/t', meta);
  const { origin, ...fields } = meta.finish();
  expect(fields).toMatchObject({ site: 'Post', excerpt: 'D', image: 'https://post.example/i.png', language: 'de' });
  expect(origin).toMatchObject({
    site: 'html',
    excerpt: 'json-ld',
    image: 'json-ld',
    language: 'json-ld',
    tags: 'meta',
  });
});

test('a subtitle is the excerpt where nothing else is, and a script has a direction', () => {
  const meta = new MetaDraft();
  readMetadata(
    parse('<html lang="fa"><title>T</title><h1>T</h1><p class="article-subtitle">What the sea does to the harbour</p>'),
    undefined,
    meta,
  );
  const { excerpt, direction, origin } = meta.finish();
  expect([excerpt, direction, origin['direction']]).toEqual(['What the sea does to the harbour', 'rtl', 'text']);
});
