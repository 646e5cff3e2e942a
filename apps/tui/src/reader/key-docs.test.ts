import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../version.ts';
import { KEY_GROUPS } from './key-table.ts';
import { keyTables } from './key-docs.ts';
import { createKeymap } from './keymap.ts';

const folder = new URL('../../', import.meta.url);

test('the README lists the keys as they are; `node -C @lede/source scripts/docs.ts` writes them', () => {
  expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(keyTables());
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
});

test('no two commands of a mode share a key, and none hides the beginning of a sequence', () => {
  for (const mode of new Set(KEY_GROUPS.map((group) => group.mode))) {
    const keys = KEY_GROUPS.filter((group) => group.mode === mode).flatMap(({ bindings }) =>
      bindings.flatMap((binding) => binding.keys),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(keys.some((other) => other.startsWith(`${key} `))).toBe(false);
  }
});

test('every key does what the table says', () => {
  const keymap = createKeymap();
  for (const { mode, bindings } of KEY_GROUPS) {
    for (const { command, keys } of bindings) {
      for (const key of keys) expect(keymap.lookup(mode, key.split(' '))).toBe(command);
    }
  }
});

test('changed keys take the place of the ones in the table', () => {
  const keymap = createKeymap({ quit: ['x', 'g q'] });
  expect(keymap.lookup('read', ['x'])).toBe('quit');
  expect(keymap.lookup('read', ['g'])).toBe('prefix');
  expect(keymap.lookup('read', ['g', 'q'])).toBe('quit');
  expect(keymap.lookup('read', ['q'])).toBeUndefined();
});
