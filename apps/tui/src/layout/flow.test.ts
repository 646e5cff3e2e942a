import { type Article, parseHtml, parseText } from '@lede/core';
import { describe, expect, test } from 'vitest';
import { Flow, type PlacedLine } from './flow.ts';
import type { LayoutOptions } from './options.ts';
import { Style, STYLE_NAMES, type StyleSet } from './style.ts';

function article(html: string): Article {
  const parsed = parseHtml(html, { content: 'everything' });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.article;
}

function flowOf(html: string, options: Partial<LayoutOptions> = {}): Flow {
  return new Flow(article(html), { columns: 40, titleBlock: false, ...options });
}

/** Rows without the page's margin. */
function rows(flow: Flow): string[] {
  const lines = flow.linesFrom(flow.start(), Infinity);
  const { margin = 2 } = flow.options;
  return lines.map((line) => (' '.repeat(line.left - margin) + textOf(line)).trimEnd());
}

function textOf(line: PlacedLine): string {
  return line.segments.map((segment) => segment.text).join('');
}

/** Rows with styles: `{strong emphasis:text}`. */
function styled(flow: Flow): string[] {
  return flow
    .linesFrom(flow.start(), Infinity)
    .map((line) =>
      line.segments.map(({ text, style }) => (style === 0 ? text : `{${namesOf(style)}:${text}}`)).join(''),
    );
}

function namesOf(style: StyleSet): string {
  return STYLE_NAMES.filter((name) => (style & Style[name]) !== 0).join(' ');
}

describe('a page', () => {
  test('is a centred column with a margin', () => {
    const flow = flowOf('<p>text</p>', { columns: 100, measure: 60 });
    expect(flow.linesFrom(flow.start(), 1)[0]?.left).toBe(20);
  });
  test('keeps a margin of two columns on a narrow screen', () => {
    const flow = flowOf(`<p>${'word '.repeat(20)}</p>`, { columns: 30 });
    const [line] = flow.linesFrom(flow.start(), 1);
    expect([line?.left, line?.width]).toEqual([2, 24]);
  });
  test('of an article without text has no lines', () => {
    const empty: Article = { ...article('<p>x</p>'), text: '', blocks: [], marks: [], sentences: [] };
    const flow = new Flow(empty, { columns: 80 });
    expect(flow.linesFrom(flow.start(), 10)).toEqual([]);
    expect(flow.move(flow.start(), 5)).toEqual(flow.start());
    expect(flow.locate(3)).toEqual(flow.start());
    expect(flow.progress(flow.start())).toBe(1);
  });
});

describe('styles', () => {
  test.each([
    ['nest', '<p>a <b>b <i>c</i></b></p>', ['a {strong:b }{strong emphasis:c}']],
    ['go on over line ends', '<p><code>one<br>two</code></p>', ['{code:one}', '{code:two}']],
    ['mark headings by depth', '<h2>a</h2><h4>b</h4>', ['{heading:a}', '', '{heading subheading:b}']],
    ['mark quotes and their bars', '<blockquote><p>a</p></blockquote>', ['{rule:│ }{quoted:a}']],
    [
      'mark captions',
      '<figure><img src="https://a.b/c" alt="d"><figcaption>e</figcaption></figure>',
      ['{image:[image: d]}', '{caption:e}'],
    ],
    [
      'show the title of an image as a caption',
      '<p><img src="https://a.b/c" alt="d" title="e"></p><p><img src="https://a.b/c" title="f"></p>',
      ['{image:[image: d]}', '{caption:e}', '', '{image:[image: f]}'],
    ],
  ])('%s', (_name, html, expected) => {
    expect(styled(flowOf(html))).toEqual(expected);
  });
  test('colour code by what its tokens are', () => {
    const flow = flowOf('<pre><code class="language-js">let a</code></pre>', {
      highlighter: () => [{ start: 0, end: 3, style: Style.keyword }],
    });
    expect(styled(flow)).toEqual(['  {keyword codeBlock:let}{codeBlock: a}']);
  });
});

