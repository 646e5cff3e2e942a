import { expect, test } from 'vitest';
import { parse } from '../parse.ts';
import { withoutMojibake } from './mojibake.ts';

/** A text whose UTF-8 was read as Latin-1. */
function misread(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

test('gives back what was meant, whatever stands beside it', () => {
  const meant = 'Don’t — “naïve” café, 漢字 and 😀.';
  expect(withoutMojibake(misread(meant))).toBe(meant);
  expect(withoutMojibake(`${misread('It’s')} read once, that’s read well.`)).toBe('It’s read once, that’s read well.');
});

test.each(['plain', 'Don’t', 'Ã©tÃ© and Â«', 'a control \u0085 character', '\u00E2\u0080', '\u00E0\u0080\u0080'])(
  'leaves %j alone',
  (text) => {
    expect(withoutMojibake(text) ?? text).toBe(text);
  },
);

test('text that is nothing but such characters is no binary data', () => {
  const result = parse(`<p>${misread('漢字かな交じり文を読む。'.repeat(20))}</p>`, { mediaType: 'text/html' });
  expect(result.ok && result.article.text).toContain('漢字かな交じり文を読む。漢字');
});

test('an article says that it was read again', () => {
  const result = parse(`<p>${misread('Don’t stop.')}</p>`, { mediaType: 'text/html' });
  expect(result.ok && result.article.text).toBe('Don’t stop.');
  expect(result.ok && result.article.diagnostics.map(({ code }) => code)).toEqual(['characters-repaired']);
});
