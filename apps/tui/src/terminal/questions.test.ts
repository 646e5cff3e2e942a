import { expect, test } from 'vitest';
import { questionsFor } from './questions.ts';
import { BACKGROUND, TRUE_COLOR } from './traits.ts';

test.each([{}, { TERM: '' }, ...['dumb', 'linux', 'vt100', 'ansi', 'eterm-color', 'cons25'].map((TERM) => ({ TERM }))])(
  'asks nothing in %j',
  (environment) => expect(questionsFor(environment)).toEqual([]),
);

test('asks nothing about colours where none are wanted', () => {
  expect(questionsFor({ TERM: 'xterm-256color', NO_COLOR: '1' })).toEqual([]);
});

test('asks what the environment does not say', () => {
  expect(questionsFor({ TERM: 'xterm-256color' })).toEqual([BACKGROUND, TRUE_COLOR]);
  expect(questionsFor({ TERM: 'xterm-kitty', COLORTERM: 'truecolor' })).toEqual([BACKGROUND]);
});

test('asks nothing that GNU screen would show', () => {
  expect(questionsFor({ TERM: 'screen.xterm-256color' })).toEqual([BACKGROUND]);
});
