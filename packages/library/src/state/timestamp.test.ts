import { expect, test } from 'vitest';
import { at } from '../../test/article.ts';
import { TIMESTAMP, timeOfChange, timestamp } from './timestamp.ts';

test('a change is later than the one before, also after the clock was set back', () => {
  expect(timeOfChange(at(5), timestamp(at(4)))).toBe(timestamp(at(5)));
  expect(timeOfChange(at(3), timestamp(at(4)))).toBe('2026-01-01T12:04:00.001Z');
  expect(timeOfChange(at(4), timestamp(at(4)))).toBe('2026-01-01T12:04:00.001Z');
});

test.each(['2026-01-01', '2026-01-01T12:00:00Z', '2026-13-01T12:00:00.000Z', '2026-01-01T12:00:00.000+01:00', 'now'])(
  '%s is not a time as states hold it',
  (text) => expect(TIMESTAMP.test(text)).toBe(false),
);
