import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineCommandTable } from './line-command-docs.ts';
import { LINE_COMMANDS, readCommand } from './line-commands.ts';

test.each([
  ['', { name: 'next', argument: '' }],
  ['  ', { name: 'next', argument: '' }],
  ['j 3', { name: 'next', argument: '3' }],
  [']2', { name: 'heading', argument: '2' }],
  ['Heading Before 3', { name: 'heading before', argument: '3' }],
  ['heading', { name: 'heading', argument: '' }],
  ['/two words ', { name: 'find', argument: 'two words' }],
  ['find Two Words', { name: 'find', argument: 'Two Words' }],
  ['50%', { name: 'percent', argument: '50' }],
  ['12', { name: 'links', argument: '12' }],
  ['f 12', { name: 'follow', argument: '12' }],
  ["'a", { name: 'to', argument: 'a' }],
  ['n', { name: 'next match', argument: '' }],
  ['N', { name: 'previous match', argument: '' }],
  ['h What  he said', { name: 'highlight', argument: 'What  he said' }],
])('%j is a command', (line, command) => expect(readCommand(line)).toEqual(command));

test.each(['nonsense', 'nextt', 'headings', 'hello there'])('%j is none', (line) => {
  expect(readCommand(line)).toBeUndefined();
});

test('every command is understood by its name and by its short form', () => {
  for (const { name, ...rest } of LINE_COMMANDS) {
    expect(readCommand(name)?.name).toBe(name);
    if ('short' in rest) expect(readCommand(rest.short)?.name).toBe(name);
  }
});

test('the README lists the commands as they are; `node -C @lede/source scripts/docs.ts` writes them', () => {
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(lineCommandTable());
});
