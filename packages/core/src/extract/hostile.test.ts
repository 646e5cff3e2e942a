import { expect, test } from 'vitest';
import fc from 'fast-check';
import { parse } from '../parse.ts';
import { validate } from '../article/validate.ts';
import { readHints } from './hints.ts';
import { extract } from './extract.ts';
import { cutPage } from './page.ts';
import { parseDocument } from '../read/html/parse-tree.ts';

/** Pages that make careless walks slow or deep. Sizes are such that a quadratic step would not end in time. */
const HOSTILE: Readonly<Record<string, () => string>> = {
  'deep nesting': () => '<div class="a">'.repeat(50_000) + 'deep',
  'many equal siblings': () => '<li class="card"><a href="/x">Item</a> text of the item</li>'.repeat(5000),
  'one long text': () => `<p class="x">${'word, '.repeat(300_000)}</p>`,
  'one long text without spaces': () => `<p class="x">${'x'.repeat(1_000_000)}</p>`,
  'a long class': () => `<div class="${'aB-'.repeat(200_000)}"><p>text</p></div>`,
  'a long style': () => `<div style="${'display:'.repeat(100_000)}"><p>text</p></div>`,
  'many classes': () => Array.from({ length: 5000 }, (_, i) => `<p class="c${i} d${i}">text ${i}</p>`).join(''),
  'alternating inline and text': () => '<div>a<span>b</span></div>'.repeat(5000),
  'broken JSON-LD': () => `<script type="application/ld+json">${'{"articleBody":'.repeat(50_000)}</script><p>text</p>`,
  'a long noscript': () => `<noscript>${'<p>Thread'.repeat(5000)}</noscript>`,
  'deep and wide': () => '<div><p class="a">text</p>'.repeat(4000),
};

test.each(Object.entries(HOSTILE))('%s gives an answer', (_, make) => {
  const result = parse(`<!doctype html><title>t</title><body class="b">${make()}`, { mediaType: 'text/html' });
  if (result.ok) expect(validate(result.article)).toMatchObject({ ok: true });
  else expect(result.error.code).toBe('no-article-found');
});

const TAGS = [
  'div',
  'p',
  'a',
  'span',
  'li',
  'ul',
  'table',
  'td',
  'h2',
  'nav',
  'noscript',
  'pre',
  'article',
  'template',
];
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .tuple(fc.constantFrom(...TAGS), fc.string({ maxLength: 8 }), fc.array(tie('node'), { maxLength: 4 }))
      .map(([tag, name, inner]) => `<${tag} class="${name.replaceAll('"', '')}">${inner.join('')}</${tag}>`),
  ),
})).node;

test('every block lies in the element that holds it, and every text in one block', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 8 }), (parts) => {
      const page = cutPage(parseDocument(`<!doctype html><body>${parts.join('')}`));
      page.blockElement.forEach((e, b) => {
        expect(page.elementFirst[e]).toBeLessThanOrEqual(b);
        expect(page.elementEnd[e]).toBeGreaterThan(b);
      });
      expect(new Set(page.texts).size).toBe(page.texts.length);
      expect(page.blockTexts.at(-1)).toBe(page.texts.length);
    }),
  );
});

test('the same page always gives the same scores', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 8 }), (parts) => {
      const scores = [0, 1].map(() => {
        const page = cutPage(parseDocument(`<!doctype html><body>${parts.join('')}`));
        return extract(page, readHints(page)).scores;
      });
      expect(scores[0]).toEqual(scores[1]);
      expect(scores[0]?.every((score) => score >= 0 && score <= 256)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
