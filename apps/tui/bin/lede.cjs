#!/usr/bin/env node
// The command of a checkout: builds the reader the first time, then starts it.
'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');

const OLDEST_NODE = 22;
const built = path.join(__dirname, '../dist/lede.js');
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(`lede: needs Node ${OLDEST_NODE} or newer; this is ${process.version}\n`);
  process.exitCode = 1;
} else if (existsSync(built) || build()) {
  require(built);
} else {
  process.stderr.write('lede: the reader is not built; run `npm run build`\n');
  process.exitCode = 1;
}

function build() {
  const script = path.join(__dirname, '../scripts/build.ts');
  if (!existsSync(script)) return false;
  const { spawnSync } = require('node:child_process');
  return spawnSync(process.execPath, ['-C', '@lede/source', script], { stdio: ['ignore', 2, 2] }).status === 0;
}
