import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../read/html/parse-tree.ts';
import { bodyFromData } from './find-body.ts';

const SENTENCE = 'The ferry crosses the sound four times a day, and in summer once more after dark. ';
/** Prose of about so many sentences of 16 words. */
const prose = (sentences: number): string => SENTENCE.repeat(sentences).trim();
const paragraphs = `<p>${prose(4)}</p><p>${prose(4)}</p>`;
const TITLE = '<title>The ferry at night | Harbour News</title>';

function found(html: string, shown = 0): string | undefined {
  return bodyFromData(parseDocument(`<!doctype html>${TITLE}${html}<div id="app"></div>`), shown);
}

const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const state = (value: unknown): string =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(value)}</script>`;

describe('JSON-LD', () => {
  test('gives the body of the article, a paragraph for each line', () => {
    const body = `${prose(4)}\n\n${prose(3)}`;
    expect(found(jsonLd({ '@type': 'NewsArticle', headline: 'x', articleBody: body }))).toBe(
      `<p>${prose(4)}</p><p>${prose(3)}</p>`,
    );
  });

  test('gives a body that is HTML, or was escaped once more, as HTML', () => {
    expect(found(jsonLd({ '@type': 'Article', articleBody: paragraphs }))).toBe(paragraphs);
    const escaped = paragraphs.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(found(jsonLd({ '@type': 'Article', articleBody: escaped }))).toBe(paragraphs);
  });

  test('gives a question with its answers, wherever in the graph they stand', () => {
    const graph = [
      { '@id': '#answer', '@type': 'Answer', text: prose(4) },
      {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: 'When does it sail?',
          text: prose(2),
          acceptedAnswer: { '@id': '#answer' },
          suggestedAnswer: [{ '@type': 'Answer', text: 'Ask at the quay.' }],
        },
      },
    ];
    expect(found(jsonLd({ '@graph': graph }))).toBe(
      `<h1>When does it sail?</h1><p>${prose(2)}</p><p>${prose(4)}</p><p>Ask at the quay.</p>`,
    );
  });

  test('gives a post with its comments', () => {
    const comment = [{ '@type': 'Comment', text: prose(3) }];
    expect(found(jsonLd({ '@type': 'DiscussionForumPosting', text: prose(4), comment }))).toBe(
      `<p>${prose(4)}</p><p>${prose(3)}</p>`,
    );
  });

  test('is asked before the state', () => {
    const html = jsonLd({ '@type': 'Article', articleBody: prose(6) }) + state({ body: prose(40) });
    expect(found(html)).toBe(`<p>${prose(6)}</p>`);
  });
});

describe('the state of the scripts', () => {
  test('gives the text beside the title of the page, though others are longer', () => {
    const page = {
      post: { title: 'The ferry at night', body: paragraphs },
      more: [{ title: 'Else', body: prose(50) }],
    };
    expect(found(state({ props: { pageProps: page } }))).toBe(paragraphs);
  });

  test('gives a text without a title only where it is long and nothing shows', () => {
    expect(found(state({ content: prose(12) }))).toBe(`<p>${prose(12)}</p>`);
    expect(found(state({ content: prose(8) }))).toBeUndefined();
    expect(found(state({ content: prose(40) }), 30)).toBeUndefined();
  });

  test.each([
    [
      'an editor’s tree',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: prose(12) }] }] },
    ],
    [
      'a content store’s tree',
      { nodeType: 'document', content: [{ nodeType: 'paragraph', content: [{ nodeType: 'text', value: prose(12) }] }] },
    ],
    [
      'blocks of spans',
      [
        {
          _type: 'block',
          style: 'normal',
          children: [
            { _type: 'span', text: prose(6) },
            { _type: 'span', text: ' ' },
            { _type: 'span', text: prose(6) },
          ],
        },
      ],
    ],
    ['a list of paragraphs', [prose(12)]],
    ['nested models', [{ type: 'text', model: { blocks: [{ type: 'paragraph', model: { text: prose(12) } }] } }]],
  ])('reads %s', (_, body) => {
    expect(found(state({ title: 'The ferry at night', body }))).toBe(`<p>${prose(12)}</p>`);
  });

  test('keeps headings, lists, quotes and code of a tree, and leaves out what is none of the text', () => {
    const body = [
      { type: 'paragraph', text: prose(8) },
      { type: 'heading', level: 3, content: [{ type: 'text', text: 'Fares' }] },
      { type: 'bullet_list', content: [{ type: 'list_item', content: [{ type: 'text', text: 'A < B' }] }] },
      { type: 'related-links', content: [{ type: 'text', text: 'Also read this' }] },
      { type: 'blockquote', content: [{ type: 'paragraph', text: 'Mind the gap.' }] },
      { type: 'codeBlock', text: 'if (a < b) { <p> }' },
    ];
    expect(found(state({ title: 'The ferry at night', body }))).toBe(
      `<p>${prose(8)}</p><h3>Fares</h3><ul><li><p>A &lt; B</p></li></ul><blockquote><p>Mind the gap.</p></blockquote>` +
        '<pre>if (a &lt; b) { &lt;p> }</pre>',
    );
  });

  test.each([
    ['window.__STATE__ = ', ';'],
    ['window["__STATE__"]=', ''],
    ['self.__data = ', '; window.other = 1;'],
  ])('may be assigned by a script: %s{…}', (before, after) => {
    const json = JSON.stringify({ post: { title: 'The ferry at night', html: paragraphs, note: 'a "}" in a string' } });
    expect(found(`<script>var a = 1; ${before}${json.replaceAll('</', '<\\/')}${after}</script>`)).toBe(paragraphs);
  });

  test('may be assigned as a string of JSON', () => {
    const json = JSON.stringify(JSON.stringify({ title: 'The ferry at night', html: prose(12) }));
    expect(found(`<script>window.__STATE__ = JSON.parse(${json});</script>`)).toBe(`<p>${prose(12)}</p>`);
  });

  test('is not run: what is no strict JSON is left', () => {
    expect(found(`<script>window.__STATE__ = { body: ${JSON.stringify(prose(40))} };</script>`)).toBeUndefined();
    expect(found(`<script>window.__NUXT__ = (function(a){return {body:a}}("${prose(40)}"));</script>`)).toBeUndefined();
  });

  test.each([
    ['texts about something else', { cookieConsent: { content: prose(40) }, footer: { html: prose(40) } }],
    ['styles', { content: '.a { color: red; margin: 0; } '.repeat(100) }],
    ['labels', { body: Array.from({ length: 500 }, () => 'Add to cart') }],
    ['strings under other keys', { token: prose(40) }],
  ])('has no article in %s', (_, value) => {
    expect(found(state(value))).toBeUndefined();
  });
});

test('the data are not read where the page shows a third of them, or a text of its own', () => {
  const html = jsonLd({ '@type': 'Article', articleBody: prose(12) });
  expect(found(html, 65)).toBeUndefined();
  expect(found(html, 60)).toBeDefined();
  expect(found(jsonLd({ '@type': 'Article', articleBody: prose(90) }), 80)).toBeUndefined();
});

describe('hostile data', () => {
  const HOSTILE: Readonly<Record<string, () => string>> = {
    'JSON without an end': () => `<script>window.a = ${'{"b":['.repeat(100_000)}</script>`,
    'a string without an end': () => `<script>window.a = {"b": "${'\\"'.repeat(200_000)}</script>`,
    'thousands of assignments': () => `<script>${'window.a = {"b":1};'.repeat(50_000)}</script>`,
    'assignments inside each other': () => `<script>${'window.a = {"b": '.repeat(50_000)}</script>`,
    'deep JSON': () => `<script type="application/json">${'{"body":'.repeat(50_000)}1${'}'.repeat(50_000)}</script>`,
    'deep arrays under a body': () =>
      `<script type="application/json">{"body":${'['.repeat(50_000)}${']'.repeat(50_000)}}</script>`,
    'deep typed nodes': () =>
      `<script type="application/json">${'{"type":"p","content":['.repeat(20_000)}${']}'.repeat(20_000)}</script>`,
    'many numbers': () => `<script type="application/json">[${'0,'.repeat(1_000_000)}0]</script>`,
    'many brackets in a body': () => state({ body: '<'.repeat(1_000_000) }),
    'deep JSON-LD': () => `<script type="application/ld+json">${'{"a":['.repeat(50_000)}</script>`,
    'a question that answers itself': () =>
      jsonLd({ '@id': '#q', '@type': 'Question', name: 'q', text: 'q', acceptedAnswer: { '@id': '#q' } }),
    'a key of Object’s prototype': () => state({ __proto__: null, constructor: { body: 1 }, toString: [{}] }),
  };

  test.each(Object.entries(HOSTILE))('%s holds no article', (_, make) => {
    expect(found(make())).toBeUndefined();
  });

  test('JSON past the limit is not read', () => {
    expect(found(state({ body: prose(40), rest: 'x'.repeat(8_000_000) }))).toBeUndefined();
  });
});
