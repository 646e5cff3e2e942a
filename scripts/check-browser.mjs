// Bundles @lede/core for a page, parses one article of each kind in a real Chromium, and compares what comes
// out with Node's result. Looks for Chromium in CHROMIUM, then on the path.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from './setup.mjs';

const seeds = path.join(root, 'seeds');
const seed = readdirSync(seeds).find((name) => name.endsWith('.txt'));
const inputs = [
  { input: readFileSync(path.join(seeds, seed), 'utf8'), options: { mediaType: 'text/plain' } },
  { input: '# Title\n\nA *b* [c](https://d.example/)[^1].\n\n[^1]: Note.\n', options: { mediaType: 'text/markdown' } },
  { input: '<h1>T</h1><p>One <b>two</b>.<ul><li>three</ul>', options: { mediaType: 'text/html' } },
];
const program = `
  import { parse, validate } from '@lede/core';
  globalThis.parseAll = (inputs) => inputs.map(({ input, options }) => {
    const result = parse(input, options);
    return { result, valid: result.ok && validate(JSON.parse(JSON.stringify(result.article))).ok };
  });
`;

const bundle = async (format) => {
  const result = await build({
    stdin: { contents: program, resolveDir: path.join(root, 'packages/core') },
    bundle: true,
    minify: true,
    write: false,
    format,
    platform: 'browser',
    target: 'es2023',
  });
  return result.outputFiles[0].text;
};

const script = await bundle('iife');
const page = `<!doctype html><meta charset=utf-8><title>Check</title><script src="/bundle.js"></script>`;
const server = createServer((request, response) => {
  const isScript = request.url === '/bundle.js';
  response.writeHead(200, { 'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' });
  response.end(isScript ? script : page);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  const inBrowser = await tab.evaluate((list) => globalThis.parseAll(list), inputs);
  assert.deepEqual(errors, []);
  const { parse } = await import('@lede/core');
  inputs.forEach(({ input, options }, i) => {
    assert.equal(inBrowser[i].valid, true, `${options.mediaType} is valid in the browser`);
    assert.deepEqual(inBrowser[i].result, JSON.parse(JSON.stringify(parse(input, options))), options.mediaType);
  });
  const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
  process.stdout.write(`browser: ${inputs.length} articles equal to Node's in Chromium ${browser.version()}; `);
  process.stdout.write(`bundle ${kib(script.length)} minified, ${kib(gzipSync(script).length)} gzipped\n`);
} finally {
  await browser.close();
  server.close();
}

function findChromium() {
  const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean);
  const found = names.find((name) => spawnSync(name, ['--version']).status === 0);
  if (!found) {
    process.stderr.write('check-browser: no Chromium; install it or set CHROMIUM to its path.\n');
    process.exit(1);
  }
  const located = spawnSync('sh', ['-c', `command -v "${found}"`], { encoding: 'utf8' });
  return located.stdout.trim() || found;
}
