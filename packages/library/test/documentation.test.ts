import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIBRARY_ERROR_CODES } from '../src/errors.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('README.md lists the error codes in the words of the code', () => {
  const section = readme.split(/^## /m).find((part) => part.startsWith('Failures\n')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  expect(Object.fromEntries(cells.map(([, code = '', meaning = '']) => [code, meaning]))).toEqual(LIBRARY_ERROR_CODES);
});

test('README.md names only files that there are', () => {
  const files = [...readme.matchAll(/`((?:src|test)\/[\w/.-]+)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(() => readFileSync(new URL(`../${file}`, import.meta.url)), file).not.toThrow();
});
