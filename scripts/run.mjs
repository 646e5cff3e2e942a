// `node scripts/run.mjs COMMAND [ARG …]`: sets up, then runs an installed command under the pinned Node.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { binPath, childEnvironment, nodePath, root, setUp } from './setup.mjs';

setUp();
const [command, ...args] = process.argv.slice(2);
const result = spawnSync(command === 'node' ? nodePath() : binPath(command), args, {
  cwd: root,
  env: childEnvironment(),
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = result.status ?? 1;
