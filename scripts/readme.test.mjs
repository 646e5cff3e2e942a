// Runs the examples of the documentation as a reader of it would: JavaScript by Node with what it prints held
// against the `text` block that follows, and the shell commands that end by themselves.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { childEnvironment, nodePath, root } from './setup.mjs';

// Below the root, so that Node finds the workspaces' packages from there.
const folder = mkdtempSync(path.join(root, 'node_modules/.readme-'));
const env = { ...childEnvironment(), NO_COLOR: '1' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fenced blocks of a document: language, code, and the block that follows directly. */
function blocksOf(file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1],
    code: match[2],
    end: match.index + match[0].length,
    start: match.index,
  }));
  return blocks.map((block, i) => {
    const next = blocks[i + 1];
    const follows = next && text.slice(block.end, next.start).trim() === '' ? next : undefined;
    return { ...block, output: follows?.language === 'text' ? follows.code : undefined };
  });
}

const examples = ['README.md', 'packages/core/README.md'].flatMap((file) =>
  blocksOf(file)
    .filter(({ language }) => language === 'js')
    .map((block, i) => ({ name: `${file}, JavaScript example ${i + 1}`, ...block })),
);

test.each(examples)('$name', ({ code, output }) => {
  const file = path.join(folder, 'example.mjs');
  writeFileSync(file, code);
  const { status, stdout, stderr } = spawnSync(nodePath(), [file], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  if (output !== undefined) expect(stdout).toBe(output);
});

const shellLines = blocksOf('README.md')
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.split('\n'));

test.each(shellLines.filter((line) => /npx lede .*(?:--\w+)/.test(line)))('%s', (line) => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replaceAll('npx lede', 'lede')], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('Gerasimov');
});

test('the API answers the requests that the README shows', async () => {
  const requests = shellLines.filter((line) => line.startsWith('curl'));
  expect(requests.length).toBeGreaterThan(0);
  const server = spawn(nodePath(), ['apps/api/bin/lede-api.js', '--port', '0'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const address = await addressOf(server);
    for (const request of requests) {
      const line = request.replace('http://127.0.0.1:8080', address).replace('curl', 'curl --fail-with-body');
      const { status, stdout } = await run(line);
      expect([line, status]).toEqual([line, 0]);
      expect(stdout).toMatch(/Gerasimov|World\./);
    }
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
});

/** Waits until a server says where it listens. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (address) resolve(address[0]);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => reject(new Error(`the server ended: ${output}`)));
  });
}

/** Runs a shell command without blocking the event loop, which reads what the server prints. */
function run(line) {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', line], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.once('close', (status) => resolve({ status, stdout }));
  });
}
