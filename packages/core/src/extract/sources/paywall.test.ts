import { expect, test } from 'vitest';
import { isPaywalled } from './paywall.ts';

const data = (free: unknown, wordCount?: unknown): string[] => [
  JSON.stringify({ '@type': 'NewsArticle', isAccessibleForFree: free, wordCount }),
];

test('a page is behind a wall when it says so and shows a part', () => {
  expect(isPaywalled(data(false, 900), 120)).toBe(true);
  expect(isPaywalled(data('False', '900'), 120)).toBe(true);
  expect(isPaywalled(data(false), 120)).toBe(true);
});

test('a page is not behind a wall when it is free, says nothing, or shows the whole', () => {
  expect(isPaywalled(data(true, 900), 120)).toBe(false);
  expect(isPaywalled(data(undefined, 900), 120)).toBe(false);
  expect(isPaywalled(data(false, 900), 850)).toBe(false);
  expect(isPaywalled([], 0)).toBe(false);
});
