/**
 * `npm run bench parse`: how fast each format becomes an article, beside the parser underneath it, and how the
 * time grows from 10 kB to 10 MB.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse as parse5 } from 'parse5';
import { type Article, parse, type ParseOptions, validate } from '../src/index.ts';
import { htmlPage, markdownGuide, newsText } from './measure/documents.ts';
import { measure, report, reportMachine } from './measure/measure.ts';

const MB = 1_000_000;

function article(input: string, options: ParseOptions): Article {
  const result = parse(input, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.article;
}

reportMachine();

const text = newsText(10 * MB);
const plain: ParseOptions = { mediaType: 'text/plain' };
report(
  'plain text, 10 MB',
  measure({
    parse: () => article(text, plain),
    'parse + validate': () => validate(article(text, plain)),
  }),
  text.length,
  { 'parse + validate': '30 MB/s' },
);

const markdown = markdownGuide(MB);
report(
  'Markdown, 1 MB',
  measure({
    'mdast-util-from-markdown': () => fromMarkdown(markdown),
    'mdast-util-from-markdown + GFM': () =>
      fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
    parse: () => article(markdown, { mediaType: 'text/markdown' }),
  }),
  markdown.length,
  { parse: '1.5 x, aim 1.3' },
);

const html = htmlPage(MB);
report(
  'HTML, 1 MB, everything',
  measure({
    parse5: () => parse5(html),
    parse: () => article(html, { mediaType: 'text/html', content: 'everything' }),
  }),
  html.length,
  { parse: '2 x, aim 1.6' },
);

const valid = article(newsText(MB), plain);
report('validate, an article of 1 MB', measure({ validate: () => validate(valid) }, 15), MB, { validate: '10 ms' });

for (const [mediaType, make] of [
  ['text/plain', newsText],
  ['text/markdown', markdownGuide],
  ['text/html', htmlPage],
] as const) {
  console.log(`\n${mediaType}: growth (time per byte; flat is linear)`);
  for (const size of [10_000, 100_000, MB, 10 * MB]) {
    const input = make(size);
    // A small input is read over and over, so that each variant takes about as long as the largest.
    const times = Math.max(1, (2 * MB) / size);
    const [timing] = measure(
      {
        [`${size / 1000} kB`]: () => {
          for (let i = 0; i < times; i++) article(input, { mediaType, content: 'everything' });
        },
      },
      3,
    );
    if (!timing) continue;
    const each = timing.median / times;
    console.log(
      `  ${timing.name.padEnd(10)} ${each.toFixed(2).padStart(10)} ms ${((each * 1e6) / size).toFixed(1).padStart(8)} ns/B`,
    );
  }
}
