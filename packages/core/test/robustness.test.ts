import { describe, expect, test } from 'vitest';
import { checkInvariants } from '../src/article/invariants.ts';
import type { Article } from '../src/article/types.ts';
import { type ErrorCode } from '../src/errors.ts';
import { parse } from '../src/parse.ts';
import type { ParseOptions } from '../src/parse-with.ts';
import { sniff } from '../src/read/sniff.ts';

/** The article of an input, checked; the code of the error where there is none. */
function outcome(input: string | Uint8Array, options: ParseOptions = {}): Article | ErrorCode {
  const result = parse(input, options);
  if (!result.ok) return result.error.code;
  expect(checkInvariants(result.article)).toEqual([]);
  return result.article;
}

const EVERYTHING: ParseOptions = { mediaType: 'text/html', content: 'everything', url: 'https://example.org/' };
/** How often the worst cases repeat: what is not linear in it takes minutes and runs into the time limit. */
const MANY = 8000;
/** In milliseconds; far above what any case takes, far below what a quadratic one does. */
const PATIENCE = { timeout: 30_000 };

function many(part: string | ((i: number) => string), count: number = MANY): string {
  return typeof part === 'string' ? part.repeat(count) : Array.from({ length: count }, (_, i) => part(i)).join('');
}

/** Markup that costs some parser or reader more than its length, by what it repeats. */
const HOSTILE_HTML: Readonly<Record<string, string>> = {
  'nested div': many('<div>'),
  'nested span': many('<span>'),
  'nested blockquotes with text': many('<blockquote>x'),
  'nested lists': many('<ul><li>x'),
  'nested tables': many('<table><tr><td>x'),
  'nested tables of two columns': many('<table><tr><td>a<td>b'),
  'nested figures': many('<figure><figcaption>x'),
  'nested captions': many('<table><caption>x'),
  'nested description lists': many('<dl><dd>x'),
  'nested ruby': many('<ruby><rt>x'),
  'nested svg': `${many('<svg>')}x`,
  'nested math': `${many('<math><mi>')}x`,
  'nested templates': `x${many('<template>')}`,
  'nested objects': many('<object>x'),
  'nested buttons': many('<button><p>x'),
  'nested pre': many('<pre>x'),
  'nested quotes': many('<q>x'),
  'nested headings and boxes': many('<h1><div>x'),
  'nested own elements': many('<x-y><p>x'),
  'unclosed b': many('<b>x'),
  'unclosed a': many('<a href=x>y'),
  'unclosed font, each another': many((i) => `<font color=c${i}>x`),
  'unclosed font, then paragraphs': `<p>${many((i) => `<font color=c${i}>`, 5000)}</p>${many('<p>x', 5000)}`,
  'unclosed font in every paragraph': many((i) => `<p><font color=c${i}>x</p>`),
  'crossed formatting': many('<b><i>x</b></i>'),
  'formatting around paragraphs': many('<b><p>x</b>'),
  'links around boxes': many('<a href=x><div>y</a>'),
  'text fostered out of a table': `<table>${many('x<tr>')}`,
  'elements fostered out of a table': `<table>${many('<b>x')}`,
  'nobr in nobr': many('<nobr>x'),
  'html and body again': `x${many((i) => `<html a${i}=b><body c${i}=d>`)}`,
  'attributes of one element': `<p ${many((i) => `a${i}=b `)}>x`,
  'a long attribute': `<p title="${many('a ')}" style="${many('display:')}" class="${many('a ')}">x`,
  'a long style': `<p style="${many(';   ')}">x`,
  'siblings of one kind': many('<p>x</p>'),
  'images beside comments': `<div>${many('<!--c-->')}${many('<img src=i.png>')}</div>`,
  'images of one picture': `<picture>${many('<source srcset="a 2x">')}${many('<img src=i.png>')}</picture>`,
  'a long source set': `<img srcset="${many('a 1w,')}${many(',')}${many('b')}">`,
  'images for browsers without scripts': many('<noscript><img src=i.png></noscript>'),
  'line breaks': many('x<br><br>'),
  'lines of code': `<pre>${many('<div>x</div>')}</pre>`,
  'references to one note': `${many('<sup><a href="#fn1">1</a></sup>')}<ol class=footnotes><li id=fn1>x</ol>`,
  'notes and references': `${many((i) => `<a href="#fn${i}"><sup>${i}</sup></a>`)}<ol class=footnotes>${many((i) => `<li id=fn${i}>x`)}</ol>`,
  'containers of notes': many('<div class=footnotes><p id=a>x'),
  'formulas of scripts': many('<span class=MathJax>x</span><script type="math/tex">y</script>'),
  'cells of one row': `<table><tr>${many('<td>x')}</table>`,
  'wide cells': `<table>${many('<tr><td colspan=1000 rowspan=65534>x')}</table>`,
  'end tags': `x${many('</p></b></div>')}`,
  'bare ampersands and brackets': many('& < > &amp &#'),
  'unfinished tags': `x${many('<a b c ')}`,
  'unfinished comments': `x${many('<!--')}`,
  'unfinished character data': `<svg>${many('<![CDATA[')}`,
  NUL: many('a\0<p\0>'),
  'white space': `${many(' \n\t')}x`,
};

