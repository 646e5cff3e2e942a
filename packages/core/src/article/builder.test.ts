import { expect, test } from 'vitest';
import { ArticleBuilder } from './builder.ts';
import { finishDraft } from './finish-draft.ts';
import { checkInvariants } from './invariants.ts';
import type { Article, Block } from './types.ts';

/** Builds an article from what a reader would say. */
function build(read: (builder: ArticleBuilder) => void): Article {
  const builder = new ArticleBuilder();
  read(builder);
  const meta = { authors: [], tags: [], origin: {} };
  const source = { mediaType: 'text/html', sha256: '0'.repeat(64), parser: 'lede/test' } as const;
  const article = finishDraft(builder.finish(meta, source));
  expect(checkInvariants(article)).toEqual([]);
  return article;
}

const CELL = { type: 'tableCell', header: false, colSpan: 1, rowSpan: 1 } as const;

test('separates cells by tabs, rows and items by one line end, everything else by a blank line', () => {
  const article = build((b) => {
    b.open({ type: 'table' });
    for (const row of [
      ['a', ''],
      ['c', 'd'],
    ]) {
      b.open({ type: 'tableRow' });
      for (const cell of row) {
        b.open(CELL);
        b.text(cell);
        b.close();
      }
      b.close();
    }
    b.close();
    b.open({ type: 'list', ordered: false });
    for (const item of ['one', 'two']) {
      b.open({ type: 'listItem' });
      b.text(item);
      b.close();
    }
    b.close();
    b.text('end');
  });
  expect(article.text).toBe('a\t\nc\td\n\none\ntwo\n\nend');
});

test('joins touching marks of one kind and keeps the space between separate ones', () => {
  const { text, marks } = build((b) => {
    for (const part of ['a', 'b', ' ', 'c']) {
      if (part === ' ') b.text(part);
      else {
        b.openMark({ type: 'strong' });
        b.text(part);
        b.closeMark();
      }
    }
  });
  expect(text).toBe('ab c');
  expect(marks).toEqual([
    { type: 'strong', start: 0, end: 2 },
    { type: 'strong', start: 3, end: 4 },
  ]);
});

test('keeps a mark on a whole character when composition joins it with its neighbour', () => {
  const { text, marks } = build((b) => {
    b.text('caf\u0065');
    b.openMark({ type: 'emphasis' });
    b.text('\u0301!');
    b.closeMark();
  });
  expect(text).toBe('caf\u00e9!');
  expect(marks).toEqual([{ type: 'emphasis', start: 3, end: 5 }]);
});

test('holds no mark inside another of its kind, not even where composition pulls one in', () => {
  const { text, marks } = build((b) => {
    b.openMark({ type: 'delete' });
    b.text('a');
    b.closeMark();
    b.openMark({ type: 'superscript' });
    b.openMark({ type: 'delete' });
    b.text('\u0301');
  });
  expect(text).toBe('\u00e1');
  expect(marks.map(({ type }) => type)).toEqual(['delete', 'superscript']);
});

test('flattens what is nested more than 64 deep, and says so', () => {
  const article = build((b) => {
    for (let i = 0; i < 500; i++) b.open(i % 2 ? { type: 'listItem' } : { type: 'list', ordered: false });
    b.text('deep');
  });
  expect(article.text).toBe('deep');
  expect(article.diagnostics.map((d) => d.code)).toEqual(['nesting-flattened']);
});

test('two line breaks in a row end a paragraph, marks go on', () => {
  const { blocks, marks, text } = build((b) => {
    b.openMark({ type: 'strong' });
    b.text('one');
    b.lineBreak();
    b.text(' ');
    b.lineBreak();
    b.text('two');
    b.closeMark();
  });
  expect(text).toBe('one\n\ntwo');
  expect(blocks.map((b) => b.type)).toEqual(['paragraph', 'paragraph']);
  expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(['one', 'two']);
});

test('a combining mark after a line break or an image stays outside it', () => {
  const { text, marks } = build((b) => {
    b.text('a\u0301');
    b.lineBreak();
    b.text('\u3099\u0301');
    b.atom({ type: 'footnoteReference', target: '1' });
    b.text('\u0344');
  });
  expect(marks.map((m) => [m.type, text.slice(m.start, m.end)])).toEqual([
    ['break', '\n'],
    ['footnoteReference', '\uFFFC'],
  ]);
});

test('ends the paragraph that text has opened, and no block that a reader has', () => {
  const { blocks, text } = build((b) => {
    b.text('one');
    b.endParagraph();
    b.text('two');
    b.open({ type: 'heading', depth: 2 });
    b.text('three');
    b.endParagraph();
    b.text(' four');
    b.close();
  });
  expect(text).toBe('one\n\ntwo\n\nthree four');
  expect(blocks.map((b) => b.type)).toEqual(['paragraph', 'paragraph', 'heading']);
});

test('takes a hundred thousand open blocks in its stride', () => {
  const article = build((b) => {
    for (let i = 0; i < 100_000; i++) {
      b.open({ type: 'blockquote' });
      b.text('x');
    }
  });
  expect(article.blocks.length).toBeGreaterThan(100_000);
});

test('code holds text alone, whatever is open around it', () => {
  const { blocks, marks, text } = build((b) => {
    b.openMark({ type: 'strong' });
    b.open({ type: 'code' });
    b.text('one ');
    b.openMark({ type: 'link', url: 'https://example.org/' });
    b.atom({ type: 'image', url: 'https://example.org/a.png' });
    b.text('two');
    b.closeMark();
    b.close();
    b.text('bold');
    b.closeMark();
  });
  expect(text).toBe('one two\n\nbold');
  expect(blocks.map((block) => block.type)).toEqual(['code', 'paragraph']);
  expect(marks).toEqual([{ type: 'strong', start: 9, end: 13 }]);
});

test.each([
  [{ ordered: true, first: 1 }, { ordered: true }],
  [{ ordered: false, first: 4 }, { ordered: false }],
  [
    { ordered: true, first: 0 },
    { ordered: true, first: 0 },
  ],
])('keeps the first number of a list only where it says something: %o', (given, kept) => {
  const { blocks } = build((b) => {
    b.open({ type: 'list', ...given });
    b.text('item');
  });
  const { ordered, first } = blocks[0] as Extract<Block, { type: 'list' }>; // opened above
  expect({ ordered, first }).toEqual({ first: undefined, ...kept });
});
