import { expect, test } from 'vitest';
import { loadHyphenator } from './load-hyphenator.ts';

test.each([
  ['en-US', 'hyphenation', 'hy|phen|ation'],
  ['de-CH', 'Donaudampfschifffahrt', 'Do|nau|dampf|schiff|fahrt'],
])('knows where words of %s may be broken', async (language, word, broken) => {
  const hyphenator = await loadHyphenator(language);
  const points = [0, ...(hyphenator?.(word) ?? []), word.length];
  expect(
    points
      .slice(1)
      .map((point, index) => word.slice(points[index], point))
      .join('|'),
  ).toBe(broken);
});

test('has nothing for languages that it does not know', async () => {
  expect(await loadHyphenator('tlh')).toBeUndefined();
  expect(await loadHyphenator(undefined)).toBeUndefined();
});
