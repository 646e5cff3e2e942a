// Installs what is needed, once. Runs under whatever Node the machine has, before anything is installed,
// so it uses nothing but Node's own modules and no recent syntax.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.lede-setup');
const OLDEST_NODE = 18;

/** Installs the dependencies unless they are installed already. Ends the process if that fails. */
export function setUp() {
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    fail(`Lede is set up by Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
  }
  process.stderr.write('Setting up: installing dependencies (once) …\n');
  const npm = npmCommand();
  const install = spawnSync(npm.file, [...npm.args, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    // What npm prints belongs to the set-up, not to the output of the command it is done for.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: npm.shell,
  });
  if (install.status !== 0) fail('The dependencies could not be installed; see the messages above.');
  writeFileSync(stampFile, stamp);
}

/** The Node that everything runs on: the pinned one where the platform has it, else the caller's. */
export function nodePath() {
  const pinned = path.join(modules, '.bin', 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Path of a command that a dependency installs. */
export function binPath(name) {
  return path.join(modules, '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** The environment for child processes: the pinned Node and the installed commands come first. */
export function childEnvironment() {
  const bin = path.join(modules, '.bin');
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH || ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
}

/** What an installation depends on: the lock file, the package files, and the platform. */
function wantedStamp() {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform} ${process.arch}`;
}

/** npm as the running `npm` command has it, or the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && script.endsWith('.js')
    ? { file: process.execPath, args: [script], shell: false }
    : { file: 'npm', args: [], shell: process.platform === 'win32' };
}

function fail(message) {
  process.stderr.write(`lede: ${message}\n`);
  process.exit(1);
}
