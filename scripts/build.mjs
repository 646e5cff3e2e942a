// Builds what has changed since the last build (turbo keeps track), quietly unless something fails.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { binPath, childEnvironment, root } from './setup.mjs';

/** Builds a package and what it depends on. Ends the process if that fails. */
export function build(packageName) {
  const result = spawnSync(
    binPath('turbo'),
    ['run', 'build', `--filter=${packageName}`, '--output-logs=errors-only', '--no-daemon'],
    {
      cwd: root,
      env: childEnvironment(),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout || ''}${result.stderr || ''}`);
  process.stderr.write(`lede: ${packageName} could not be built.\n`);
  process.exit(1);
}
