import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectGolden, fixtures } from '../../test/golden.ts';
import { outline } from '../../test/outline.ts';
import { checkInvariants } from '../article/invariants.ts';
import type { Article } from '../article/types.ts';
import { parse, parseMarkdown } from '../parse.ts';
import type { ParseOptions } from '../parse-with.ts';

function read(markdown: string, options: ParseOptions = {}): Article {
  const result = parseMarkdown(markdown, options);
  if (!result.ok) throw new Error(result.error.message, { cause: result.error.cause });
  expect(checkInvariants(result.article)).toEqual([]);
  return result.article;
}

/** The body as an outline, without metadata. */
function body(markdown: string): string {
  const article = read(markdown);
  return outline({ ...article, diagnostics: [], meta: { authors: [], tags: [], origin: {} } }).trimEnd();
}

test.each(fixtures('markdown-').map((fixture) => [fixture.slug, fixture] as const))(
  '%s',
  (slug, { input, options }) => {
    const result = parse(input, options);
    if (!result.ok) throw new Error(result.error.message, { cause: result.error.cause });
    expectGolden(result.article, slug);
  },
);

describe('title', () => {
  test('is the first heading of depth one, which then is not in the body', () => {
    const { meta, text } = read('<!-- note -->\n\nTitle\n=====\n\nText.');
    expect(meta).toMatchObject({ title: 'Title', origin: { title: 'text' } });
    expect(text).toBe('Text.');
  });

  test.each([
    ['it holds marks', '# A *title*\n\nText.'],
    ['it is not the first block', 'Text.\n\n# Title'],
    ['it is of another depth', '## Title\n\nText.'],
    ['the front matter has an empty one', '---\ntitle: ""\n---\n\n# Title'],
  ])('is none where %s', (_, markdown) => {
    const { meta, blocks } = read(markdown);
    expect(meta.title).toBeUndefined();
    expect(blocks.map(({ type }) => type)).toContain('heading');
  });

  test('of the front matter or the caller takes the same heading out of the body, and no other', () => {
    expect(read('---\ntitle: Same\n---\n# Same\n\nText.').text).toBe('Text.');
    expect(read('---\ntitle: One\n---\n# Other\n\nText.').text).toBe('Other\n\nText.');
    expect(read('# Same\n\nText.', { meta: { title: 'Same' } }).text).toBe('Text.');
    expect(read('# Same\n\n# Same').text).toBe('Same');
  });
});

describe('front matter', () => {
  test('follows aliases without multiplying them', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`);
    const { meta } = read(`---\nl0: &l0 x\n${levels.join('\n')}\ntags: *l30\nauthor: *l0\n---\n\nText.`);
    expect(meta.authors).toEqual([{ name: 'x' }]);
    expect(meta.tags).toEqual([]);
  });

  test.each([
    ['not YAML', 'title: [a'],
    ['nested too deep', `title: ${'['.repeat(20_000)}`],
    ['too long', `title: a\nx: ${'y'.repeat(100_000)}`],
  ])('that is %s is kept as text, with a diagnostic', (_, yaml) => {
    const { blocks, text, diagnostics } = read(`---\n${yaml}\n---\n\nText.`);
    expect(blocks.map(({ type }) => type)).toEqual(['code', 'paragraph']);
    expect(text).toBe(`${yaml}\n\nText.`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['frontmatter-invalid']);
  });

  test.each([
    ['2024-01-05', '2024-01-05'],
    ['2024-01-05T10:00:00.5Z', '2024-01-05T10:00:00.5Z'],
    ['2024-01-05 10:00 +0100', '2024-01-05T10:00:00+01:00'],
    ['2024-01-05 10:00', '2024-01-05'],
    ['"January 5, 2024"', '2024-01-05'],
    ['2024-02-30', undefined],
    ['soon', undefined],
  ])('date %s becomes %s', (raw, published) => {
    expect(read(`---\ndate: ${raw}\n---\n\nText.`).meta.published).toBe(published);
  });

  test('keeps values as they are written, and takes the first of the keys that says something', () => {
    const { meta } = read(
      '---\ntitle: 1.0\nkeywords: a, b\nTags:\nsite_name: S\nlanguage: x!\nlang: de_AT\n---\nText.',
    );
    expect(meta).toMatchObject({ title: '1.0', tags: ['a', 'b'], site: 'S', language: 'de-AT' });
  });

  test('may use keys that objects have anyway', () => {
    const { meta } = read('---\n__proto__: {title: x}\nconstructor: y\n---\nText.');
    expect(meta).toEqual({ authors: [], tags: [], origin: {} });
  });
});

test('drops a URL that it cannot make absolute, says so once, and keeps the text of the link', () => {
  const markdown = '[a](b.html) ![c](d.png) [e](#f) [g](javascript:h)';
  const { text, marks, diagnostics } = read(markdown);
  expect(text).toBe('a e g');
  expect(marks).toEqual([{ type: 'link', url: '#f', start: 2, end: 3 }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['url-dropped']);
  const based = read(markdown, { url: 'https://a.example/x/' });
  expect(based.marks.map((mark) => ('url' in mark ? mark.url : mark.type))).toEqual([
    'https://a.example/x/b.html',
    'https://a.example/x/d.png',
    '#f',
  ]);
});

describe('raw HTML', () => {
  test('goes around Markdown, at any depth', () => {
    expect(body('- <aside>\n\n  > <figure>\n  >\n  > *x*\n  >\n  > </figure>\n\n  </aside>')).toBe(
      [
        'list ordered=false',
        '  listItem',
        '    aside',
        '      blockquote',
        '        figure',
        '          paragraph: ⟦emphasis x⟧',
      ].join('\n'),
    );
  });

  test('goes around Markdown marks and inside them', () => {
    expect(body('a <mark>b **c <sub>d</sub>** `e`</mark> f')).toBe(
      'paragraph: a ⟦highlight b ⟦strong c ⟦subscript d⟧⟧ ⟦inlineCode e⟧⟧ f',
    );
  });

  test('that swallows what follows swallows only itself', () => {
    expect(read('<div title="\n\nA *b*\n\n</div>\n\nC <textarea> d').text).toBe('A b\n\nC <textarea> d');
  });

  test('cannot forge the place of Markdown', () => {
    const markdown = '<lede-slot id="0">x</lede-slot>\n\nonce\n\n<b>c</b>';
    expect(read(markdown).text.match(/once/g)).toHaveLength(1);
  });

  test('nested beyond use is read tag by tag, and not lost', () => {
    let markdown = 'core';
    for (let i = 0; i < 30; i++) markdown = `<b>\n\n${markdown}\n\n</b>`.replace(/^/gm, '> ');
    expect(read(markdown).text).toContain('core');
  });
});

test('reads any text without failing, into a valid article', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'*_`~[]()<>!#-+|&\\:\n\t "\'=^'.split('')),
    fc.constantFrom('\n\n', '    ', '> ', '- ', '1. ', '[^a]', '[^a]: ', '[a]: b', '<div>', '</div>', '<b', '---\n'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const result = parseMarkdown(pieces.join(''));
      if (result.ok) expect(checkInvariants(result.article)).toEqual([]);
      else expect(result.error.code).toBe('input-empty');
    }),
    { numRuns: 500 },
  );
}, 60_000);
