import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-article.ts';
import { cleanCharacters, normalizeWithOffsets } from './normalize.ts';

test('replaces lone surrogates and NUL, drops a literal U+FFFC', () => {
  expect(cleanCharacters('a\uD83Db\0c\uFFFCd\u{1F600}')).toBe('a\uFFFDb\uFFFDcd\u{1F600}');
});

test('moves an offset inside a composed character to the edge on its side', () => {
  //                                                0 1     2    3
  const { text, mapOffset } = normalizeWithOffsets('ce\u0301!');
  expect(text).toBe('c\u00E9!');
  expect([0, 1, 2, 3, 4].map((at) => mapOffset?.(at, 'start'))).toEqual([0, 1, 1, 2, 3]);
  expect([0, 1, 2, 3, 4].map((at) => mapOffset?.(at, 'end'))).toEqual([0, 1, 2, 2, 3]);
});

test('gives no map where nothing moves', () => {
  expect(normalizeWithOffsets('caf\u00E9').mapOffset).toBeNull();
});

test('cut anywhere, the parts before and after a mapped offset make up the whole', () => {
  fc.assert(
    fc.property(arbitraryText, fc.nat(), (raw, at) => {
      const original = cleanCharacters(raw);
      const { text, mapOffset } = normalizeWithOffsets(original);
      expect(text).toBe(original.normalize('NFC'));
      if (!mapOffset) return;
      const offset = at % (original.length + 1);
      const start = mapOffset(offset, 'start');
      const end = mapOffset(offset, 'end');
      expect(start).toBeLessThanOrEqual(end);
      expect(original.slice(0, offset).normalize('NFC').startsWith(text.slice(0, start))).toBe(true);
      expect(original.slice(offset).normalize('NFC').endsWith(text.slice(end))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
