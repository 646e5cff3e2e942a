import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { attacks, type Literal, regexLiterals } from './regular-expressions.ts';

const SOURCES = path.join(import.meta.dirname, '../src');
/** So long that the square of it is nothing, and its cube takes longer than the patience below. */
const TIMES = 2000;
/** Milliseconds for all attacks on one expression; an expression that explodes would take years. */
const PATIENCE = 20_000;

const literals = new Map<string, Literal>();
for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.endsWith('weights.ts')) continue;
  for (const literal of regexLiterals(readFileSync(path.join(SOURCES, file), 'utf8')))
    literals.set(`${file} /${literal.source}/${literal.flags}`, literal);
}

function resists(literal: Literal, patience = PATIENCE): boolean {
  const search = `for (const attack of attacks) { const regex = new RegExp(source, flags); regex.exec(attack); attack.replace(regex, ''); }`;
  try {
    runInNewContext(search, { ...literal, attacks: attacks(literal, TIMES) }, { timeout: patience });
    return true;
  } catch (error) {
    // Of another realm, so no instance of this one's Error.
    const isLate = typeof error === 'object' && error !== null && 'code' in error;
    if (isLate && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

test('finds the expressions of the code, and such as explode', () => {
  expect(regexLiterals("const a = /x[/]\\/y/gi; // /no/\nb = c / d / e; f(/z/, '/no/');")).toEqual([
    { source: 'x[/]\\/y', flags: 'gi' },
    { source: 'z', flags: '' },
  ]);
  expect(literals.size).toBeGreaterThan(200);
  expect(resists({ source: '^(?:a+)+$', flags: '' }, 500)).toBe(false);
});

test('no regular expression of the core explodes on what it looks for, many times over', { timeout: 600_000 }, () => {
  const weak = [...literals].filter(([, literal]) => !resists(literal)).map(([name]) => name);
  expect(weak).toEqual([]);
});
