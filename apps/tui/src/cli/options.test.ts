import { expect, test } from 'vitest';
import { parseArguments } from './options.ts';

const message = (args: string[]) => {
  const parsed = parseArguments(args);
  return parsed.kind === 'usage' ? parsed.message : parsed.kind;
};

test('takes files in order, and - as one of them', () => {
  expect(parseArguments(['a.md', '-', 'b.txt'])).toEqual({
    kind: 'read',
    options: { inputs: ['a.md', '-', 'b.txt'], everything: false, watch: false, screenReader: false },
  });
});

test('takes a value after a space or an equals sign', () => {
  const expected = {
    kind: 'read',
    options: { inputs: [], everything: false, watch: false, screenReader: false, width: 60 },
  };
  expect(parseArguments(['--width', '60'])).toEqual(expected);
  expect(parseArguments(['--width=60'])).toEqual(expected);
  expect(parseArguments(['-w', '60'])).toEqual(expected);
});

test('takes everything after -- as a file', () => {
  expect(parseArguments(['--', '--json'])).toEqual({
    kind: 'read',
    options: { inputs: ['--json'], everything: false, watch: false, screenReader: false },
  });
});

test('joins short switches', () => {
  expect(parseArguments(['-Vh'])).toEqual({ kind: 'help' });
});

test('knows short names of the media types', () => {
  expect(parseArguments(['-t', 'markdown'])).toMatchObject({ options: { mediaType: 'text/markdown' } });
  expect(parseArguments(['-t', 'text/html'])).toMatchObject({ options: { mediaType: 'text/html' } });
});

test('takes highlights for a word of its own, with the articles that are meant', () => {
  expect(parseArguments(['highlights'])).toEqual({ kind: 'highlights', format: 'markdown', inputs: [] });
  expect(parseArguments(['highlights', '--json', 'a.md'])).toEqual({
    kind: 'highlights',
    format: 'json',
    inputs: ['a.md'],
  });
  expect(message(['highlights', '--html'])).toBe('highlights are written as --markdown, --json or --text');
});

test('says what is wrong with a command line', () => {
  expect(message(['--jsn'])).toBe('unknown option --jsn');
  expect(message(['-x'])).toBe('unknown option -x');
  expect(message(['--width'])).toBe('--width needs a value: COLUMNS');
  expect(message(['--width', 'wide'])).toBe('--width is "wide", not 0 or 20 to 200');
  expect(message(['--width', '7'])).toBe('--width is "7", not 0 or 20 to 200');
  expect(message(['--json=yes'])).toBe('--json takes no value');
  expect(message(['--json', '--html'])).toBe('--html and --json exclude each other');
});
