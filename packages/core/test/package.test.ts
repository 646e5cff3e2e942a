/**
 * The package as users get it: packed, put into an empty folder next to nothing but the dependencies it
 * declares, and imported. Needs the build (`npm test` makes it).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const core = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const root = path.dirname(path.dirname(core));
const tools = path.join(root, 'node_modules/.bin');
const manifest = JSON.parse(readFileSync(path.join(core, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
};
const folder = mkdtempSync(path.join(tmpdir(), 'lede-package-'));
const installed = path.join(folder, 'node_modules/@lede/core');

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: core, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', path.join(folder, filename), '-C', installed, '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies)) {
    const target = [path.join(core, 'node_modules', name), path.join(root, 'node_modules', name)].find(existsSync);
    const link = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(target as string, link); // a missing dependency fails right here
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program in the folder and returns what it printed. */
function run(file: string, args: readonly string[]): string {
  return execFileSync(file, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

test('every file that package.json exports is in the package', () => {
  const targets = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>),
  );
  const files = targets.filter((file) => !file.startsWith('./src/')); // the source is for this repository only
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(path.join(installed, file)), file).toBe(true);
});

test('plain JavaScript imports it, parses and validates', () => {
  const program = `
    import { parse, validate } from '@lede/core';
    const result = parse('A title\\n\\nOne. Two.', { mediaType: 'text/plain' });
    console.log(JSON.stringify([validate(result.article).ok, result.article.meta.title, result.article.sentences.length]));
  `;
  writeFileSync(path.join(folder, 'main.js'), program);
  expect(JSON.parse(run(process.execPath, ['main.js']))).toEqual([true, 'A title', 2]);
});

test('TypeScript under nodenext finds its types, and they are sound by themselves', () => {
  writeFileSync(
    path.join(folder, 'main.ts'),
    `import { parse, type Article } from '@lede/core';
     const result = parse('Hello.');
     if (result.ok) { const article: Article = result.article; console.log(article.text); }
     // @ts-expect-error: an article has no body
     if (result.ok) console.log(result.article.body);`,
  );
  const flags = ['--module', 'nodenext', '--strict', '--exactOptionalPropertyTypes', '--noEmit', '--lib', 'es2024,dom'];
  expect(run(path.join(tools, 'tsc'), [...flags, '--types', '', 'main.ts'])).toBe('');
}, 60_000);

test('publint and attw find nothing wrong with it', () => {
  const copy = path.join(folder, 'checked');
  cpSync(installed, copy, { recursive: true });
  expect(run(path.join(tools, 'publint'), ['run', copy, '--strict'])).toContain('All good!');
  // attw ends with an error, and so throws here, when it finds a problem.
  const args = ['--pack', copy, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
  expect(run(path.join(tools, 'attw'), args)).toContain('node16 (from ESM): OK (ESM)');
}, 60_000);
