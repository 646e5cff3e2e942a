import { expect, test } from 'vitest';
import { isBreak, isCapitals, isChapter, isUnderlined, numberedHeading } from './heading.ts';

test.each([
  'Chapter 3',
  'CHAPTER IV.',
  'Part One',
  'Section 2: Results',
  'Appendix B',
  'Kapitel 7',
  'Capítulo II',
  'Глава 1',
])('%j opens a chapter', (text) => {
  expect(isChapter(text)).toBe(true);
});

test.each(['Chapter and verse', 'Part of the plan failed', 'Part two of the plan', 'Chapters 3', 'The Chapter 3'])(
  '%j opens none',
  (text) => {
    expect(isChapter(text)).toBe(false);
  },
);

test.each([
  ['1. Introduction', { number: '1', depth: 2 }],
  ['2.1 Methods', { number: '2.1', depth: 3 }],
  ['2.1.4. Sampling the River', { number: '2.1.4', depth: 4 }],
])('%j is numbered', (text, heading) => {
  expect(numberedHeading(text)).toEqual(heading);
});

test.each(['12 Main Street', '1. It rained all day.', '1984', '3.5 million people', '2. and so on'])(
  '%j is not numbered as a heading',
  (text) => {
    expect(numberedHeading(text)).toBeUndefined();
  },
);

test('capitals are a heading only without a small letter, a stop, and too many words', () => {
  expect(isCapitals('THE SEA, 1931')).toBe(true);
  expect(isCapitals('THE SEa')).toBe(false);
  expect(isCapitals('THE SEA.')).toBe(false);
  expect(isCapitals('UK')).toBe(false);
  expect(isCapitals('A B C D E F G H I J K L M N O P')).toBe(false);
  expect(isCapitals('海の話')).toBe(false);
});

test('a rule under a heading is about as long as its text', () => {
  expect(isUnderlined('Results', '-------')).toBe(true);
  expect(isUnderlined('Results', '---')).toBe(false);
  expect(isUnderlined('Results', '-'.repeat(60))).toBe(false);
  expect(isUnderlined('Results', '-=-=-=-')).toBe(false);
});

test('a break is one sign again and again', () => {
  expect(isBreak('*  *  *')).toBe(true);
  expect(isBreak('* *')).toBe(false);
  expect(isBreak('*-*')).toBe(false);
});
