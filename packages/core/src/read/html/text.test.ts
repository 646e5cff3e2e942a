import { expect, test } from 'vitest';
import { shownText, visibleCharacters } from './text.ts';

test.each([
  ['soft hyphens', 'Donau\u00ADdampf\u00ADschiff', 'Donaudampfschiff'],
  ['zero-width spaces between letters', 'example\u200B.org', 'example.org'],
  ['word joiners', '10\u2060%', '10%'],
  ['byte-order marks', '\uFEFFStart', 'Start'],
])('%s are left out', (_, text, visible) => {
  expect(visibleCharacters(text)).toBe(visible);
});

test.each([
  ['the non-joiner of Persian', 'می\u200Cخواهم'],
  ['the joiner of Hindi', 'क्\u200Dष'],
  ['the joiner of an emoji', '👩\u200D🌾'],
  ['the zero-width space that parts words of Thai', 'สวัสดี\u200Bครับ'],
  ['the zero-width space that parts words of Khmer', 'ខ្ញុំ\u200Bទៅ'],
  ['marks of direction', 'C++\u200E \u200Fא'],
  ['no-break spaces', '10\u00A0km'],
  ['ligatures', 'of\uFB01ce'],
])('%s stays', (_, text) => {
  expect(visibleCharacters(text)).toBe(text);
});

test('shown text has its white space collapsed and trimmed', () => {
  expect(shownText(' \n one\u00AD \t two\u00A0km ')).toBe('one two\u00A0km');
});