describe('HTML stays linear and valid in spite of', () => {
  test.each(Object.entries(HOSTILE_HTML))('%s', PATIENCE, (_, html) => {
    expect(typeof outcome(html, EVERYTHING)).toMatch(/^(?:object|string)$/);
  });
});

describe('the search for the article stays linear in spite of', () => {
  const page = '<!doctype html><title>A page</title>';
  test.each(Object.entries(HOSTILE_HTML))('%s', PATIENCE, (_, html) => {
    const found = outcome(page + html, { mediaType: 'text/html', content: 'article' });
    expect(typeof found === 'string' ? found : 'ok').toMatch(/^(?:ok|no-article-found|input-empty|input-binary)$/);
  });
});

const HOSTILE_TEXT: Readonly<Record<string, string>> = {
  'one line': many('word '),
  'one word': many('word'),
  'short lines': many('a\n'),
  'blank lines': `a${many('\n')}b`,
  'quotes in quotes': many('> '),
  'list marks': many('- '),
  'list items': many('- a\n'),
  'indented ever deeper': many((i) => `${' '.repeat(i % 100)}- a\n`, 2000),
  'numbers of notes': many((i) => `[${i}] a\n`),
  brackets: many('['),
  'closed brackets': many('[]('),
  'links in links': many('[a]('),
  stars: many('*a '),
  'stars and underlines': many('*_a'),
  backticks: many((i) => `a${'`'.repeat(i % 50)}`),
  hashes: many('# '),
  pipes: many('|a'),
  'rows of pipes': `|a|b|\n|-|-|\n${many('|a|b|\n')}`,
  tags: many('<a '),
  'open tags': many('<b>'),
  'commas and dots': many('a.b,c;d!?'),
  capitals: many('MR. A. B. '),
  'opening quotes': many('“a '),
  'combining marks': `a${many('\u0301')}`,
  'combining marks of many letters': many('a\u0323\u0307 '),
  'halves of pairs': many('\uD83D \uDE00'),
  'joined emoji': many('\u{1F469}\u200D'),
  'unusual spaces': many('a\u00A0\u3000\u2028'),
  'line ends of all kinds': many('a\rb\nc\r\nd\u2029'),
};

describe.each(['text/plain', 'text/markdown'])('%s stays linear and valid in spite of', (mediaType) => {
  test.each(Object.entries(HOSTILE_TEXT))('%s', PATIENCE, (_, text) => {
    const found = outcome(text, { mediaType });
    expect(typeof found === 'string' ? found : 'ok').toMatch(/^(?:ok|input-empty|no-article-found)$/);
  });
});

describe('guessing what an input is stays linear in spite of', () => {
  test.each(Object.entries({ ...HOSTILE_TEXT, ...HOSTILE_HTML }))('%s', PATIENCE, (_, text) => {
    // What it is then read as is tested above.
    expect(sniff(text)).toMatch(/^text\/(?:plain|markdown|html)$/);
  });
});

test.each([
  ['10 MB of text/plain', 'text/plain', 10_000_000, '', '\n\n'],
  // Pieces of 4 kB are parsed one by one: the next thousand are like the first.
  ['2 MB of text/markdown', 'text/markdown', 2_000_000, '', '\n\n'],
  ['10 MB of text/html', 'text/html', 10_000_000, '<p>', '</p>\n'],
])('reads %s', { timeout: 120_000 }, (_, mediaType, size, start, end) => {
  const paragraph = 'The river rose in the night and the town moved to the hill. '.repeat(8).trim();
  const count = Math.ceil(size / paragraph.length);
  const article = outcome(many(`${start}${paragraph}${end}`, count), { mediaType, content: 'everything' });
  expect(article).toMatchObject({ source: { mediaType } });
  expect(typeof article === 'string' ? 0 : article.text.length).toBeGreaterThanOrEqual(size);
});

test('reads a hundred thousand nested elements, and says that it flattened them', PATIENCE, () => {
  for (const tag of ['div', 'blockquote', 'ul', 'section', 'b']) {
    const article = outcome(`<p>before</p>${many(`<${tag}>`, 100_000)}deep`, EVERYTHING);
    expect(article).toMatchObject({ text: 'before\n\ndeep' });
  }
  const quotes = outcome(`${many('<blockquote>', 100_000)}deep`, EVERYTHING);
  expect(quotes).toMatchObject({ diagnostics: [{ code: 'nesting-flattened' }] });
});

test('reads one text node of five megabytes', PATIENCE, () => {
  const article = outcome(`<p>${many('word ', 1_000_000)}`, EVERYTHING);
  expect(article).toMatchObject({ blocks: [{ type: 'paragraph', start: 0, end: 4_999_999 }] });
});

test.each(['text/plain', 'text/markdown', 'text/html'])('%s takes every code unit', (mediaType) => {
  for (let from = 0; from < 0x10000; from += 0x1000) {
    const units = Array.from({ length: 0x1000 }, (_, i) => `a${String.fromCharCode(from + i)}`).join('');
    expect(outcome(units, { mediaType, content: 'everything' })).toMatchObject({ source: { mediaType } });
  }
});

test('names of the prototype are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  for (const name of names) {
    for (const text of [
      `<${name} ${name}=${name} class=${name} id=${name}>x</${name}><pre class=language-${name}>y</pre><a href="#${name}">z</a>`,
      `---\n${name}: x\n---\n\n[${name}]: https://example.org/\n\n[${name}] x[^${name}]\n\n[^${name}]: y`,
      `${name}: x\n\n${name}`,
    ]) {
      for (const mediaType of ['text/plain', 'text/markdown', 'text/html']) {
        expect(outcome(text, { mediaType, content: 'everything' })).toMatchObject({ schema: 'lede.article/1' });
      }
    }
    expect(outcome('x', { charset: name, mediaType: 'text/plain' })).toMatchObject({ text: 'x' });
    expect(outcome(new Uint8Array([0x78]), { charset: name })).toBe('charset-unknown');
    expect(outcome('x', { mediaType: name })).toBe('options-invalid');
  }
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test.each([
  [new Uint8Array(0), 'input-empty'],
  ['', 'input-empty'],
  [' \n\t\r\n ', 'input-empty'],
  ['\uFEFF', 'input-empty'],
  [new Uint8Array([0xef, 0xbb, 0xbf]), 'input-empty'],
  [new Uint8Array([0xff, 0xfe]), 'input-empty'],
  [new Uint8Array(1000), 'input-binary'],
  [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'input-binary'],
  ['<p></p><div> </div>', 'input-empty'],
] as const)('%j gives the error %s', (input, code) => {
  expect(outcome(input, { content: 'everything' })).toBe(code);
});
