import { expect, test } from 'vitest';
import { shaped } from './arabic-shapes.ts';

/** The shaped text, ligatures back in their letters: what NFKC makes of it must be the text itself. */
function textOf(text: string): string {
  return shaped([{ text, style: 0 }])
    .map((piece) => piece.text)
    .join('');
}

test('letters take the form that their neighbours ask for', () => {
  // beh alone; beh beh beh: initial, medial, final; alef joins only to the one before.
  expect(textOf('\u0628 \u0628\u0628\u0628 \u0628\u0627\u0628')).toBe('\ufe8f \ufe91\ufe92\ufe90 \ufe91\ufe8e\ufe8f');
});

test('marks do not part letters', () => {
  expect(textOf('\u0628\u064e\u0628')).toBe('\ufe91\u064e\ufe90');
});

test('tatweel joins on both sides', () => {
  expect(textOf('\u0628\u0640\u0628')).toBe('\ufe91\u0640\ufe90');
});

test('Persian letters have forms too', () => {
  expect(textOf('\u06af\u06cc')).toBe('\ufb94\ufbfd');
});

test('lam and alef are one character for two, with the marks between them', () => {
  const pieces = shaped([{ text: 'x\u0633\u0644\u064e\u0627\u0645', style: 0, start: 10, end: 16 }]);
  expect(pieces).toEqual([
    { text: 'x\ufeb3', style: 0, start: 10, end: 12 },
    { text: '\ufefc\u064e', style: 0, start: 12, end: 15 },
    { text: '\ufee1', style: 0, start: 15, end: 16 },
  ]);
});

test('other scripts stay as they are', () => {
  const pieces = [{ text: 'Latin שלום', style: 0 }];
  expect(shaped(pieces)).toBe(pieces);
});
