import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CodeCache } from './code-cache.ts';
import { ScriptLoader } from './script-loader.ts';

let folder = '';
let caches = '';
function writeScript(name: string, source: string): void {
  writeFileSync(path.join(folder, name), `(function(exports,require,module,__dirname){${source}\n})`);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lede-scripts-'));
  caches = path.join(folder, 'caches');
  writeScript('main.js', "exports.sum = () => require('./part.js').one + require('node:path').sep.length;");
  writeScript(
    'part.js',
    'globalThis.loads = (globalThis.loads ?? 0) + 1; module.exports = { one: 1, folder: __dirname };',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function loader(): ScriptLoader {
  return new ScriptLoader(folder, createRequire(import.meta.url), new CodeCache(caches, 'build'));
}

/** Loads the scripts, runs them and keeps their code; how many were not kept before. */
function start(): number {
  const scripts = loader();
  expect((scripts.require('./main.js') as { sum: () => number }).sum()).toBe(2);
  const before = readdirSync(folder).includes('caches') ? readdirSync(caches).length : 0;
  scripts.keepCode();
  return readdirSync(caches).length - before;
}

test('loads scripts as CommonJS does, each once', () => {
  const scripts = loader();
  expect(scripts.require('./part.js')).toBe(scripts.require('./part.js'));
  expect(scripts.require('./part.js')).toEqual({ one: 1, folder });
  expect(() => scripts.require('./none.js')).toThrow(/ENOENT/);
});

test('keeps the code of what was loaded, and the next start takes it', () => {
  expect(start()).toBe(2);
  expect(start()).toBe(0);
});

test('code that is damaged, or of another script, is passed over and replaced', () => {
  start();
  for (const name of readdirSync(caches)) writeFileSync(path.join(caches, name), 'no code');
  rmSync(path.join(caches, readdirSync(caches)[0] ?? ''));
  expect(start()).toBe(1);
  const sizes = readdirSync(caches, { withFileTypes: true }).length;
  expect(sizes).toBe(2);
});

test('without a folder for caches everything loads all the same', () => {
  const scripts = new ScriptLoader(folder, createRequire(import.meta.url), undefined);
  expect(scripts.require('./part.js')).toEqual({ one: 1, folder });
  scripts.keepCode();
});
