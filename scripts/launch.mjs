// Sets up, builds an app, and runs it in this terminal until it ends.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { binPath, childEnvironment, nodePath, root, setUp } from './setup.mjs';

/** Runs the built `app` (its package's name and the file of its command) with `args`; this process ends as it does. */
export function launch(app, args) {
  setUp();
  build(app.name);
  const child = spawn(nodePath(), [path.join(root, app.command), ...args], { stdio: 'inherit' });
  // The app decides how it ends. A terminal sends ^C and a hang-up to both; only SIGTERM has to be passed on.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

/** Builds what has changed since the last build (turbo keeps track), quietly unless something fails. */
function build(name) {
  const flags = [`--filter=${name}`, '--output-logs=errors-only'];
  const result = spawnSync(binPath('turbo'), ['run', 'build', ...flags], {
    cwd: root,
    env: childEnvironment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout || ''}${result.stderr || ''}lede: ${name} could not be built.\n`);
  process.exit(1);
}
