import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryArticle } from '../../test/arbitrary-article.ts';
import { arbitraryStory, articleOf } from '../../test/article-of.ts';
import type { Article } from '../article/types.ts';
import { createAnchor } from './create-anchor.ts';
import { resolveAnchor, resolveAnchors } from './resolve-anchor.ts';

/** The anchor of some words in an article. */
function anchorOf(article: Article, words: string): ReturnType<typeof createAnchor> {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`${words} does not occur`);
  return createAnchor(article, { start, end: start + words.length });
}

/** Status and words of what an anchor resolves to. */
function resolved(article: Article, anchor: ReturnType<typeof createAnchor>): string {
  const found = resolveAnchor(article, anchor);
  expect(resolveAnchors(article, [anchor])).toEqual([found]);
  return found.status === 'orphaned'
    ? 'orphaned'
    : `${found.status}: ${article.text.slice(found.span.start, found.span.end)}`;
}

const RIVER = 'The river rose in the night, and by the morning the lower fields stood under water.';
const MILL = 'Nobody had seen the old mill since the bridge went; the path ended at a fence.';
const CITY = 'In the city the papers wrote of other things, and the trains ran on time.';

describe('createAnchor', () => {
  test('keeps the words, 32 code units around them, and the block', () => {
    const article = articleOf(RIVER, MILL);
    // The river rose in the night, and by the morning the lower fields stood under water.
    //                                         ^40    ^47
    expect(createAnchor(article, { start: 40, end: 47 })).toEqual({
      start: 40,
      end: 47,
      exact: 'morning',
      prefix: 'r rose in the night, and by the ',
      suffix: ' the lower fields stood under wa',
      block: article.blocks[0]?.id,
    });
  });

  test('cuts between code points, and widens a span that splits one', () => {
    const article = articleOf(`${'\u{1F600}'.repeat(40)}x${'\u{1F600}'.repeat(40)}`);
    const { prefix, suffix } = createAnchor(article, { start: 80, end: 81 });
    expect([prefix, suffix]).toEqual(['\u{1F600}'.repeat(16), '\u{1F600}'.repeat(16)]);
    const odd = createAnchor(articleOf(`a${'\u{1F600}'.repeat(40)}`), { start: 50, end: 52 });
    expect([odd.start, odd.end, odd.prefix.isWellFormed(), odd.suffix.isWellFormed()]).toEqual([49, 53, true, true]);
  });

  test('brings a span into the text', () => {
    expect(createAnchor(articleOf('abc'), { start: -5, end: 99 })).toMatchObject({ start: 0, end: 3, exact: 'abc' });
    expect(createAnchor(articleOf(), { start: 3, end: 4 })).toEqual({
      start: 0,
      end: 0,
      exact: '',
      prefix: '',
      suffix: '',
    });
  });
});

describe('resolveAnchor', () => {
  const before = articleOf(RIVER, MILL, CITY);
  const mill = anchorOf(before, 'the old mill');

  test.each([
    ['exact where nothing changed', articleOf(RIVER, MILL, CITY), 'exact: the old mill'],
    ['exact where what comes after changed', articleOf(RIVER, MILL), 'exact: the old mill'],
    ['moved where a block was put before', articleOf('New.', RIVER, MILL, CITY), 'moved: the old mill'],
    ['moved where the block stands elsewhere', articleOf(RIVER, CITY, MILL), 'moved: the old mill'],
    [
      'moved where its sentence was edited',
      articleOf(RIVER, `Sadly, ${MILL.slice(0, 50)}, they said.`),
      'moved: the old mill',
    ],
    [
      'fuzzy where the words were edited',
      articleOf(RIVER, MILL.replace('old mill', 'Old Mill'), CITY),
      'fuzzy: the Old Mill',
    ],
    [
      'fuzzy where a word came in',
      articleOf(RIVER, MILL.replace('old mill', 'old red mill'), CITY),
      'fuzzy: the old red mill',
    ],
    ['orphaned where the words went', articleOf(RIVER, MILL.replace('the old mill ', 'anything '), CITY), 'orphaned'],
    ['orphaned where the block went', articleOf(RIVER, CITY), 'orphaned'],
    ['orphaned where everything went', articleOf(), 'orphaned'],
  ])('%s', (_, after, expected) => {
    expect(resolved(after, mill)).toBe(expected);
  });

  test('tells repeated words apart by their context', () => {
    const article = articleOf('One: the end. Two: the end. Three: the end.', CITY);
    const second = createAnchor(article, { start: 19, end: 26 });
    expect(second.exact).toBe('the end');
    const edited = articleOf('Zero. One: the end. Two: the end. Three: the end.', CITY);
    expect(resolveAnchor(edited, second)).toEqual({ status: 'moved', span: { start: 25, end: 32 } });
  });

  test('does not take a short word for its like elsewhere', () => {
    const article = articleOf(RIVER, MILL);
    expect(resolved(articleOf(RIVER), anchorOf(article, 'path'))).toBe('orphaned');
    const the = createAnchor(article, { start: article.text.indexOf('the old'), end: article.text.indexOf(' old') });
    expect(the.exact).toBe('the');
    expect(resolved(articleOf(RIVER, CITY), the)).toBe('orphaned');
  });

  test('finds one word of a block whose neighbours changed', () => {
    const article = articleOf(RIVER, 'Yes.', MILL);
    const found = resolved(articleOf(CITY, 'Yes.', CITY.toUpperCase()), anchorOf(article, 'Yes'));
    expect(found).toBe('moved: Yes');
  });

  test('of blocks with equal text takes the one with the same neighbours', () => {
    const article = articleOf('Chorus.', RIVER, 'Chorus.', MILL, 'Chorus.', CITY);
    const start = article.text.indexOf('Chorus.', 20);
    const second = createAnchor(article, { start, end: start + 6 });
    const after = articleOf(RIVER, 'Chorus.', MILL, 'Chorus.', CITY);
    expect(resolveAnchor(after, second)).toMatchObject({ status: 'moved', span: { start: RIVER.length + 2 } });
  });

  test('finds the place where reading stopped', () => {
    const place = createAnchor(before, { start: before.text.indexOf('bridge'), end: before.text.indexOf('bridge') });
    const after = articleOf('New.', RIVER, MILL.replace('fence', 'gate'), CITY);
    const at = after.text.indexOf('bridge');
    expect(resolveAnchor(after, place)).toEqual({ status: 'moved', span: { start: at, end: at } });
  });

  test('finds a passage over several blocks, edited and with more put into it', () => {
    const passage = `${RIVER.slice(29)}\n\n${MILL}\n\n${CITY.slice(0, 40)}`;
    const edited = articleOf('New.', RIVER, MILL.replace('path', 'way'), 'A paragraph that came in later.', CITY);
    const found = resolved(edited, anchorOf(before, passage));
    expect(found).toMatch(/^fuzzy: and by the morning.*came in later\.\n\nIn the city the papers wrote of other th/s);
  });

  test('an anchor from elsewhere may hold anything', () => {
    const anchor = { start: 1e15, end: -3, exact: '\uD83D', prefix: 'x'.repeat(1e5), suffix: '\uDE00'.repeat(1e5) };
    expect(resolved(before, anchor)).toBe('orphaned');
  });
});

