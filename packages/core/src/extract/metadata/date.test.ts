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
  ['Thu, 27 Mar 2025 10:15:00 GMT', '2025-03-27'],
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

test.each(['03/04/2025', '31 February 2025', '2025-13-01', 'March 2025', '12:30', 'call 0171 20 25 33', '27 Foo 2025'])(
  'invents no date from %j',
  (text) => {
    expect(findDate(text)).toBeUndefined();
  },
);

test('a year, month and day in the path of a URL are a date, a year and month alone are not', () => {
  expect(dateOfUrl('https://x.example/2025/03/27/title')).toBe('2025-03-27');
  expect(dateOfUrl('https://x.example/blog/2025-03-27-title')).toBe('2025-03-27');
  expect(dateOfUrl('https://x.example/2025/mar/27/title')).toBe('2025-03-27');
  expect(dateOfUrl('https://x.example/2025/03/title')).toBeUndefined();
});
