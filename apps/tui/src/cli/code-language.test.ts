import { expect, test } from 'vitest';
import { codeLanguageOfName } from './code-language.ts';

test('goes by the last extension, in any case, and by some names', () => {
  expect(codeLanguageOfName('src/main.PY')).toBe('python');
  expect(codeLanguageOfName('types.d.ts')).toBe('typescript');
  expect(codeLanguageOfName('a.b/Makefile')).toBe('makefile');
});

test('articles, other files and names of the prototype are no code', () => {
  for (const name of ['story.txt', 'README.md', 'page.html', 'notes', '.js', 'a.js/notes', 'x.constructor']) {
    expect(codeLanguageOfName(name)).toBeUndefined();
  }
});
