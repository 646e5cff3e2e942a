import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryArticle, arbitraryText } from '../../test/arbitrary-article.ts';
import { find, Finder, type FindOptions } from './find.ts';

/** What was found, as pieces of the text. */
function found(text: string, query: string, options?: FindOptions): string[] {
  return [...find(text, query, options)].map(({ start, end }) => text.slice(start, end));
}

test('finds every match with its exact span', () => {
  //            0123456789
  const text = 'Cat, cats.';
  expect([...find(text, 'cat')]).toEqual([
    { start: 0, end: 3 },
    { start: 5, end: 8 },
  ]);
});

describe('by default', () => {
  test.each([
    ['case', 'Ärger ÄRGER ärger', 'ärger', ['Ärger', 'ÄRGER', 'ärger']],
    ['accents in the text', 'Résumé', 'resume', ['Résumé']],
    ['accents in the query', 'resume', 'Résumé', ['resume']],
    ['letters with a stroke', 'Łódź, smørrebrød', 'lodz', ['Łódź']],
    ['marks that compose with nothing', 'x\u030Cy', 'xy', ['x\u030Cy']],
    ['the way a dotted I is written', 'İstanbul', 'istanbul', ['İstanbul']],
    ['that of a dotless i', 'ışık', 'isik', ['ışık']],
    ['the form of a final sigma', 'ΟΔΟΣ οδός', 'οδος', ['ΟΔΟΣ', 'οδός']],
    ['sharp s', 'Straße STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['ligatures', 'a ﬁne oﬃce', 'office', ['oﬃce']],
    ['full width', 'ＡＢＣ', 'abc', ['ＡＢＣ']],
    ['curly quotes', 'I don’t “know”', 'don\'t "know"', ['don’t “know”']],
    ['the length of a dash', '1914–1918', '1914-1918', ['1914–1918']],
    ['no-break spaces', '10\u00A0km', '10 km', ['10\u00A0km']],
    ['soft hyphens', 'co\u00ADop\u00ADerate now', 'cooperate', ['co\u00ADop\u00ADerate']],
    ['points of Hebrew', 'שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
    ['vowels of Arabic', 'مُحَمَّد', 'محمد', ['مُحَمَّد']],
    ['an image inside a word', 'foot\uFFFCnote', 'footnote', ['foot\uFFFCnote']],
  ])('does not mind %s', (_, text, query, matches) => {
    expect(found(text, query)).toEqual(matches);
  });

  test.each([
    ['vowel signs of Devanagari', 'कि', 'का'],
    ['voicing marks of Japanese', 'が', 'か'],
    ['Hangul syllables', '각', '가'],
  ])('minds %s', (_, text, query) => {
    expect(found(text, query)).toEqual([]);
  });
});

test('minds what the options say', () => {
  expect(found('Cat cat', 'cat', { caseSensitive: true })).toEqual(['cat']);
  expect(found('resume résumé', 'résumé', { diacritics: true })).toEqual(['résumé']);
  expect(found('Résumé résumé RESUME', 'Resume', { caseSensitive: true })).toEqual(['Résumé']);
  expect(found('İI', 'i\u0307', { diacritics: true })).toEqual(['İ']);
});

test('leaves out what follows a match without showing', () => {
  //                 0123456789
  expect([...find('note\uFFFC, co\u00AD-op', 'note')]).toEqual([{ start: 0, end: 4 }]);
  expect([...find('note\uFFFCs', 's')]).toEqual([{ start: 5, end: 6 }]);
});

test('covers a whole character where the query matches a part of it, once', () => {
  expect(found('Straße', 's')).toEqual(['S', 'ß']);
  expect(found('Straße', 'stras')).toEqual(['Straß']);
  expect(found('ﬃ', 'f')).toEqual(['ﬃ']);
});

test('white space matches any run of it, between blocks too', () => {
  expect(found('one\n\ntwo\tthree  four', 'one two three four')).toEqual(['one\n\ntwo\tthree  four']);
  expect(found('one two', 'one\n two')).toEqual(['one two']);
});

test('a query without a character to look for finds nothing', () => {
  for (const query of ['', ' ', '\n\t', '\u00AD', '\u0301']) expect(find('a b', query).total).toBe(0);
});

test('whole words have no letter or digit at their edges, except in scripts without spaces', () => {
  expect(found('cat cats concat 1cat cat_ (cat) cat\u0301', 'cat', { wholeWord: true })).toEqual([
    'cat',
    'cat',
    'cat\u0301',
  ]);
  expect(found('日本語の本', '本', { wholeWord: true })).toEqual(['本', '本']);
});

test('keeps as many as the limit says and counts them all', () => {
  const matches = find('aaaa', 'a', { limit: 3 });
  expect([matches.length, matches.total]).toEqual([3, 4]);
});

test('says which matches lie on a screen', () => {
  //                    0    5    10
  const matches = find('aa b aa c aa', 'aa');
  expect(matches.firstAfter(1)).toBe(0);
  expect(matches.firstAfter(2)).toBe(1);
  expect(matches.firstAfter(12)).toBe(3);
  expect(matches.within(1, 6)).toEqual([
    { start: 0, end: 2 },
    { start: 5, end: 7 },
  ]);
  expect(matches.at(3)).toBeUndefined();
});

test('finds every stretch of letters of any text at its place, whatever stands around it', () => {
  fc.assert(
    fc.property(arbitraryText, fc.constantFrom('river', 'Straße', '中文', 'שלום', 'ﬁ'), arbitraryText, (a, word, b) => {
      const text = `${a} ${word} ${b}`;
      const start = a.length + 1;
      for (const options of [{}, { caseSensitive: true }, { diacritics: true }]) {
        const spans = [...find(text, word, options)];
        expect(spans).toContainEqual({ start, end: start + word.length });
      }
    }),
  );
});

test('matches ascend, do not overlap and split no pair', () => {
  fc.assert(
    fc.property(arbitraryArticle, arbitraryText, ({ text }, query) => {
      const finder = new Finder(text);
      for (const needle of [query, query.slice(0, 1), 'e', ' ']) {
        let position = 0;
        const matches = finder.find(needle);
        expect(matches.total).toBe(matches.length);
        for (const { start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          position = end;
        }
      }
    }),
  );
});

test('a text finds itself', () => {
  fc.assert(
    fc.property(arbitraryArticle, fc.nat(), fc.nat(), ({ text }, from, length) => {
      const start = from % (text.length + 1);
      const query = text.slice(start, start + (length % 12)).toWellFormed();
      fc.pre(/^[a-z].*[a-z]$/s.test(query));
      expect([...find(text, query)].some((m) => m.start <= start && m.end > start)).toBe(true);
    }),
  );
});
