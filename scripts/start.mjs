// `npm start [-- ARGUMENT …]`: the reader, on the seed article unless an argument says otherwise.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { launch } from './launch.mjs';
import { root } from './setup.mjs';

const seeds = path.join(root, 'seeds');
const seed = path.join(
  seeds,
  readdirSync(seeds).find((name) => name.endsWith('.txt')),
);
const args = process.argv.slice(2);
launch({ name: '@lede/tui', command: 'apps/tui/bin/lede.cjs' }, args.length > 0 ? args : [seed]);
