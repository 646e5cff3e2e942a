import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig, SETTINGS } from './config.ts';

test('reads settings, with comments, empty lines and any spacing', () => {
  const text = '# mine\n\ntheme = paper\n  width=60\r\nzen = yes\nfocus = sentence\npace = 400\n';
  expect(parseConfig(text)).toEqual({
    config: { theme: 'paper', width: 60, zen: true, focus: 'sentence', pace: 400, keys: {} },
    problems: [],
  });
});

test('reads keys: several, sequences, and the comma itself', () => {
  const { config } = parseConfig('key quit = x, g q\nkey page-down = Space\nkey clear = ,\n');
  expect(config.keys).toEqual({ quit: ['x', 'g q'], 'page-down': ['Space'], clear: [','] });
});

test('tells each line that makes no sense, and keeps the rest', () => {
  const { config, problems } = parseConfig(
    'thme = dark\nwidth = 20\nzen = maybe\nwhat\nkey fly = x\nkey quit =\ntheme = dark\n',
  );
  expect(config).toMatchObject({ theme: 'dark', keys: {} });
  expect(problems).toEqual([
    'line 1: no setting "thme"; there are theme, width, focus, zen, justify, hyperlinks, pace, key',
    'line 2: width is "20", not 45 to 100',
    'line 3: zen is "maybe", not yes, no',
    'line 4: "what" is not NAME = VALUE',
    'line 5: no command "fly"; the README lists them',
    'line 6: key quit names no key',
  ]);
});

test('names of an object are no settings', () => {
  expect(parseConfig('constructor = x\n__proto__ = x\n').problems).toHaveLength(2);
});

test('the example of the README is a configuration, of every setting', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```\n(# a comment\n[\s\S]*?)```/.exec(readme) ?? [];
  const { config, problems } = parseConfig(example);
  expect(problems).toEqual([]);
  expect(Object.keys(config).toSorted()).toEqual([...Object.keys(SETTINGS), 'keys'].toSorted());
});
