import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect } from 'vitest';

/** Compares with `test/fixtures/screens/<name>.txt`, which is written only under `UPDATE=1`. */
export function expectGolden(name: string, actual: string): void {
  const file = path.join(import.meta.dirname, 'fixtures/screens', `${name}.txt`);
  if (process.env['UPDATE'] === '1') writeFileSync(file, actual);
  if (!existsSync(file)) throw new Error(`${name}.txt is missing; UPDATE=1 writes it`);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
