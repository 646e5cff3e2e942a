import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeEnd, graphemes } from './grapheme.ts';

test.each([
  ['a\u0301b', ['a\u0301', 'b']],
  ['👨‍👩‍👧‍👦👍🏽', ['👨‍👩‍👧‍👦', '👍🏽']],
  ['🇩🇪🇫🇷🇮', ['🇩🇪', '🇫🇷', '🇮']],
  ['क्षत्रिय', ['क्ष', 'त्रि', 'य']],
  ['\u1112\u1161\u11ab한', ['\u1112\u1161\u11ab', '한']],
  ['가\u11a8각\u1161', ['가\u11a8', '각', '\u1161']],
  ['\n\u0301', ['\n', '\u0301']],
])('%s', (text, clusters) => {
  expect([...graphemes(text)]).toEqual(clusters);
});

test('the end of the text is where the last cluster ends', () => {
  expect(graphemeEnd('ab', 1)).toBe(2);
  expect(graphemeEnd('ab', 2)).toBe(2);
});

/**
 * The platform's own segmenter is the other implementation. Only characters of Unicode 15 are asked, which every
 * supported Node knows; conjuncts are left out, since Node 20 does not join them yet.
 */
test('agrees with Intl.Segmenter', () => {
  const characters = fc.constantFrom(
    'a',
    '1',
    ' ',
    '\n',
    '\u0301',
    '\u200d',
    '\u200c',
    '\ufe0f',
    '\u20e3',
    'é',
    '漢',
    'か',
    '\u3099',
    '😀',
    '👍',
    '🏽',
    '❤',
    '🇩',
    '🇪',
    '👩',
    '🔥',
    '\u{e0067}',
    '\u1112',
    '\u1161',
    '\u11ab',
    '한',
    '가',
    'ก',
    'ำ',
    'ิ',
    '\u0600',
    'ا',
    'כ',
    '\u05b0',
    '™',
    '\u00ad',
    '\u200b',
  );
  const segmenter = new Intl.Segmenter('en');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect([...graphemes(text)]).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    }),
    { numRuns: 2000 },
  );
});
