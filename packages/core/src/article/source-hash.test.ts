import { expect, test } from 'vitest';
import { hashSource, parse } from '../index.ts';

test('the hash of an input is what its article says of its source', () => {
  const input = 'A title\n\nOne. Two.';
  const result = parse(input, { mediaType: 'text/plain' });
  expect(result.ok && result.article.source.sha256).toBe(hashSource(input));
});

test('a string and its UTF-8 bytes have one hash', () => {
  expect(hashSource(new TextEncoder().encode('naïve'))).toBe(hashSource('naïve'));
});
