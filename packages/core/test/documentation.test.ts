import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INVARIANTS } from '../src/article/invariants.ts';
import { DIAGNOSTIC_CODES, ERROR_CODES } from '../src/errors.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, as first cell -> second cell without code marks. */
function tableUnder(heading: string): Record<string, string> {
  const section = readme.split(/^#{2,4} /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`README.md has no section ${heading}`);
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const cells = rows.slice(2).map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  return Object.fromEntries(cells.map(([, first = '', second = '']) => [first, second]));
}

test.each([
  ['Error codes', ERROR_CODES],
  ['Diagnostic codes', DIAGNOSTIC_CODES],
  ['Invariants', INVARIANTS],
])('README.md lists under %s what the code has, in the same words', (heading, catalogue) => {
  expect(tableUnder(heading)).toEqual(catalogue);
});
