/**
 * Bundles the reader into `dist/`: a tiny entry, the main program, and one file for each part that is loaded
 * only when needed (`src/chunks/`). CommonJS, because Node starts it faster than modules.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { bundleInk } from './build-ink.ts';

const root: string = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const chunks: string = path.join(root, 'src/chunks');
const dist: string = path.join(root, 'dist');

/** The file that Node starts: it switches the compile cache on before anything large is compiled. */
const ENTRY = `#!/usr/bin/env node
'use strict';
require('node:module').enableCompileCache();
require('./main.js');
`;

/** What all bundles share. */
const shared: BuildOptions = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  conditions: ['source'],
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  // A chunk is loaded by `require`, which the compile cache serves best.
  supported: { 'dynamic-import': false },
  plugins: [chunkPlugin()],
};

await main();

async function main(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const files = new Map<string, string | Uint8Array>([['package.json', '{ "type": "commonjs" }\n']]);
  const plain = readdirSync(chunks).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  await Promise.all([
    bundle('main.js', path.join(root, 'src/main.ts'), files),
    // One build each: a shared build would put what two chunks use into files that both must load.
    ...plain.map((name) => bundle(name.replace(/ts$/, 'js'), path.join(chunks, name), files)),
    bundleInk({ ...shared, entryPoints: [path.join(chunks, 'ink.tsx')] }, dist, files),
  ]);
  for (const [name, content] of files) replaceFile(name, content);
  // Last: whoever finds the entry finds everything.
  replaceFile('lede.js', ENTRY);
  for (const name of readdirSync(dist)) {
    if (name !== 'lede.js' && !files.has(name) && !name.endsWith('.new'))
      rmSync(path.join(dist, name), { recursive: true });
  }
}

async function bundle(name: string, entry: string, files: Map<string, string | Uint8Array>): Promise<void> {
  const { outputFiles } = await build({ ...shared, entryPoints: [entry] });
  const [output] = outputFiles ?? [];
  if (output) files.set(name, output.contents);
}

/** In one step, so that a reader that runs meanwhile finds the old file or the new, never half of one. */
function replaceFile(name: string, content: string | Uint8Array): void {
  const fresh = path.join(dist, `${name}.${process.pid}.new`);
  writeFileSync(fresh, content, { mode: name === 'lede.js' ? 0o755 : 0o644 });
  renameSync(fresh, path.join(dist, name));
}

/** Turns `import('…/chunks/x.ts')` into a load of the bundle `dist/x.js`. */
function chunkPlugin(): Plugin {
  return {
    name: 'chunks',
    setup(esbuild) {
      esbuild.onResolve({ filter: /\/chunks\/[\w-]+\.tsx?$/ }, ({ kind, path: request }) =>
        kind === 'dynamic-import' ? { path: `./${path.parse(request).name}.js`, external: true } : undefined,
      );
    },
  };
}
