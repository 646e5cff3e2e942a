import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingTable } from './config-docs.ts';
import { parseConfig, writeConfig } from './config.ts';

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
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '1:1 no setting "thme"; there are theme, width, focus, zen, justify, hyphenation, wheel, hyperlinks, detect, images, screen-reader, pace, key',
    '2:9 width is "20", not 45 to 100',
    '3:7 zen is "maybe", not yes, no',
    '4:1 "what" is not NAME = VALUE',
    '5:5 no command "fly"; the README lists them',
    '6:11 key quit names no key',
  ]);
});

test('names of an object are no settings', () => {
  expect(parseConfig('constructor = x\n__proto__ = x\n').problems).toHaveLength(2);
});

test('the example of the README is a configuration', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```\n(# a comment\n[\s\S]*?)```/.exec(readme) ?? [];
  const { config, problems } = parseConfig(example);
  expect(problems).toEqual([]);
  expect(config).toEqual({ theme: 'paper', width: 66, keys: { 'page-down': ['Space', 'f'], quit: ['q', 'Z Z'] } });
});

test('the README lists every setting; `node -C @lede/source scripts/docs.ts` writes them', () => {
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(settingTable());
});

const problemsOf = (text: string) =>
  parseConfig(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

test('a key that is none is told with its place', () => {
  expect(problemsOf('key quit = x, Ctrl-q\n')).toEqual(['1:15 no key "Ctrl-q"; the README says how keys are named']);
  expect(problemsOf('key quit = ^X, Alt-x, Shift-Left, F1, g Space, é\n')).toEqual([]);
});

test('a key given to two commands of one situation is told at the second', () => {
  expect(problemsOf('key quit = x\nkey search = x\n')).toHaveLength(1);
  expect(problemsOf('key quit = x\nkey search = x y\n')[0]).toMatch(/"x y"|"x"/);
  expect(problemsOf('key quit = x\nkey list-close = x\n')).toEqual([]);
});

test('keys that leave no way out are told', () => {
  expect(problemsOf('key list-down = Esc, q, t, ^C\n')[0]).toContain('list-close');
});

test('what is written is read back', () => {
  const { config } = parseConfig('theme = paper\nwidth = 50\nwheel = yes\nkey quit = ,, g q\nkey clear = #\n');
  const again = parseConfig(writeConfig(config));
  expect(again.problems).toEqual([]);
  expect(again.config).toMatchObject(config);
  expect(parseConfig(writeConfig({ keys: {} })).problems).toEqual([]);
});
