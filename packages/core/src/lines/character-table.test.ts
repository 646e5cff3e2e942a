import { expect, test } from 'vitest';
import { characterTable, traitsOf } from './character-table.ts';

test('knows every code point, in whatever order they are met', () => {
  const table = characterTable();
  const unknown: string[] = [];
  for (let i = 0; i < 0x110000; i++) {
    const codePoint = (i * 7919) % 0x110000;
    if (traitsOf(codePoint, table) === 0) unknown.push(codePoint.toString(16));
  }
  expect(unknown).toEqual([]);
});
