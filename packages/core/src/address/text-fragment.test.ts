import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryArticle } from '../../test/arbitrary-article.ts';
import { arbitraryStory, articleOf } from '../../test/article-of.ts';
import type { Article } from '../article/types.ts';
import { parseDirectives, writeDirective } from './text-directive.ts';
import { fromTextFragment, toTextFragment } from './text-fragment.ts';

function fragmentOf(article: Article, words: string): string | undefined {
  const start = article.text.indexOf(words);
  return toTextFragment(article, { start, end: start + words.length });
}

function passages(article: Article, url: string): string[] {
  return fromTextFragment(article, url).map(({ start, end }) => article.text.slice(start, end));
}

const article = articleOf(
  'The well-known river rose, and fell; the fields & lanes stood under water for a week or more that spring, they say.',
  'The river fell.',
  'Über den Fluß: 100 % naß.',
);

describe('toTextFragment', () => {
  test.each([
    ['a passage as it stands', 'rose, and fell', '#:~:text=rose%2C%20and%20fell'],
    ['hyphen, ampersand and percent encoded', 'well-known', '#:~:text=well%2Dknown'],
    ['an ampersand', 'fields & lanes', '#:~:text=fields%20%26%20lanes'],
    ['letters beyond ASCII', 'Über den Fluß: 100 %', '#:~:text=%C3%9Cber%20den%20Flu%C3%9F%3A%20100%20%25'],
    ['whole words of a span that cuts them', 'nder wat', '#:~:text=under%20water'],
    ['a passage over blocks by its edges', 'they say.\n\nThe river', '#:~:text=they%20say.,The%20river'],
  ])('writes %s', (_, words, fragment) => {
    expect(fragmentOf(article, words)).toBe(fragment);
  });

  test('gives a long passage by its first and last words', () => {
    const fragment = fragmentOf(article, article.text.slice(4, 114)) ?? '';
    expect(parseDirectives(fragment)).toEqual([
      { start: 'well-known river rose, and fell; the', end: 'for a week or more that spring, they say' },
    ]);
  });

  test('adds the words around where the same stand before', () => {
    expect(parseDirectives(fragmentOf(article, 'river fell') ?? '')).toEqual([{ start: 'river fell' }]);
    const start = article.text.lastIndexOf('river');
    const fragment = toTextFragment(article, { start, end: start + 5 }) ?? '';
    expect(parseDirectives(fragment)).toEqual([{ prefix: 'The', start: 'river', suffix: 'fell.' }]);
    expect(fromTextFragment(article, fragment)).toEqual([{ start, end: start + 5 }]);
  });

  test('gives nothing for a span without text', () => {
    expect(toTextFragment(article, { start: 115, end: 116 })).toBeUndefined();
    expect(toTextFragment(articleOf(), { start: 0, end: 0 })).toBeUndefined();
  });
});

describe('fromTextFragment', () => {
  test.each([
    ['as a browser: capitals and accents not minded', '#:~:text=uber%20DEN', ['Über den']],
    [
      'from a whole URL',
      'https://example.org/a?b#c:~:text=river,water',
      ['river rose, and fell; the fields & lanes stood under water'],
    ],
    ['by prefix and suffix', '#:~:text=the-,river,-fell', ['river']],
    ['several at once', '#:~:text=well%2Dknown&text=week', ['well-known', 'week']],
    ['what is there of several', '#:~:text=nowhere&other=1&text=week', ['week']],
    ['whole words only', '#:~:text=iver', []],
    ['nothing where the context differs', '#:~:text=a-,river', []],
    ['nothing where the end does not follow', '#:~:text=week,rose', []],
    ['nothing without a directive', '#river', []],
    ['nothing for a directive that breaks the grammar', '#:~:text=a,b,c,d&text=&text=-,&text=%FF&text=a,', []],
  ])('finds %s', (_, url, expected) => {
    expect(passages(article, url)).toEqual(expected);
  });

  test('reads a fragment for any passage of any article', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(), fc.nat(), (any, from, length) => {
        const start = from % (any.text.length + 1);
        const span = { start, end: start + 1 + (length % 60) };
        const fragment = toTextFragment(any, span);
        if (fragment === undefined) return;
        expect(fragment).toMatch(/^#:~:text=[\w.!~*'()%,-]+$/);
        expect(parseDirectives(fragment)).toHaveLength(1);
      }),
    );
  });
});

test('a fragment leads back to its passage', () => {
  fc.assert(
    fc.property(arbitraryStory, fc.nat(), fc.integer({ min: 1, max: 40 }), (paragraphs, from, count) => {
      const story = articleOf(...paragraphs);
      const words = [...story.text.matchAll(/\S+/g)];
      const first = from % words.length;
      const last = words[Math.min(first + count, words.length) - 1];
      const start = words[first]?.index ?? 0;
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      expect(fromTextFragment(story, toTextFragment(story, { start: start + 1, end: end - 1 }) ?? '')).toEqual([
        { start, end },
      ]);
    }),
  );
});

test('a directive is read as it was written', () => {
  const term = fc.string({ unit: 'grapheme', minLength: 1 }).map((value) => value.normalize('NFC'));
  const directive = fc.record({ start: term, end: term, prefix: term, suffix: term }, { requiredKeys: ['start'] });
  fc.assert(
    fc.property(directive, (value) => {
      expect(parseDirectives(`#:~:${writeDirective(value)}`)).toEqual([value]);
    }),
  );
});
