import { expect, test } from 'vitest';
import { formatDate } from './date.ts';

test.each([
  ['2026-03-03', undefined, '3 March 2026'],
  ['2026-03-03T23:30:00-05:00', 'en-GB', '3 March 2026'],
  ['2026-03-03', 'zh-Hant', '2026年3月3日'],
  ['2026-12-25', 'ko', '2026년 12월 25일'],
  ['2026-03-03T10:00:00Z', 'ar', '2026-03-03'],
  ['2026-00-99', 'en', '2026-00-99'],
  ['yesterday', 'ja', 'yesterday'],
])('%s in %s is %s', (date, language, shown) => {
  expect(formatDate(date, language)).toBe(shown);
});
