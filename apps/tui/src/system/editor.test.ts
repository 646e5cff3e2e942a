import { expect, test } from 'vitest';
import { lineAt } from './editor.ts';

const SOURCE = `---
title: A long front matter that the text does not have
---

One two *three*.

The same words here.

Between (them).

The same words
here.
`;

test.each([
  ['The same words', 0.2, 7],
  ['The same words here', 0.9, 11],
  ['Between (them).', 0, 9],
])('%j near %d of the source stands on line %d', (words, progress, line) => {
  expect(lineAt(SOURCE, { words, progress })).toBe(line);
});

test('words that the source writes in another way are looked for where they should be', () => {
  expect(lineAt(SOURCE, { words: 'One two three', progress: 0.5 })).toBe(5);
  expect(lineAt(SOURCE, { words: '', progress: 0 })).toBe(1);
});
