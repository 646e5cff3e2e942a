import fc from 'fast-check';
import { arbitraryText } from './arbitrary-article.ts';

const TAGS = `
a b i em code sup sub span font q ruby rt mark del x-y label button div p h1 h2 ul ol li dl dt dd blockquote pre
aside section article table thead tbody tr td th caption figure figcaption details summary form img br hr input wbr
iframe video object picture source noscript template script style title head body html base meta svg math select textarea
`
  .trim()
  .split(/\s+/);

/** Attributes that some rule of the reader looks at, two spaces between them. */
const ATTRIBUTES = `
href="/x"  href="#fn1"  href="javascript:1"  src="i.png"  src="data:image/gif;base64,AAAA"  data-src=j.png
srcset="a.png 1x, b.png 2x"  hidden  aria-hidden=true  style="display:none"  style="display:block"
style="white-space:pre"  class=footnotes  class="language-js"  class="wp-caption"  class=highlight  class="MathJax"
id=fn1  role=doc-footnote  role=doc-noteref  role=heading  role=presentation  colspan=3  rowspan=0  align=right
start=-5  value=9  type=checkbox  type="math/tex"  checked  cite="/c"  title="t"  alt="an image"  width=1 height=1
dir=rtl  lang=x  data-embed  charset=utf-16  shadowrootmode=open  datetime=2024-01-02  itemprop=author
`
  .trim()
  .split(/ {2,}|\n/);

const tag = fc.constantFrom(...TAGS);
const startTag = fc
  .tuple(tag, fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 }))
  .map(([name, attributes]) => `<${[name, ...attributes].join(' ')}>`);
const oddity = fc.constantFrom('<!doctype html>', '<!-- c -->', '<![CDATA[', '&nbsp;', '&#0;', '&amp', '<', '"');

/** Tags in any order, most of them never closed or closed where they were not opened. */
export const tagSoup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: startTag },
      { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
      { weight: 3, arbitrary: arbitraryText },
      { weight: 1, arbitrary: oddity },
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((parts) => parts.join(''));

/** Elements properly nested, so that deep and odd combinations are reached. */
export const nestedElements: fc.Arbitrary<string> = fc.letrec<{ nodes: string }>((tie) => ({
  nodes: fc
    .array(
      fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        arbitraryText,
        fc.tuple(startTag, tie('nodes')).map(([start, inner]) => `${start}${inner}</${/[\w-]+/.exec(start)?.[0]}>`),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
})).nodes;

const BLOCK_MARKUP = [
  '# ',
  '- ',
  '* ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '---\n',
  '===\n',
  '```\n',
  '```js\n',
  '~~~',
  '- [x] ',
];
const INLINE_MARKUP = ['*', '**', '_', '~~', '`', '``', '[', ']', '](', '](https://example.org)', '![', ')', '\\', '|'];
const OTHER_MARKUP = [
  '|a|b|\n|-|-|\n',
  '[^1]',
  '[^1]: ',
  '[a]: /x\n',
  '<',
  '>',
  '<b>',
  '</b>',
  '<div>\n\n',
  '</div>\n\n',
];
const WHITE_SPACE = ['\n', '\n\n', ' ', '  \n', '\r\n', '<!--', '-->', '&amp;', 'www.a.example'];

/** Pieces of Markdown's syntax in any order. */
export const markdownSoup: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...BLOCK_MARKUP, ...INLINE_MARKUP, ...OTHER_MARKUP, ...WHITE_SPACE), arbitraryText), {
    maxLength: 40,
    size: 'max',
  })
  .map((parts) => parts.join(''));

/** Lines as plain text has them. */
export const textLines: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        arbitraryText,
        fc.constantFrom(
          '',
          '  ',
          'By Ann Lee',
          'PART I',
          '* * *',
          '> a',
          '- b',
          '[1] c',
          '=====',
          '#',
          'From: a@b.example',
        ),
      ),
      { maxLength: 20 },
    ),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
  )
  .map(([lines, end]) => lines.join(end));
