import { parseMarkdown } from '@lede/core';
import { expect, test } from 'vitest';
import { announce } from './announce.ts';

test('says what each block is before its text, and where links lead', () => {
  const parsed = parseMarkdown(
    '# Title\n\n## Part\n\nSee [this](https://a.example/).[^1]\n\n- [x] one\n- [ ] two\n\n> said\n\n![a cat](https://a.example/c.png)\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n[^1]: Noted.\n',
  );
  if (!parsed.ok) throw new Error(parsed.error.message);
  expect(announce(parsed.article).split('\n\n')).toEqual([
    'Title: Title',
    'Heading 2: Part',
    'See this (link: https://a.example/). (note 1)',
    'List of 2.',
    'Item, done.',
    'one',
    'Item, not done.',
    'two',
    'Quotation.',
    'said',
    'Image: a cat.',
    'Table of 2 rows.',
    'Row.',
    'Heading cell: A',
    'Heading cell: B',
    'Row.',
    'Cell: 1',
    'Cell: 2',
    'Note 1.',
    'Noted.\n',
  ]);
});
