import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryArticle } from '../../test/arbitrary-article.ts';
import { cellWidth } from '../lines/cell-width.ts';
import { parse, parseMarkdown } from '../parse.ts';
import type { Article } from '../article/types.ts';
import { writeText } from './text.ts';

const SEEDS = fileURLToPath(new URL('../../../../seeds/', import.meta.url));

function fromMarkdown(markdown: string): Article {
  const result = parseMarkdown(markdown, { url: 'https://a.example/' });
  if (!result.ok) throw new Error(result.error.message);
  return result.article;
}

test.each(readdirSync(SEEDS))('gives the body of %s back', (name) => {
  const source = readFileSync(`${SEEDS}${name}`, 'utf8');
  const result = parse(source, { mediaType: 'text/plain' });
  if (!result.ok) throw new Error(result.error.message);
  const body = source.slice(source.indexOf('\n\n') + 2).trimEnd();
  expect(writeText(result.article, { title: false })).toBe(body);
  expect(writeText(result.article)).toBe(source.trimEnd());
});

test('writes every kind of block as a person would type it', () => {
  const article = fromMarkdown(`# Title

Para with *marks* and ![a picture](p.png), see[^1].

## Section

> Quoted.
>
> Twice.

- one
  - [x] done
- two

  more

9. nine
10. ten

\`\`\`js
  if (x) {

  }
\`\`\`

---

| Name | Count |
| ---- | ----: |
| pear | 7 |
| fig | 1000 |

![Alone](q.png)

[^1]: The note.
`);
  expect(writeText(article)).toBe(`Title

Para with marks and [a picture], see[1].

Section

> Quoted.
>
> Twice.

- one
  - [x] done
- two

  more

9. nine
10. ten

  if (x) {

  }

* * *

Name  Count
----  -----
pear      7
fig    1000

[Alone]

[1] The note.`);
});

test('breaks lines beside what indents them, and draws a table in columns only where it fits', () => {
  const article = fromMarkdown(`> one two three four

- five six seven eight

| a long head | another head |
| --- | --- |
| x | y |
`);
  expect(writeText(article, { width: 14 })).toBe(`> one two
> three four

- five six
  seven eight

a long head |
another head
x | y`);
});

test('takes no line beyond the width but of code and of what cannot be broken', () => {
  fc.assert(
    fc.property(arbitraryArticle, fc.integer({ min: 40, max: 100 }), (article, width) => {
      fc.pre(!article.blocks.some(({ type, parent }) => type === 'code' || parent !== null));
      for (const line of writeText(article, { width }).split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('gives the text itself where there are only paragraphs', () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      fc.pre(article.blocks.every(({ type }) => type === 'paragraph' || type === 'heading'));
      fc.pre(!article.text.includes('\uFFFC'));
      expect(writeText(article)).toBe(article.text);
    }),
  );
});