describe('inline content', () => {
  test.each([
    [
      'raises and lowers digits',
      '<p>H<sub>2</sub>O x<sup>-1</sup> 1<sup>st</sup> e<sup>x+1</sup></p>',
      ['H₂O x⁻¹ 1st e^(x+1)'],
    ],
    ['quotes in the marks of the language', '<html lang="fr"><p>Il dit <q>oui</q></p>', ['Il dit «\u00a0oui\u00a0»']],
    ['quotes inside quotes', '<p><q>a <q>b</q></q></p>', ['“a ‘b’”']],
    ['names images', '<p>a <img src="https://a.b/c" alt="d"> e</p>', ['a [image: d] e']],
    [
      'names images apart from words',
      '<p>a<img src="https://a.b/c" alt="d">e (<img src="https://a.b/c" alt="f">).</p>',
      ['a [image: d] e ([image: f]).'],
    ],
    ['drops what a terminal would obey', '<p>a\u009bb\u202ec</p>', ['abc']],
  ])('%s', (_name, html, expected) => {
    expect(rows(flowOf(html))).toEqual(expected);
  });
});

test('numbers of a list stand right-aligned, from its first', () => {
  expect(rows(flowOf('<ol start="9"><li>a</li><li>b</li></ol>'))).toEqual([' 9. a', '10. b']);
});

test('items with several blocks are set apart, others are not', () => {
  expect(rows(flowOf('<ul><li>a</li><li>b</li></ul>'))).toEqual(['• a', '• b']);
  expect(rows(flowOf('<ul><li><p>a</p><p>b</p></li><li>c</li></ul>'))).toEqual(['• a', '', '  b', '', '• c']);
});

test('the bar of a right-to-left quote stands at the right, between its paragraphs too', () => {
  expect(rows(flowOf('<blockquote><p>א</p><p>ב</p></blockquote>', { columns: 10 }))).toEqual([
    '     א │',
    '       │',
    '     ב │',
  ]);
});

test('right-to-left text stands at the right with its marker', () => {
  expect(rows(flowOf('<ul><li>אב (ג) 12</li></ul>', { columns: 24 }))).toEqual(['         12 (ג) בא •']);
});

describe('a table', () => {
  const TABLE = '<table><tr><th>a</th><th>bb</th></tr><tr><td>1</td><td align="right">2</td></tr></table>';
  test('has columns as wide as its cells, headers that go with them, and a rule under these', () => {
    expect(rows(flowOf(TABLE))).toEqual(['a   │  bb', '────┼────', '1   │   2']);
  });
  test('begins at the right where the article is set from right to left', () => {
    const page = article('<table><tr><th>א</th><th>בב</th></tr><tr><td>ג</td><td>דדד דד</td></tr></table>');
    const flow = new Flow({ ...page, meta: { ...page.meta, direction: 'rtl' } }, { columns: 24, titleBlock: false });
    expect(rows(flow)).toEqual(['            בב │   א', '        ───────┼────', '        דד דדד │   ג']);
  });
  test('breaks its long cells before it leaves the measure, its short ones last', () => {
    const flow = flowOf(`<table><tr><td>two words</td><td>${'long '.repeat(12)}</td></tr></table>`, { columns: 50 });
    expect(rows(flow)).toEqual([
      'two words │ long long long long long long long',
      '          │ long long long long long',
    ]);
  });
  test('breaks cells where it must, and then rules its rows', () => {
    const cell = 'some words that need several lines';
    const flow = flowOf(`<table><tr><td>${cell}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`, {
      columns: 26,
    });
    expect(rows(flow)).toEqual([
      'some words that  │ b',
      'need several     │',
      'lines            │',
      '─────────────────┼────',
      'c                │ d',
    ]);
  });
  test('wider than the screen says so', () => {
    const words = Array.from({ length: 9 }, (_, i) => `<td>immutability${i}</td>`).join('');
    const flow = flowOf(`<table><tr>${words}</tr></table>`);
    const [line] = flow.linesFrom(flow.start(), 1);
    expect([line?.overflows, line?.left, (line?.width ?? 0) > 100]).toEqual([true, 2, true]);
  });
  test('that holds a page is shown as a page', () => {
    expect(rows(flowOf('<table><tr><td><h2>a</h2><p>b</p></td></tr></table>'))).toEqual(['a', '', 'b']);
  });
  test('is no wider for a cell that reaches over more columns than there are', () => {
    const flow = flowOf('<table><tr><td colspan="100">a</td></tr><tr><td>b</td><td>c</td></tr></table>');
    expect(rows(flow)).toEqual(['a', 'b   │ c']);
  });
  test('lets cells reach over columns and rows', () => {
    const flow = flowOf(
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d</td></tr></table>',
    );
    expect(rows(flow)).toEqual(['a   │ b', '    │ c', 'd']);
  });
});

