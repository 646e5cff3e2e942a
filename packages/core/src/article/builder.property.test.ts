import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvents, buildArticle } from '../../test/arbitrary-article.ts';
import { validate } from './validate.ts';

const RUNS = { numRuns: 1000 };

test('any order of calls gives a valid article', () => {
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      const result = validate(buildArticle(events));
      expect(result.ok ? [] : result.error.issues).toEqual([]);
    }),
    RUNS,
  );
});