describe('in any article', () => {
  test('every span of it is found where it is', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(), fc.nat(), (article, from, length) => {
        const start = from % (article.text.length + 1);
        const anchor = createAnchor(article, { start, end: start + (length % 50) });
        const span = { start: anchor.start, end: anchor.end };
        expect(resolveAnchor(article, anchor)).toEqual({ status: 'exact', span });
      }),
    );
  });

  test('an edit in another paragraph leaves the words found', () => {
    fc.assert(
      fc.property(
        arbitraryStory,
        fc.nat(),
        fc.nat(),
        fc.stringMatching(/^[a-z ]{0,60}$/),
        (paragraphs, n, at, edit) => {
          const article = articleOf(...paragraphs);
          const row = n % paragraphs.length;
          const other = (row + 1) % paragraphs.length;
          const words = (paragraphs[row] ?? '').split(' ');
          const first = at % (words.length - 3);
          const exact = words.slice(first, first + 3).join(' ');
          const edited = paragraphs.with(other, `${edit}. ${(paragraphs[other] ?? '').slice(at % 80)}`);
          expect(resolved(articleOf(...edited), anchorOf(article, exact))).toMatch(
            new RegExp(`^(exact|moved): ${exact}$`),
          );
        },
      ),
    );
  });

  test('a word changed inside the words leaves them found as like them', () => {
    fc.assert(
      fc.property(arbitraryStory, fc.nat(), fc.nat(), (paragraphs, n, at) => {
        const article = articleOf(...paragraphs);
        const row = n % paragraphs.length;
        const words = (paragraphs[row] ?? '').split(' ');
        const first = at % (words.length - 6);
        const exact = words.slice(first, first + 5).join(' ');
        const changed = [...words.slice(first, first + 2), 'CHANGED', ...words.slice(first + 3, first + 5)].join(' ');
        const edited = articleOf(...paragraphs.with(row, words.join(' ').replace(exact, changed)));
        expect(resolved(edited, anchorOf(article, exact))).toBe(`fuzzy: ${changed}`);
      }),
    );
  });

  test('words that were cut out are orphaned', () => {
    fc.assert(
      fc.property(arbitraryStory, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 }), (paragraphs, n, at, count) => {
        const article = articleOf(...paragraphs);
        const row = n % paragraphs.length;
        const words = (paragraphs[row] ?? '').split(' ');
        const first = at % (words.length - count);
        const exact = words.slice(first, first + count).join(' ');
        const edited = articleOf(...paragraphs.with(row, words.toSpliced(first, count).join(' ')));
        fc.pre(!edited.text.includes(exact));
        expect(resolved(edited, anchorOf(article, exact))).toBe('orphaned');
      }),
    );
  });
});

test('a text that repeats itself for 2 MB is searched in linear time', () => {
  // Quadratic work would run into the test's time limit.
  const article = articleOf('so it goes on and on and '.repeat(80_000));
  const anchor = { start: 5, end: 9, exact: 'nothing like it', prefix: 'on and on ', suffix: ' and on and' };
  expect(resolveAnchor(article, anchor)).toEqual({ status: 'orphaned' });
});
