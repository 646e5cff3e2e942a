import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryArticle } from '../../test/arbitrary-article.ts';
import { BREAKAGES } from '../../test/break-article.ts';
import { checkInvariants, INVARIANTS } from './invariants.ts';
import type { Article, Block } from './types.ts';

test('every invariant has a way of being broken below', () => {
  expect([...new Set(BREAKAGES.map(({ rule }) => rule))].toSorted()).toEqual(Object.keys(INVARIANTS).toSorted());
});

describe.each(BREAKAGES)('$rule: $how', ({ rule, apply }) => {
  test('is reported under this rule alone, at the right block', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(), (article, n) => {
        const broken = structuredClone(article);
        const block = apply(broken, n);
        fc.pre(block !== null);
        const violations = checkInvariants(broken);
        expect([...new Set(violations.map((v) => v.rule))]).toEqual([rule]);
        expect(violations[0]?.block).toBe(block);
      }),
      { numRuns: 50 },
    );
  });
});

/** An article of the given rows, each under the one before where `nested`. */
function rows(count: number, text: string, row: (i: number) => Partial<Block>): Article {
  const blocks = Array.from({ length: count }, (_, i) => {
    return { type: 'paragraph', id: `b${i}`, parent: null, start: 0, end: text.length, ...row(i) } as Block; // hostile
  });
  return {
    schema: 'lede.article/1',
    text,
    meta: { authors: [], tags: [], origin: {} },
    blocks,
    marks: [],
    sentences: [],
    source: { mediaType: 'text/plain', sha256: '0'.repeat(64), parser: 'lede/test' },
    diagnostics: [],
  };
}

test('reports at most 100 violations, in short messages', () => {
  const violations = checkInvariants(rows(1000, 'x', () => ({ id: 'y'.repeat(1000) })));
  expect(violations).toHaveLength(100);
  expect(Math.max(...violations.map((v) => v.message.length))).toBeLessThan(200);
});

test.each([
  ['blocks that all claim a text of line ends', rows(50_000, '\n'.repeat(500_000), () => ({}))],
  ['a chain of nested blocks', rows(200_000, 'x', (i) => ({ type: 'aside', parent: i === 0 ? null : i - 1 }))],
])('stays linear on %s', (_, article) => {
  // Quadratic work would run into the test's time limit.
  expect(checkInvariants(article).length).toBeGreaterThan(0);
});

test('stays linear on a row of many cells', () => {
  const count = 100_000;
  const article = rows(count + 2, 'x\t'.repeat(count - 1) + 'x', (i) => {
    if (i < 2) return { type: i === 0 ? 'table' : 'tableRow', parent: i === 0 ? null : 0 };
    const start = (i - 2) * 2;
    return { type: 'tableCell', header: false, colSpan: 1, rowSpan: 1, parent: 1, start, end: start + 1 };
  });
  expect(checkInvariants(article)).toEqual([]);
});
