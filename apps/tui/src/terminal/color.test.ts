import { expect, test } from 'vitest';
import { colorsOf } from './color.ts';

test.each([
  [[255, 255, 255], 'light'],
  [[253, 246, 227], 'light'], // Solarized light
  [[0, 43, 54], 'dark'], // Solarized dark
  [[0, 0, 255], 'dark'], // a blue screen is dark to the eye
] as const)('a background of %j is %s', (background, appearance) => {
  expect(colorsOf({}, { background })).toEqual({ depth: '16', appearance });
});

test('the environment tells the background of a terminal that does not', () => {
  expect(colorsOf({ COLORFGBG: '15;0' }, {}).appearance).toBe('dark');
  expect(colorsOf({ COLORFGBG: '0;default;15' }, {}).appearance).toBe('light');
  expect(colorsOf({ COLORFGBG: '0;15' }, { background: [0, 0, 0] }).appearance).toBe('dark');
  expect(colorsOf({ COLORFGBG: 'default;default' }, {})).toEqual({ depth: '16' });
});

test('a terminal that shows every colour gets every colour, but none where none is wanted', () => {
  expect(colorsOf({ TERM: 'xterm-256color' }, { trueColor: true }).depth).toBe('true');
  expect(colorsOf({ TERM: 'xterm-256color', NO_COLOR: '1' }, { trueColor: true }).depth).toBe('none');
  expect(colorsOf({ TERM: 'xterm-256color' }, {}).depth).toBe('256');
});
