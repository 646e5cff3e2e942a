import { expect, test } from 'vitest';
import { mediaTypeOfName } from './media-type.ts';

test('goes by the last extension, in any case', () => {
  expect(mediaTypeOfName('notes.MD')).toBe('text/markdown');
  expect(mediaTypeOfName('page.txt.html')).toBe('text/html');
  expect(mediaTypeOfName('a/b/story.txt')).toBe('text/plain');
});

test('promises nothing for names without a known extension', () => {
  expect(mediaTypeOfName('README')).toBeUndefined();
  expect(mediaTypeOfName('story.pdf')).toBeUndefined();
});
