import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryArticle, buildArticle } from '../../test/arbitrary-article.ts';
import { createAnchor } from './create-anchor.ts';
import { resolveAnchor } from './resolve-anchor.ts';
import { fromSelectors, toSelectors } from './selectors.ts';

const article = buildArticle([{ do: 'text', text: 'A \u{1F600} smiled, then a \u{1F63A} purred.' }]);

test('positions count code points', () => {
  //  code units   0 1 2 3 4 5      code points 0 1 2  3 4
  //               A   D 8 _ s                  A   :)   s
  const anchor = createAnchor(article, { start: 5, end: 11 });
  expect(anchor.exact).toBe('smiled');
  expect(toSelectors(article, anchor)).toEqual([
    { type: 'TextQuoteSelector', exact: 'smiled', prefix: 'A \u{1F600} ', suffix: ', then a \u{1F63A} purred.' },
    { type: 'TextPositionSelector', start: 4, end: 10 },
  ]);
});

test('come back from selectors as they were, by either of them alone too', () => {
  fc.assert(
    fc.property(arbitraryArticle, fc.nat(), fc.nat(), (any, from, length) => {
      const start = from % (any.text.length + 1);
      const anchor = createAnchor(any, { start, end: start + 1 + (length % 40) });
      const [quote, position] = toSelectors(any, anchor);
      expect(fromSelectors(any, [quote, position])).toEqual(anchor);
      expect(fromSelectors(any, [position])).toEqual(anchor);
      expect(fromSelectors(any, [{ type: 'FragmentSelector' }, quote])?.exact).toBe(anchor.exact);
    }),
  );
});

test('a quote that is not found gives an anchor that is orphaned', () => {
  const anchor = fromSelectors(article, [{ type: 'TextQuoteSelector', exact: 'nothing of the sort' } as never]);
  expect(anchor?.exact).toBe('nothing of the sort');
  expect(anchor && resolveAnchor(article, anchor)).toEqual({ status: 'orphaned' });
});

test.each([
  ['no selectors', []],
  ['none of these types', [{ type: 'XPathSelector', value: '/p' }]],
  ['a position beyond the text', [{ type: 'TextPositionSelector', start: 0, end: 999 }]],
  ['a position that is none', [{ type: 'TextPositionSelector', start: 5, end: Number.NaN }]],
  ['a quote that is none', [{ type: 'TextQuoteSelector', exact: 5 }]],
])('gives nothing for %s', (_, selectors) => {
  expect(fromSelectors(article, selectors)).toBeUndefined();
});
