import { describe, expect, test } from 'vitest';
import { directionOf, visualOrder } from './bidi.ts';
import { visualText } from './visual-text.ts';

describe('visual order', () => {
  test.each([
    ['turns right-to-left letters round', 'אבג', 'rtl', 'גבא'],
    ['keeps numbers and Latin words as they are', 'אב 12 cd', 'rtl', 'cd 12 בא'],
    ['mirrors brackets', 'א(ב)', 'rtl', '(ב)א'],
    ['keeps a Hebrew word inside English in its place', 'see אבג now', 'ltr', 'see גבא now'],
    ['keeps marks on their letters', 'ש\u05b8ל', 'rtl', 'לש\u05b8'],
    ['keeps surrogate pairs whole', 'א😀ב', 'rtl', 'ב😀א'],
  ] as const)('%s', (_name, text, direction, shown) => {
    const runs = visualOrder(text, direction)(0, text.length);
    expect(runs.map((run) => run.text ?? text.slice(run.start, run.end)).join('')).toBe(shown);
  });
});

test('a paragraph goes in the direction of its first letter', () => {
  expect(directionOf('12. אב cd', 'ltr')).toBe('rtl');
  expect(directionOf('ab גד', 'rtl')).toBe('ltr');
  expect(directionOf('12', 'rtl')).toBe('rtl');
});

test('a line of the reader is shown in visual order and joined', () => {
  expect(visualText('plain')).toBe('plain');
  expect(visualText('\u0628\u0628 1')).toBe('1 \ufe90\ufe91');
});
