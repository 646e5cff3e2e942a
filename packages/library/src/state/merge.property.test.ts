import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryState } from '../../test/arbitrary-state.ts';
import { isArticleState } from './check-state.ts';
import { mergeStates } from './merge.ts';

test('the order of merging does not matter', () => {
  fc.assert(
    fc.property(arbitraryState, arbitraryState, arbitraryState, (a, b, c) => {
      expect(mergeStates(a, b)).toEqual(mergeStates(b, a));
      expect(mergeStates(mergeStates(a, b), c)).toEqual(mergeStates(a, mergeStates(b, c)));
    }),
  );
});

test('merging the same copy again changes nothing', () => {
  fc.assert(
    fc.property(arbitraryState, arbitraryState, (a, b) => {
      const merged = mergeStates(a, b);
      expect(mergeStates(merged, b)).toEqual(merged);
      expect(mergeStates(a, a)).toEqual(a);
    }),
  );
});

test('what comes of merging is a state, and every item of either copy is there, changed or removed', () => {
  fc.assert(
    fc.property(arbitraryState, arbitraryState, (a, b) => {
      const merged = mergeStates(a, b);
      expect(isArticleState(JSON.parse(JSON.stringify(merged)))).toBe(true);
      const ids = new Set(merged.highlights.map(({ id }) => id));
      for (const { id } of [...a.highlights, ...b.highlights]) {
        expect(ids.has(id) || merged.removed.some(({ item }) => item === `highlight:${id}`)).toBe(true);
      }
    }),
  );
});
