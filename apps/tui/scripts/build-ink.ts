/**
 * Bundles Ink so that it starts and draws fast. This is the one file that replaces parts of Ink:
 *
 * - `yoga-layout` is instantiated at once instead of through `fetch` and a top-level await, which would
 *   pull half of Node's networking in;
 * - `ink/build/output.js` becomes `src/ink/output.ts`, which does not take rows that are styled already
 *   apart into cells;
 * - the developer tools are left out, and so is what restores the cursor at exit: the session does that.
 *
 * The result is tried out right here; where an update of Ink or Yoga no longer fits, stock Ink is bundled.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { mount } from '../src/chunks/ink.tsx';

type Files = Map<string, string | Uint8Array>;

const require: NodeJS.Require = createRequire(import.meta.url);
const OUTPUT: string = fileURLToPath(new URL('../src/ink/output.ts', import.meta.url));
const STOCK = 'ink-stock.mjs';

/** Adds `ink.js`, and what it loads, to `files`. `scratch` is a folder to try it out in. */
export async function bundleInk(options: BuildOptions, scratch: string, files: Files): Promise<void> {
  const lean = await tryLean(options, scratch);
  if (lean instanceof Map) {
    for (const [name, content] of lean) files.set(name, content);
    return;
  }
  process.stderr.write(`lede: building with stock Ink, which is slower: ${lean}\n`);
  const { outputFiles } = await build({
    ...options,
    format: 'esm',
    supported: {},
    plugins: [...(options.plugins ?? []), virtual('devtools', /^react-devtools-core$/, () => 'export default {};')],
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  });
  files.set(STOCK, outputFiles?.[0]?.contents ?? '');
  files.set('ink.js', `exports.mount = async (...args) => (await import('./${STOCK}')).mount(...args);\n`);
}

/** Bundles with the replacements and draws one frame; says what went wrong. */
async function tryLean(options: BuildOptions, scratch: string): Promise<Files | string> {
  const files: Files = new Map();
  const replaced = new Set<string>();
  const plugins = [
    ...(options.plugins ?? []),
    withoutDevtools(),
    ownCursor(),
    leanYoga(files, replaced),
    leanOutput(replaced),
  ];
  const folder = mkdtempSync(path.join(scratch, 'try-'));
  try {
    const { outputFiles } = await build({ ...options, plugins, logLevel: 'silent' });
    for (const part of ['yoga', 'output']) if (!replaced.has(part)) return `Ink no longer has ${part}`;
    files.set('ink.js', outputFiles?.[0]?.contents ?? '');
    for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }');
    const frame = await drawSample(path.join(folder, 'ink.js'));
    return frame.includes('one') && frame.includes('two') ? files : 'the sample frame came out wrong';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Draws two rows with the bundle and returns what was written. */
async function drawSample(bundle: string): Promise<string> {
  const ink = require(bundle) as { mount: typeof mount }; // just bundled from it
  let written = '';
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 20, rows: 2 });
  screen.on('data', (chunk) => (written += String(chunk)));
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => keys });
  const rows = ['one', 'two'];
  const reader = { frame: () => rows, subscribe: () => () => {}, press: () => {}, paste: () => {} };
  const mounted = await ink.mount(reader, { screen, keys } as unknown as Parameters<typeof mount>[1]); // streams for a terminal
  mounted.unmount();
  return written;
}

/** Ink awaits its developer tools where `DEV` is set; CommonJS cannot await, and a build has no use for them. */
function withoutDevtools(): Plugin {
  return {
    name: 'devtools',
    setup(esbuild) {
      esbuild.onLoad({ filter: /ink[\\/]build[\\/]reconciler\.js$/ }, ({ path: file }) => {
        const source = readFileSync(file, 'utf8');
        // If Ink came to await anything else, the build would fail, and stock Ink serve.
        const contents = source
          .replace("await import('./devtools.js')", 'undefined')
          .replace('await loadPackageJson()', '{}');
        return { contents };
      });
    },
  };
}

/** Hides and shows the cursor, without a hook of its own at the end of the process. */
function ownCursor(): Plugin {
  const source = `const write = (final) => (stream) => stream.isTTY && stream.write('\\u001B[?25' + final);
    export default { show: write('h'), hide: write('l') };`;
  return virtual('cursor', /^cli-cursor$/, () => source);
}

/** Yoga from a file of its own, compiled and instantiated in one go. */
function leanYoga(files: Files, replaced: Set<string>): Plugin {
  return virtual('yoga', /^yoga-layout$/, (resolveDir) => {
    replaced.add('yoga');
    const folder = path.dirname(require.resolve('yoga-layout', { paths: [resolveDir] }));
    const binary = path.join(folder, '../binaries/yoga-wasm-base64-esm.js');
    const code = readFileSync(binary, 'utf8').match(/data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/)?.[1];
    if (code === undefined) throw new Error('Yoga keeps its code elsewhere');
    files.set('yoga.wasm', Buffer.from(code, 'base64'));
    return `
      import { readFileSync } from 'node:fs';
      import { join } from 'node:path';
      import load from ${JSON.stringify(binary)};
      import wrapAssembly from ${JSON.stringify(path.join(folder, 'wrapAssembly.js'))};
      const assembly = {
        instantiateWasm(imports, done) {
          const wasm = new WebAssembly.Module(readFileSync(join(__dirname, 'yoga.wasm')));
          const instance = new WebAssembly.Instance(wasm, imports);
          done(instance);
          return instance.exports;
        },
      };
      load(assembly);
      export default wrapAssembly(assembly);
      export * from ${JSON.stringify(path.join(folder, 'generated/YGEnums.js'))};`;
  });
}

function leanOutput(replaced: Set<string>): Plugin {
  return {
    name: 'output',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\.\/output\.js$/ }, ({ importer }) => {
        if (!importer.endsWith(path.join('ink', 'build', 'renderer.js'))) return undefined;
        replaced.add('output');
        return { path: OUTPUT };
      });
    },
  };
}

/** A module whose source is made here; `source` gets the folder of the module that imports it. */
function virtual(name: string, filter: RegExp, source: (resolveDir: string) => string): Plugin {
  return {
    name,
    setup(esbuild) {
      esbuild.onResolve({ filter }, ({ path: request, resolveDir }) => ({
        path: request,
        namespace: name,
        pluginData: { resolveDir },
      }));
      esbuild.onLoad({ filter: /.*/, namespace: name }, ({ pluginData }) => {
        const { resolveDir } = pluginData as { resolveDir: string }; // set just above
        return { contents: source(resolveDir), resolveDir };
      });
    },
  };
}
