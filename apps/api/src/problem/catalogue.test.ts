import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@lede/core';
import { expect, test } from 'vitest';
import { PROBLEM_CODES, PROBLEMS } from './catalogue.ts';
import { failed, problemOf } from './problem.ts';

test('README.md lists every code with its status and title, and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| (\d{3}) +\| `([a-z-]+)` +\| (.*?) +\|$/gm)].map((row) => row.slice(1, 4));
  expect(rows).toEqual(PROBLEM_CODES.map((code) => [String(PROBLEMS[code].status), code, PROBLEMS[code].title]));
});

test('every code of the core has a status', () => {
  expect(PROBLEM_CODES).toEqual(expect.arrayContaining(Object.keys(ERROR_CODES)));
});

test('a problem stays short, whatever it quotes', () => {
  const long = 'x'.repeat(1_000_000);
  const errors = Array.from({ length: 5000 }, () => ({ detail: long, pointer: `/${long}` }));
  const { failure } = failed('request-invalid', long, errors);
  expect(JSON.stringify(problemOf(failure, 'id')).length).toBeLessThan(60_000);
  expect(failure.errors?.[0]).not.toHaveProperty('pointer');
});

test('what failed inside stays inside', () => {
  const failure = { code: 'internal', detail: 'secret', trace: 'at secret.ts' } as const;
  expect(JSON.stringify(problemOf(failure, 'id'))).not.toContain('secret');
});
