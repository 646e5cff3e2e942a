/**
 * Bundles the reader into `dist/`: an entry that loads scripts with the code that an earlier run compiled of them,
 * the main program, and one file for each part that is loaded only when needed (by `import()`). CommonJS, because
 * Node starts it faster than modules.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { CODECS } from '../src/pictures/decode/codecs.ts';
import { bundleInk } from './build-ink.ts';

const root: string = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require: NodeJS.Require = createRequire(import.meta.url);
const dist: string = path.join(root, 'dist');
/** The script that Node runs as a thread; all others are loaded by `src/boot/script-loader.ts`. */
const THREAD = 'picture-worker.js';
/** Sources that become files of their own, and the names of those. */
const chunks = new Map<string, string>([
  [path.join(root, 'src/main.ts'), 'main'],
  // Started as a thread, by its name.
  [path.join(root, 'src/chunks/picture-worker.ts'), path.parse(THREAD).name],
]);

/** Modules that are set up when one of these functions of theirs is first called: most articles need none of them. */
const LAZY: readonly { imported: RegExp; functions: readonly string[] }[] = [
  // Sets up the tables of all languages, for pages that name none.
  { imported: /^tinyld\/light$/, functions: ['detectAll'] },
  // Brings the reader of HTML, for Markdown that holds some.
  { imported: /\/mixed\.ts$/, functions: ['readMixed'] },
];

/** What all bundles share. */
const shared: BuildOptions = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  conditions: ['@lede/source'],
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  // A chunk is loaded by `require`, which the entry gives it.
  supported: { 'dynamic-import': false },
  plugins: [chunkPlugin(), defaultsPlugin(), lazyPlugin()],
};

await main();

async function main(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const files = new Map<string, string | Uint8Array>([['package.json', '{ "type": "commonjs" }\n']]);
  // Chunks are found while the ones that load them are bundled. One build each: a shared build would put
  // what two chunks use into files that both must load.
  for (const [source, name] of chunks) {
    if (name === 'ink') await bundleInk({ ...shared, entryPoints: [source] }, dist, files);
    else await bundle(`${name}.js`, source, files);
  }
  for (const [name, source] of Object.entries(CODECS)) files.set(name, readFileSync(require.resolve(source)));
  for (const [name, content] of files) {
    if (name.endsWith('.js')) files.set(name, name === THREAD ? ascii(content) : wrapped(ascii(content)));
  }
  for (const [name, content] of files) replaceFile(name, content);
  // Last: whoever finds the entry finds everything.
  replaceFile('lede.js', await entry(hashOf(files)));
  for (const name of readdirSync(dist)) {
    if (name !== 'lede.js' && !files.has(name) && !name.endsWith('.new')) {
      rmSync(path.join(dist, name), { recursive: true });
    }
  }
}

async function bundle(name: string, source: string, files: Map<string, string | Uint8Array>): Promise<void> {
  const { outputFiles } = await build({ ...shared, entryPoints: [source] });
  const [output] = outputFiles ?? [];
  if (output) files.set(name, output.contents);
}

/** The file that Node starts. `hash` tells it from the entry of any other build. */
async function entry(hash: string): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [path.join(root, 'src/boot/lede.ts')],
    define: { ...shared.define, BUILD: JSON.stringify(hash) },
    banner: { js: '#!/usr/bin/env node' },
  });
  const [output] = outputFiles ?? [];
  if (!output) throw new Error('the entry was not built');
  return output.text;
}

/**
 * A script in ASCII, which is read without decoding and held as one byte a character. esbuild escapes strings; what
 * is left stands in regular expressions, where two escaped halves are one character as well.
 */
function ascii(script: string | Uint8Array): string {
  const source = typeof script === 'string' ? script : Buffer.from(script).toString('utf8');
  if (/\\[^\0-\x7F]/.test(source)) throw new Error('a character beyond ASCII is escaped already');
  return source.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A CommonJS script as the function that the loader calls: it would have to copy the script to make one. */
function wrapped(script: string): string {
  return `(function(exports,require,module,__dirname){${script}\n})`;
}

/** Short, and another one for any other content of the files. */
function hashOf(files: ReadonlyMap<string, string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(name).update(content);
  return hash.digest('hex').slice(0, 16);
}

/** In one step, so that a reader that runs meanwhile finds the old file or the new, never half of one. */
function replaceFile(name: string, content: string | Uint8Array): void {
  const fresh = path.join(dist, `${name}.${process.pid}.new`);
  writeFileSync(fresh, content, { mode: name === 'lede.js' ? 0o755 : 0o644 });
  renameSync(fresh, path.join(dist, name));
}

/**
 * Makes every source that is loaded by `import()` a bundle of its own, loaded when that runs. Bundled into
 * the file that loads it, it would keep all it shares with that file from being left out.
 */
function chunkPlugin(): Plugin {
  return {
    name: 'chunks',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\..*\.tsx?$/ }, ({ kind, path: request, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const source = path.join(resolveDir, request);
        const name = chunks.get(source) ?? freeName(path.parse(source).name);
        chunks.set(source, name);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

function lazyPlugin(): Plugin {
  return {
    name: 'lazy',
    setup(esbuild) {
      for (const { imported, functions } of LAZY) {
        esbuild.onResolve({ filter: imported }, ({ kind, path: request, resolveDir }) =>
          kind === 'import-statement'
            ? { path: request, namespace: 'lazy', pluginData: { resolveDir, functions } }
            : null,
        );
      }
      esbuild.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: request, pluginData }) => {
        const { resolveDir, functions } = pluginData as { resolveDir: string; functions: readonly string[] }; // set just above
        const contents = functions.map(
          (name) => `export const ${name} = (...args) => require('${request}').${name}(...args);`,
        );
        return { contents: contents.join('\n'), resolveDir };
      });
    },
  };
}

/**
 * Gives `import path from 'node:path'` and the like the module itself. esbuild would first copy all its properties,
 * once for each file that imports it: a millisecond before the first frame.
 */
function defaultsPlugin(): Plugin {
  return {
    name: 'defaults',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^node:(?:path|process)$/ }, ({ kind, path: request, namespace, importer }) =>
        kind === 'import-statement' && namespace === 'file' && !importer.includes('node_modules')
          ? { path: request, namespace: 'default' }
          : undefined,
      );
      esbuild.onLoad({ filter: /.*/, namespace: 'default' }, ({ path: request }) => ({
        contents: `const builtin = require('${request}');\nexport default builtin;\n`,
      }));
    },
  };
}

function freeName(wanted: string): string {
  const taken = new Set(chunks.values());
  let name = wanted;
  for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
  return name;
}
