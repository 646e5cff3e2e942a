import { describe, expect, test } from 'vitest';
import { expectGolden, fixtures } from '../../test/golden.ts';
import { outline } from '../../test/outline.ts';
import { checkInvariants } from '../article/invariants.ts';
import type { Article } from '../article/types.ts';
import { type ParseOptions, parseWith } from '../parse-with.ts';
import { isText } from './html/nodes.ts';
import { parseTree } from './html/parse-tree.ts';
import { readHtmlTree } from './html/read-tree.ts';
import type { TreeChoice } from './html/tree-reader.ts';

/** Reads all of a page, without the search for its article and metadata. */
function read(input: string | Uint8Array, options: ParseOptions = {}, choice: TreeChoice = {}): Article {
  const html = { mediaType: 'text/html', url: 'https://example.org/a/', ...options };
  const result = parseWith(input, html, () => (text, context, builder, meta) => {
    readHtmlTree(parseTree(text).root, choice, context, builder, meta);
    return undefined;
  });
  if (!result.ok) throw new Error(result.error.message);
  expect(checkInvariants(result.article)).toEqual([]);
  return result.article;
}

/** The outline of what is read, without diagnostics. */
function blocks(html: string, choice: TreeChoice = {}): string {
  return outline({ ...read(html, {}, choice), diagnostics: [] }).trimEnd();
}

describe('fixtures', () => {
  test.each(fixtures('html-').map((fixture) => [fixture.slug, fixture] as const))('%s', (slug, { input, options }) => {
    const article = read(input, options);
    expect(article.blocks).not.toEqual([]);
    expectGolden(article, slug);
  });
});

describe('a choice', () => {
  const page = '<div id=a>one <b>two</b> three</div><div id=b>four</div><p hidden>five</p>';

  test('leaves out elements and single text nodes', () => {
    const refused = new Set(['four', ' three']);
    expect(blocks(page, { keep: (node) => !(isText(node) && refused.has(node.value)) })).toBe(
      'paragraph: one ⟦strong two⟧',
    );
    expect(blocks(page, { keep: (node) => node.nodeName !== 'b' })).toBe('paragraph: one three\nparagraph: four');
  });

  test('is asked once a node, in document order, and not below a node that it refused', () => {
    const asked: string[] = [];
    const keep: TreeChoice['keep'] = (node) => {
      asked.push(isText(node) ? node.value : node.nodeName);
      return node.nodeName !== 'b';
    };
    blocks(page, { keep });
    expect(asked).toEqual(['div', 'one ', 'b', ' three', 'div', 'four', 'p']);
  });

  test('may show what says that it is hidden', () => {
    expect(blocks('<p hidden>five</p><p>six</p>', { isHidden: () => false })).toBe('paragraph: five\nparagraph: six');
  });
});

describe('the title', () => {
  test('is left out of the text where the first heading repeats it', () => {
    expect(blocks('<title>A day</title><h1>A <span>day</span></h1><p>x')).toBe('title "A day" (html)\n\nparagraph: x');
  });

  test('stays in the text where the heading has marks or says something else', () => {
    expect(blocks('<title>A day</title><h1>A <em>day</em></h1><p>x')).toContain('heading depth=1: A ⟦emphasis day⟧');
    expect(blocks('<title>A day</title><h1>Another</h1><p>x')).toContain('heading depth=1: Another');
  });

  test('is the heading that a fragment begins with', () => {
    expect(blocks('<h1>A day</h1><p>x')).toBe('title "A day" (html)\n\nparagraph: x');
    expect(blocks('<p>x</p><h1>A day</h1>')).toBe('paragraph: x\nheading depth=1: A day');
  });

  test('is the caller’s where the caller has one', () => {
    const article = read('<h1>A day</h1><p>x', { meta: { title: 'Mine' } });
    expect(article.meta.title).toBe('Mine');
    expect(article.text).toBe('A day\n\nx');
  });
});

test('keeps words apart across blocks and together across inline elements', () => {
  for (const tag of ['div', 'p', 'section', 'li', 'h2', 'dt', 'figure', 'center', 'table', 'form', 'pre', 'summary']) {
    expect(read(`<${tag}>one</${tag}><${tag}>two</${tag}>`).text).toMatch(/^one\s+two$/);
  }
  expect(read('<table><tr><td>one</td><td>two</td></tr></table>').text).toBe('one\ttwo');
  for (const tag of ['span', 'b', 'font', 'u', 'time', 'abbr', 'x-y', 'small', 'ins', 'bdi', 'nobr', 'label']) {
    expect(read(`<p>one<${tag}>two</${tag}>three`).text).toBe('onetwothree');
  }
});

test('takes URLs from where the page came, and from its own base', () => {
  expect(read('<a href=x>y</a>', { url: 'https://example.org/a/b' }).marks).toMatchObject([
    { url: 'https://example.org/a/x' },
  ]);
  expect(read('<head><base href="../c/"></head><a href=x>y</a>').marks).toMatchObject([
    { url: 'https://example.org/c/x' },
  ]);
  expect(read('<head><base href="javascript:1"></head><a href=x>y</a>').marks).toMatchObject([
    { url: 'https://example.org/a/x' },
  ]);
});

test('a fragment of table rows keeps its cells apart', () => {
  expect(read('<tr><td>a</td><td>b</td></tr>').text).toBe('a\n\nb');
});

test('formatting that is never closed is not carried on without end', () => {
  const fonts = Array.from({ length: 2000 }, (_, i) => `<font color=c${i}>`).join('');
  const article = read(`<p>${fonts}</p>${'<p>x'.repeat(2000)}`);
  expect(article.blocks).toHaveLength(2000);
});
