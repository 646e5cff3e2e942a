// `npm run size`: what a page pays for @lede/core, bundled and minified by esbuild, by what it imports.
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './setup.mjs';

/** What an app may import, and the parts of a bundle that are told apart. */
const IMPORTS = [
  ['everything', '*'],
  ['parse', '{ parse }'],
  ['parseHtml', '{ parseHtml }'],
  ['parseMarkdown', '{ parseMarkdown }'],
  ['parseText', '{ parseText }'],
];
const PARTS = [
  ['model', /src\/extract\/weights/],
  ['parse5', /node_modules\/(?:parse5|entities)\//],
  ['language detector', /node_modules\/tinyld\//],
  ['Markdown', /node_modules\/(?:micromark|mdast|unist|yaml|decode-named|character-entities)/],
  ['zod', /node_modules\/zod\//],
];

const kib = (bytes) => `${Math.round(bytes / 1024)} KiB`;
for (const [name, names] of IMPORTS) {
  const what = names === '*' ? `export * from '@lede/core'` : `export ${names} from '@lede/core'`;
  const { outputFiles, metafile } = await build({
    stdin: { contents: what, resolveDir: path.join(root, 'packages/core') },
    conditions: ['@lede/source'],
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    absWorkingDir: root,
    outfile: 'bundle.js',
  });
  const [file] = outputFiles;
  const inputs = Object.entries(Object.values(metafile.outputs)[0].inputs);
  const parts = PARTS.map(([part, pattern]) => [
    part,
    inputs.filter(([input]) => pattern.test(input)).reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0),
  ]).filter(([, bytes]) => bytes >= 1024);
  const told = parts.map(([part, bytes]) => `${part} ${kib(bytes)}`).join(', ');
  process.stdout.write(
    `${name.padEnd(14)} ${kib(file.contents.length).padStart(8)}  gzip ${kib(gzipSync(file.contents, { level: 9 }).length).padStart(7)}  (${told})\n`,
  );
}
