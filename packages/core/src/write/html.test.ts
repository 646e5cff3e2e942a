import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvents, type ArticleEvent, buildArticle } from '../../test/arbitrary-article.ts';
import { checkInvariants } from '../article/invariants.ts';
import type { Article, Meta } from '../article/types.ts';
import { parseWith } from '../parse-with.ts';
import { isElement, walk } from '../read/html/nodes.ts';
import { parseTree } from '../read/html/parse-tree.ts';
import { readHtmlTree } from '../read/html/read-tree.ts';
import { writeHtml } from './html.ts';

const META: Meta = { title: 'A <title> & more', authors: [], tags: [], origin: { title: 'html' } };

function read(html: string): Article {
  const result = parseWith(html, { mediaType: 'text/html' }, () => (text, context, builder, meta) => {
    readHtmlTree(parseTree(text).root, {}, context, builder, meta);
    return undefined;
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.article;
}

/**
 * Without what reading drops by design: characters that do not show, leaves of nothing but unusual spaces,
 * images so small that they stand for others, the first number of a list without numbers.
 */
function carried(event: ArticleEvent): ArticleEvent {
  if (event.do === 'text') {
    return { ...event, text: event.text.replace(/[\u00AD\u200B\uFEFF]|[^\P{Z} \u2028\u2029]|[\u0085\v]/gu, '\u2013') };
  }
  if (event.do === 'open' && event.block.type === 'list' && !event.block.ordered) {
    return { do: 'open', block: { type: 'list', ordered: false } };
  }
  const json = JSON.stringify(event).replaceAll(/data:[^"]*/g, 'https://example.org/small.gif');
  return JSON.parse(json) as ArticleEvent; // the same event but for a URL
}

/** HTML has no link inside a link. */
function hasReferenceInLink({ marks }: Article): boolean {
  const links = marks.filter(({ type }) => type === 'link');
  return marks.some(
    (mark) =>
      mark.type === 'footnoteReference' && links.some(({ start, end }) => start <= mark.start && mark.start < end),
  );
}

test('what it writes reads back as the same article', () => {
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      const article = buildArticle(events.map(carried), META);
      fc.pre(!hasReferenceInLink(article));
      const again = read(writeHtml(article));
      expect(checkInvariants(again)).toEqual([]);
      expect(again.text).toBe(article.text);
      expect(again.blocks).toEqual(article.blocks);
      expect(again.marks).toEqual(article.marks);
      expect(again.meta).toEqual(article.meta);
    }),
    { numRuns: 500 },
  );
});

const SOURCE = { mediaType: 'text/html', sha256: '0'.repeat(64), parser: 'lede/test' } as const;

/** An article as a program may make one up, never validated. */
function hostile(evil: string): Article {
  const link = `javascript:${evil}`;
  const text = `${evil}\uFFFC`;
  const at = { id: evil, parent: null, start: 0, end: text.length };
  return {
    schema: 'lede.article/1',
    text,
    meta: {
      title: evil,
      excerpt: evil,
      language: evil,
      authors: [{ name: evil }],
      tags: [],
      origin: {},
      canonicalUrl: link,
    },
    blocks: [
      { ...at, type: 'paragraph' },
      { ...at, type: 'code', lang: evil },
      { ...at, type: 'image', url: link, alt: evil, title: evil, end: 0 },
      { ...at, type: 'embed', url: link, title: evil, end: 0 },
      { ...at, type: 'footnoteDefinition', label: evil },
      { ...at, type: 'blockquote', cite: link },
    ],
    marks: [
      { type: 'link', url: link, title: evil, start: 0, end: text.length },
      { type: 'quote', cite: link, start: 0, end: text.length },
      { type: 'image', url: link, alt: evil, start: text.length - 1, end: text.length },
      { type: 'footnoteReference', target: evil, start: text.length - 1, end: text.length },
    ],
    sentences: [],
    source: SOURCE,
    diagnostics: [],
  };
}

/** Every element of a parsed page, and all its attributes, as text. */
function elementsOf(html: string): string[] {
  const found: string[] = [];
  walk(parseTree(html).root, (node) => {
    if (isElement(node)) {
      found.push(
        node.tagName,
        ...node.attrs.map(({ name, value }) => (/^(?:src|href)$/.test(name) ? `${name}=${value}` : name)),
      );
    }
    return undefined;
  });
  return found;
}

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><body onload=alert(1)>',
  '</code></pre><style>*{display:none}</style>',
  '--><iframe src=//evil.example></iframe><!--',
  '\uD800\0&lt;script&gt;',
  '</textarea><svg/onload=alert(1)>',
])('writes %s as the text it is', (evil) => {
  for (const html of [writeHtml(hostile(evil)), writeHtml(hostile(evil), { document: true, ids: true })]) {
    const elements = elementsOf(html).join('\n');
    expect(elements).not.toMatch(/^(?:script|style|svg|iframe|object|embed|on\w+)$|javascript:/m);
    expect(html).toContain('&lt;'.slice(0, evil.includes('<') ? 4 : 0));
  }
});

