import { expect, test } from 'vitest';
import { formatMinutes } from './duration.ts';

test('says minutes while they mean something, then hours', () => {
  expect([0.2, 1.4, 41.6, 119, 121, 32_013].map(formatMinutes)).toEqual([
    '1 min',
    '1 min',
    '42 min',
    '119 min',
    '2 h',
    '534 h',
  ]);
});