describe('code', () => {
  test('is kept as it is, tabs as stops of four, and goes on in the next row', () => {
    expect(rows(flowOf('<pre>a\tb\n\n  cdefghijklmnopqrstuvwxyz</pre>', { columns: 24 }))).toEqual([
      '  a   b',
      '',
      '    cdefghijklmnopqr',
      '↳   stuvwxyz',
    ]);
  });
  test('goes on after a space or a bracket where one is near', () => {
    expect(rows(flowOf('<pre>call(first, second, third)</pre>', { columns: 24 }))).toEqual([
      '  call(first,',
      '↳ second, third)',
    ]);
  });
});

describe('the title block', () => {
  test('keeps every part of a right-to-left byline in its own order', () => {
    const page = article('<p>א</p>');
    const meta = { ...page.meta, language: 'he', byline: 'אב', published: '2026-03-03' };
    const flow = new Flow({ ...page, meta }, { columns: 60, minutes: 4 });
    expect(rows(flow)[0]?.trim()).toBe('4 min · 2026-03-03 · בא');
  });
  const HEAD =
    '<title>A title</title><meta name="author" content="Ann Lee"><meta property="article:published_time" content="2026-03-03">';
  test('names title, author, date and minutes', () => {
    const flow = new Flow(article(`<head>${HEAD}</head><p>text</p>`), { columns: 60, minutes: 4.4 });
    expect(rows(flow)).toEqual(['A title', 'Ann Lee · 3 March 2026 · 4 min', '', 'text']);
  });
  test('takes the place of the heading that says the same', () => {
    const page = article('<h2>A  title</h2><p>text</p>');
    const flow = new Flow({ ...page, meta: { ...page.meta, title: 'A title' } }, { columns: 60, minutes: 2 });
    expect(rows(flow)).toEqual(['A title', '2 min', '', 'text']);
    expect(flow.locate(0)).toEqual(flow.start());
  });
});

describe('justified text', () => {
  test('fills the measure, but for the last line', () => {
    const flow = flowOf('<p>one two three four five six</p>', { columns: 20, margin: 0, justify: true });
    expect(rows(flow)).toEqual(['one two  three  four', 'five six']);
  });
  test('breaks words where the hyphenator says', () => {
    const flow = flowOf('<p>a hyphenation</p>', { columns: 10, margin: 0, justify: true, hyphenator: () => [2, 6] });
    expect(rows(flow)).toEqual(['a  hyphen-', 'ation']);
  });
});

describe('a text without end', () => {
  const LINES = 20_000;
  test('a paragraph of megabytes is laid out where it is read', () => {
    const parsed = parseText(`Title\n\n${'some words of prose. '.repeat(20_000)}`);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const flow = new Flow(parsed.article, { columns: 80 });
    const middle = flow.locate(200_000);
    const [line] = flow.linesFrom(middle, 1);
    expect(line && line.start <= 200_000 && line.end > 200_000).toBe(true);
    expect(flow.move(flow.move(middle, 1000), -1000)).toEqual(middle);
    expect(middle.part).toBeGreaterThan(10);
  });
  test('code of many lines keeps each of them', () => {
    const code = Array.from({ length: LINES }, (_, i) => `line ${i}`).join('\n');
    const flow = flowOf(`<pre>${code}</pre>`);
    expect(textOf(flow.linesFrom(flow.end(), 1)[0] as PlacedLine)).toBe(`  line ${LINES - 1}`); // it has an end
    const line = 12_345;
    expect(textOf(flow.linesFrom(flow.move(flow.start(), line), 1)[0] as PlacedLine)).toBe(`  line ${line}`); // as above
  });
});