test('writes nothing that runs or frames, whatever the article', () => {
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      const elements = elementsOf(writeHtml(buildArticle(events, META), { document: true })).join('\n');
      expect(elements).not.toMatch(/^(?:script|style|iframe|object|embed|on\w+)$|javascript:/m);
    }),
  );
});

test('writes a page that carries its metadata', () => {
  const html = writeHtml(
    buildArticle([{ do: 'text', text: 'Body.' }], {
      title: 'A & B',
      language: 'ar',
      direction: 'rtl',
      excerpt: 'Short "and" sweet',
      published: '2024-02-03',
      site: 'The Site',
      canonicalUrl: 'https://example.org/a?b&c',
      authors: [{ name: 'Ann Lee' }],
      tags: [],
      origin: {},
    }),
    { document: true },
  );
  expect(html).toBe(`<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A &amp; B</title>
<meta name="author" content="Ann Lee">
<meta name="description" content="Short &quot;and&quot; sweet">
<meta property="article:published_time" content="2024-02-03">
<meta property="og:site_name" content="The Site">
<link rel="canonical" href="https://example.org/a?b&amp;c">
</head>
<body>
<article>
<h1>A &amp; B</h1>
<p>Body.</p>
</article>
</body>
</html>
`);
});

test('gives blocks their ids where that is asked for', () => {
  const article = buildArticle([{ do: 'text', text: 'Body.' }]);
  const id = article.blocks[0]?.id;
  expect(writeHtml(article)).toBe('<article>\n<p>Body.</p>\n</article>\n');
  expect(writeHtml(article, { ids: true })).toBe(`<article>\n<p id="${id}">Body.</p>\n</article>\n`);
});

test('writes items of one paragraph without one, heads of tables as such, notes as notes', () => {
  const article = read(
    '<ul><li>one<li>two<ul><li>deep</ul><li><p>a<p>b</ul><table><caption>c</caption><tr><th>h<tr><td align=right colspan=2>d</table>' +
      '<p>x<sup><a role=doc-noteref href="#fn-1">1</a></sup><aside role=doc-footnote id=fn-1>note</aside><ol start=4><li><input type=checkbox checked>done</ol>',
  );
  expect(writeHtml(article)).toBe(`<article>
<ul>
<li>one</li>
<li>two
<ul>
<li>deep</li>
</ul>
</li>
<li>
<p>a</p>
<p>b</p>
</li>
</ul>
<table>
<caption>c</caption>
<thead>
<tr>
<th>h</th>
</tr>
</thead>
<tr>
<td colspan="2" align="right">d</td>
</tr>
</table>
<p>x<sup><a role="doc-noteref" href="#fn-1">1</a></sup></p>
<aside id="fn-1" role="doc-footnote">
<p>note</p>
</aside>
<ol start="4">
<li><input type="checkbox" disabled checked> done</li>
</ol>
</article>
`);
});
