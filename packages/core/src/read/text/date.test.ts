import { expect, test } from 'vitest';
import { toDate } from './date.ts';

test.each([
  ['Tue, 24 Jun 2025 10:15:00 +0200', '2025-06-24T10:15:00+02:00'],
  ['24 Jun 2025 10:15 GMT', '2025-06-24T10:15:00Z'],
  ['Sun, 1 Feb 2004 00:00:00 -0330 (NST)', '2004-02-01T00:00:00-03:30'],
  ['1 January 1999', '1999-01-01'],
  ['June 4, 2025', '2025-06-04'],
  ['2024-02-29', '2024-02-29'],
  ['2025-06-24 10:15', '2025-06-24'],
  ['2025-06-24T10:15:30.5Z', '2025-06-24T10:15:30Z'],
])('%j is %j', (text, date) => {
  expect(toDate(text)).toBe(date);
});

test.each(['soon', '', '32 Jan 2025', '29 Feb 2025', '2025-13-01', '0 Mar 2025', '24 Foo 2025', '24/06/2025'])(
  '%j is no date',
  (text) => {
    expect(toDate(text)).toBeUndefined();
  },
);

test('leaves out a time or zone that no clock shows', () => {
  expect(toDate('24 Jun 2025 25:00:00 +0200')).toBe('2025-06-24');
  expect(toDate('24 Jun 2025 10:00:00 +9900')).toBe('2025-06-24');
});
