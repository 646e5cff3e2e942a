import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvents, arbitraryMeta, type ArticleEvent, buildArticle } from '../../test/arbitrary-article.ts';
import { checkInvariants } from '../article/invariants.ts';
import type { Article } from '../article/types.ts';
import { fromMdast } from '../from-mdast.ts';
import { parseMarkdown } from '../parse.ts';
import type { ParseResult } from '../parse-with.ts';
import { writeMarkdown } from './markdown.ts';
import { toMdast } from './mdast.ts';

/** What a document is, whatever it was read from. */
function content({ text, blocks, marks, sentences, meta: { origin: _origin, ...meta } }: Article): object {
  return { text, blocks, marks, sentences, meta };
}

function articleOf(result: ParseResult): Article {
  if (!result.ok) throw new Error(result.error.message, { cause: result.error.cause });
  return result.article;
}

test('what it writes reads back as the same article', () => {
  fc.assert(
    fc.property(arbitraryEvents, arbitraryMeta, (events, meta) => {
      const article = buildArticle(events, meta);
      fc.pre(article.blocks.length > 0);
      const markdown = writeMarkdown(article);
      const again = articleOf(parseMarkdown(markdown));
      expect(checkInvariants(again)).toEqual([]);
      expect(content(again), markdown).toEqual(content(article));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('mdast holds the same article as Markdown', () => {
  fc.assert(
    fc.property(arbitraryEvents, arbitraryMeta, (events, meta) => {
      const article = buildArticle(events, meta);
      fc.pre(article.blocks.length > 0);
      const again = articleOf(fromMdast(toMdast(article)));
      expect(content(again)).toEqual(content(article));
    }),
    { numRuns: 200 },
  );
}, 60_000);

const CELL = { type: 'tableCell', header: false, colSpan: 1, rowSpan: 1 } as const;

/** Events that put text in blocks, one in the other. */
function nested(text: string, ...blocks: Extract<ArticleEvent, { do: 'open' }>['block'][]): ArticleEvent[] {
  return [
    ...blocks.map((block): ArticleEvent => ({ do: 'open', block })),
    { do: 'text', text },
    ...blocks.map((): ArticleEvent => ({ do: 'close' })),
  ];
}

function written(events: readonly ArticleEvent[], title?: string): string {
  const meta = title === undefined ? {} : { title };
  return writeMarkdown(buildArticle(events, { authors: [], tags: [], origin: {}, ...meta }));
}

test('writes a title alone as a heading, and all metadata as front matter where there is more', () => {
  const events = nested('Text.', { type: 'paragraph' });
  expect(written(events, 'A day')).toBe('# A day\n\nText.\n');
  const meta = {
    title: 'A day',
    authors: [{ name: 'Ann Lee' }],
    published: '2024-01-05',
    tags: ['a', 'b'],
    origin: {},
  };
  expect(writeMarkdown(buildArticle(events, meta))).toBe(
    '---\ntitle: A day\nauthors:\n  - Ann Lee\ndate: 2024-01-05\ntags:\n  - a\n  - b\n---\n\nText.\n',
  );
});

test('says that a first heading is no title where it is none', () => {
  const events = nested('Part one', { type: 'heading', depth: 1 });
  expect(written(events)).toBe('---\ntitle: ""\n---\n\n# Part one\n');
  expect(written(events, 'A day')).toBe('# A day\n\n# Part one\n');
});

test('writes tables as GFM where it can, as HTML around Markdown where cells span', () => {
  const head = { ...CELL, header: true, align: 'right' } as const;
  const table = { type: 'table' } as const;
  const row = { type: 'tableRow' } as const;
  const simple: ArticleEvent[] = [
    { do: 'open', block: table },
    ...nested('n', row, head),
    ...nested('1', row, { ...CELL, align: 'right' }),
    { do: 'close' },
  ];
  expect(written(simple)).toBe('| n |\n| -: |\n| 1 |\n');
  const spanning = nested('a *b*', table, row, { ...CELL, colSpan: 2 });
  expect(written(spanning)).toBe(
    '<table role="table">\n<tr>\n<td colspan="2">\n\na \\*b\\*\n\n</td>\n</tr>\n</table>\n',
  );
});

test('writes what Markdown lacks as HTML around Markdown', () => {
  const image: ArticleEvent = { do: 'void', block: { type: 'image', url: 'https://a.example/p.png', alt: 'Alt' } };
  const figure: ArticleEvent[] = [
    { do: 'open', block: { type: 'figure' } },
    image,
    ...nested('Caption', { type: 'caption' }),
    { do: 'close' },
  ];
  expect(written(figure)).toBe(
    '<figure>\n\n![Alt](https://a.example/p.png)\n\n<figcaption>\n\nCaption\n\n</figcaption>\n</figure>\n',
  );
  expect(written(nested('x', { type: 'blockquote', cite: 'https://a.example/' }))).toBe(
    '<blockquote cite="https://a.example/">\n\nx\n\n</blockquote>\n',
  );
});

test('marks words inside words by HTML where Markdown cannot', () => {
  const mark = (type: 'emphasis' | 'strong' | 'subscript', text: string): ArticleEvent[] => [
    { do: 'openMark', mark: { type } },
    { do: 'text', text },
    { do: 'closeMark' },
  ];
  const events: ArticleEvent[] = [
    ...mark('strong', 'in'),
    { do: 'text', text: 'side ' },
    ...mark('emphasis', '“so”'),
    { do: 'text', text: 'o H' },
    ...mark('subscript', '2'),
    { do: 'text', text: 'O' },
  ];
  expect(written(events)).toBe('**in**side <em>“so”</em>o H<sub>2</sub>O\n');
});

test('keeps text that looks like markup or like a link from being one', () => {
  const text = '# a *b* [c](d) <e> https://a.example HTTPS://a.example www.a.example a@b.example 1. - | ~f~ &amp; [^g]';
  const article = buildArticle(nested(text, { type: 'paragraph' }));
  const again = articleOf(parseMarkdown(writeMarkdown(article)));
  expect(again.text).toBe(text);
  expect(again.marks).toEqual([]);
});
