#!/usr/bin/env node
// The command of a checkout: builds the reader the first time, then starts it.
'use strict';
const OLDEST_NODE = 22;
const BUILT = '../dist/lede.js';

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(`lede: needs Node ${OLDEST_NODE} or newer; this is ${process.version}\n`);
  process.exitCode = 1;
} else {
  try {
    start();
  } catch (error) {
    // Asked first, the file system would answer every other start as well.
    if (error.code !== 'MODULE_NOT_FOUND' || error.requireStack?.[0] !== __filename) throw error;
    if (build()) {
      start();
    } else {
      process.stderr.write('lede: the reader is not built; run `npm run build`\n');
      process.exitCode = 1;
    }
  }
}

function start() {
  require(BUILT);
}

function build() {
  const { existsSync } = require('node:fs');
  const script = require('node:path').join(__dirname, '../scripts/build.ts');
  if (!existsSync(script)) return false;
  const { spawnSync } = require('node:child_process');
  return spawnSync(process.execPath, ['-C', '@lede/source', script], { stdio: ['ignore', 2, 2] }).status === 0;
}
