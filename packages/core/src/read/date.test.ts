import { expect, test } from 'vitest';
import { dateOfUrl, findDate } from './date.ts';

test.each([
  ['2025-03-27', '2025-03-27'],
  ['2025-03-27T10:15:00Z', '2025-03-27T10:15:00Z'],
  ['2025-03-27T10:15:00.123+0100', '2025-03-27T10:15:00+01:00'],
  ['2025-03-27 10:15', '2025-03-27'],
  ['20250327T101500', '2025-03-27'],
  ['Published March 27, 2025 by Ann', '2025-03-27'],
  ['Mar. 27th 2025', '2025-03-27'],
  ['Thu, 27 Mar 2025 10:15:00 GMT', '2025-03-27T10:15:00Z'],
  ['Tue, 24 Jun 2025 10:15:00 +0200', '2025-06-24T10:15:00+02:00'],
  ['24 Jun 2025 10:15 GMT', '2025-06-24T10:15:00Z'],
  ['Sun, 1 Feb 2004 00:00:00 -0330 (NST)', '2004-02-01T00:00:00-03:30'],
  ['Thu Mar 27 2025 10:15:00 GMT+0100 (CET)', '2025-03-27T10:15:00+01:00'],
  ['1 January 1999', '1999-01-01'],
  ['2024-02-29', '2024-02-29'],
  ['2025-06-24T10:15:30.5Z', '2025-06-24T10:15:30Z'],
  ['27. März 2025', '2025-03-27'],
  ['27 de marzo de 2025', '2025-03-27'],
  ['27 марта 2025', '2025-03-27'],
  ['2025年3月27日', '2025-03-27'],
  ['27.03.2025', '2025-03-27'],
  ['27/03/2025', '2025-03-27'],
  ['3/27/25', '2025-03-27'],
])('finds the date in %j', (text, expected) => {
  expect(findDate(text)).toBe(expected);
});

test.each([
  'soon',
  '',
  '32 Jan 2025',
  '29 Feb 2025',
  '0 Mar 2025',
  '03/04/2025',
  '31 February 2025',
  '2025-13-01',
  'March 2025',
  '12:30',
  'call 0171 20 25 33',
  '27 Foo 2025',
  'at Hallevik, 2023',
  '12.4206',
])('invents no date from %j', (text) => {
  expect(findDate(text)).toBeUndefined();
});

test('a year, month and day in the path of a URL are a date, a year and month alone are not', () => {
  expect(dateOfUrl('https://x.example/2025/03/27/title')).toBe('2025-03-27');
  expect(dateOfUrl('https://x.example/blog/2025-03-27-title')).toBe('2025-03-27');
  expect(dateOfUrl('https://x.example/2025/mar/27/title')).toBe('2025-03-27');
  expect(dateOfUrl('https://x.example/2025/03/title')).toBeUndefined();
});

test('leaves out a time or zone that no clock shows', () => {
  expect(findDate('24 Jun 2025 25:00:00 +0200')).toBe('2025-06-24');
  expect(findDate('24 Jun 2025 10:00:00 +9900')).toBe('2025-06-24');
});
