import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../src/errors.ts';
import { parse } from '../src/parse.ts';
import type { ParseOptions } from '../src/parse-with.ts';
import { validate } from '../src/article/validate.ts';
import { arbitraryText } from './arbitrary-article.ts';
import { markdownSoup, nestedElements, tagSoup, textLines } from './arbitrary-markup.ts';

/**
 * What `parse` promises for every input: a valid article or a known error that is not our own fault, and the
 * same each time. Returns what is broken of it.
 */
function broken(input: string | Uint8Array, options: ParseOptions): unknown {
  const result = parse(input, options);
  if (JSON.stringify(parse(input, options)) !== JSON.stringify(result)) return 'the second result is another';
  if (!result.ok) {
    const { code } = result.error;
    return Object.hasOwn(ERROR_CODES, code) && code !== 'internal' ? undefined : result.error;
  }
  const verdict = validate(JSON.parse(JSON.stringify(result.article)));
  return verdict.ok ? undefined : verdict.error.issues;
}

const options: fc.Arbitrary<ParseOptions> = fc.record(
  {
    mediaType: fc.constantFrom('text/plain', 'text/markdown', 'text/html', 'text/html; charset=big5'),
    content: fc.constantFrom('auto', 'article', 'everything'),
    url: fc.constant('https://example.org/a/b'),
  },
  { requiredKeys: [] },
);
const charset = fc.constantFrom(...'utf-8 utf-16le utf-16be utf-32 shift_jis gb18030 iso-2022-jp big5 x'.split(' '));

test('any bytes give a valid article or a known error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300, size: 'max' }), options, fc.option(charset), (bytes, some, label) => {
      expect(broken(bytes, label === null ? some : { ...some, charset: label })).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('any string gives a valid article or a known error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), arbitraryText), options, (text, some) => {
      expect(broken(text, some)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['tag soup', tagSoup],
  ['nested elements', nestedElements],
  ['tag soup in a page', tagSoup.map((html) => `<!doctype html><title>A page</title>${html}`)],
])('any %s gives a valid article or a known error', (_, html) => {
  fc.assert(
    fc.property(html, options, (text, some) => {
      expect(broken(text, { ...some, mediaType: 'text/html' })).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('any Markdown gives a valid article or a known error', () => {
  fc.assert(
    fc.property(markdownSoup, options, (text, some) => {
      expect(broken(text, { ...some, mediaType: 'text/markdown' })).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('any text gives a valid article or a known error, whatever it looks like', () => {
  fc.assert(
    fc.property(textLines, (text) => {
      expect(broken(text, {})).toBeUndefined();
      expect(broken(text, { mediaType: 'text/plain' })).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
