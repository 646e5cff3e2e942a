import { expect, test } from 'vitest';
import { loadHighlighter } from './load-highlighter.ts';
import { Style } from './style.ts';

const highlighter = await loadHighlighter();

/** Tokens as `style:text`. */
function tokens(code: string, language: string | undefined): string[] | undefined {
  const names = new Map(Object.entries(Style).map(([name, bit]) => [bit, name]));
  return highlighter(code, language)?.map(({ start, end, style }) => `${names.get(style)}:${code.slice(start, end)}`);
}

test('tokens have the roles of the language', () => {
  expect(tokens('const a = 1; // one', 'js')).toEqual(['keyword:const', 'number:1', 'comment:// one']);
});

test('what is inside a token goes by its own role, the rest by the one around it', () => {
  expect(tokens('`a${b}`', 'ts')).toEqual(['string:`a', 'variable:${b}', 'string:`']);
});

test('a language it does not know, or none, is left plain', () => {
  expect(tokens('const a', 'no-such-language')).toBeUndefined();
  expect(tokens('const a', undefined)).toBeUndefined();
});
