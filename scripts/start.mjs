// `npm start [-- FILE …]`: sets up, builds, and opens the seed article (or FILE) in the reader.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { nodePath, root, setUp } from './setup.mjs';

setUp();
build('@lede/tui');

const seeds = path.join(root, 'seeds');
const seed = readdirSync(seeds).find((name) => name.endsWith('.txt'));
const args = process.argv.length > 2 ? process.argv.slice(2) : [path.join(seeds, seed)];
const reader = spawn(nodePath(), [path.join(root, 'apps/tui/dist/lede.js'), ...args], { stdio: 'inherit' });
// The reader decides how it ends; this process only passes it on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => reader.kill(signal));
reader.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
