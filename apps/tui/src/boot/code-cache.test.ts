import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, CodeCache } from './code-cache.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'lede-code-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('is where XDG says, else below home, and nowhere for those who want none', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches', HOME: '/home/ann' })).toBe('/caches/lede');
  expect(cacheFolder({ XDG_CACHE_HOME: 'caches', HOME: '/home/ann' })).toBe('/home/ann/.cache/lede');
  expect(cacheFolder({})).toBeUndefined();
  expect(cacheFolder({ HOME: '/home/ann', NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined();
});

test('gives back what was written, to the same build only', () => {
  const cache = new CodeCache(path.join(folder, 'made', 'here'), 'one');
  expect(cache.read('main.js')).toBeUndefined();
  cache.write('main.js', Buffer.from('code'));
  expect(String(cache.read('main.js'))).toBe('code');
  expect(new CodeCache(path.join(folder, 'made', 'here'), 'two').read('main.js')).toBeUndefined();
});

test('drops what was written long ago, and leaves no half of a file', () => {
  const old = path.join(folder, 'main.js-zero-v1-x64');
  writeFileSync(old, '');
  utimesSync(old, 0, 0);
  const cache = new CodeCache(folder, 'one');
  cache.write('main.js', Buffer.from('code'));
  expect(readdirSync(folder)).toHaveLength(1);
});

test('takes no code that another user wrote', ({ skip }) => {
  const { geteuid } = process;
  if (!geteuid) return skip();
  const cache = new CodeCache(folder, 'one');
  cache.write('main.js', Buffer.from('code'));
  process.geteuid = () => geteuid() + 1;
  try {
    expect(cache.read('main.js')).toBeUndefined();
  } finally {
    process.geteuid = geteuid;
  }
});

test('where nothing can be written, nothing is', () => {
  writeFileSync(path.join(folder, 'file'), '');
  const cache = new CodeCache(path.join(folder, 'file', 'below'), 'one');
  cache.write('main.js', Buffer.from('code'));
  expect(cache.read('main.js')).toBeUndefined();
  // A folder stands where the file would.
  const other = new CodeCache(folder, 'one');
  other.write('a.js', Buffer.from('code'));
  const name = readdirSync(folder).find((entry) => entry !== 'file') ?? '';
  rmSync(path.join(folder, name));
  mkdirSync(path.join(folder, name));
  other.write('a.js', Buffer.from('code'));
  expect(other.read('a.js')).toBeUndefined();
});
