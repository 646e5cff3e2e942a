import { parseHtml, parseMarkdown } from '@lede/core';
import { expect, test } from 'vitest';
import { announce } from './announce.ts';

function said(result: ReturnType<typeof parseMarkdown>, width = 0): string[] {
  if (!result.ok) throw new Error(result.error.message);
  return announce(result.article, width).trimEnd().split(/\n+/);
}

test('says what each passage is before its text, and what begins and ends', () => {
  const markdown = `# Title

## Part

See [this](https://a.example/), ~~not~~ that.[^1]

[All of it](https://a.example/all)

- [x] one
- [ ] two
  1. deep

> said

![a cat](https://a.example/c.png)

\`\`\`js
if (a) {

  b();
\`\`\`

***

[^1]: Noted.
`;
  expect(said(parseMarkdown(markdown))).toEqual([
    'Article: Title',
    '1 minute to read.',
    'Heading level 2: Part',
    'See [link 1: this], [deleted: not] that. [note 1]',
    'Link 2: All of it',
    'List with 2 items.',
    'Item 1 of 2, done: one',
    'Item 2 of 2, not done: two',
    'Numbered list with 1 item.',
    'Item 1 of 1: deep',
    'End of list.',
    'End of list.',
    'Quotation.',
    'said',
    'End of quotation.',
    'Image: a cat',
    'Code, js, 3 lines.',
    'if (a) {',
    '  b();',
    'End of code.',
    'Separator.',
    'Note 1.',
    'Noted.',
  ]);
});

test('says each cell of a table after the heading of its column', () => {
  const html = `<table><caption>Ages</caption><tr><th>Name<th>Age</tr><tr><td rowspan=2>Ada<td>36</tr><tr><td>37</tr></table><p>x`;
  expect(said(parseHtml(html)).slice(2)).toEqual([
    'Caption: Ages',
    'Table, 2 columns, 3 rows.',
    'Column headings: Name; Age.',
    'Row 2 of 3: Name: Ada; Age: 36.',
    'Row 3 of 3: Age: 37.',
    'End of table.',
    'x',
  ]);
});

test('says nothing of a table that only arranges the page', () => {
  expect(said(parseHtml('<table><tr><td><p>one<p>two</table>')).slice(2)).toEqual(['one', 'two']);
});

test('numbers a list that begins later as it does', () => {
  expect(said(parseMarkdown('3. three\n4. four\n')).slice(3)).toEqual([
    'Item 1 of 2, number 3: three',
    'Item 2 of 2, number 4: four',
  ]);
});

test('breaks lines between words, and lets no control character through', () => {
  expect(said(parseMarkdown('one two three four\u009B31m\u202E five'), 10).slice(-4)).toEqual([
    'one two',
    'three',
    'four31m',
    'five',
  ]);
});
