// `npm test [-- VITEST ARGUMENT …]`: sets up, then lint, format, unused code, types, build, and every test;
// closes with one summary.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { binPath, childEnvironment, nodePath, root, setUp } from './setup.mjs';

const CHECKS = ['lint', 'format', 'unused', 'typecheck', 'build'];

setUp();
const env = childEnvironment();
summarize([...runChecks(), runTests()]);

/** Runs the checks side by side; returns a row for each: name, failed tasks, seconds. */
function runChecks() {
  const summaries = path.join(root, '.turbo/runs');
  rmSync(summaries, { recursive: true, force: true });
  const flags = ['--continue', '--summarize', '--output-logs=errors-only'];
  const turbo = spawnSync(binPath('turbo'), ['run', ...CHECKS, ...flags], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (turbo.status !== 0) process.stdout.write(`${turbo.stdout}${turbo.stderr}`);
  const [file] = existsSync(summaries) ? readdirSync(summaries) : [];
  if (!file) return [{ name: 'checks', failed: 1, seconds: 0, note: 'turbo did not run' }];
  const { tasks } = JSON.parse(readFileSync(path.join(summaries, file), 'utf8'));
  return CHECKS.map((name) => {
    const own = tasks.filter((task) => task.taskId.endsWith(`#${name}`));
    // A task that had to wait for one that failed has no execution at all.
    const failed = own.filter((task) => task.execution?.exitCode !== 0 && task.cache?.status !== 'HIT');
    const times = own.flatMap((task) => (task.execution ? [task.execution.startTime, task.execution.endTime] : []));
    const seconds = times.length > 0 ? (Math.max(...times) - Math.min(...times)) / 1000 : 0;
    return { name, failed: failed.length, seconds, note: failed.map((task) => task.taskId).join(', ') };
  });
}

/** Runs every test; the row counts tests, not tasks. */
function runTests() {
  const report = path.join(root, '.cache/vitest.json');
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const started = Date.now();
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(nodePath(), [vitest, ...args], { cwd: root, env, stdio: 'inherit' });
  const seconds = (Date.now() - started) / 1000;
  if (!existsSync(report)) return { name: 'tests', failed: 1, passed: 0, seconds, note: 'vitest gave no report' };
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    testResults,
  } = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  // A file that cannot be loaded fails without a failed test; so does an error outside of any test.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + broken || (status === 0 ? 0 : 1);
  return { name: 'tests', failed, passed, seconds, note: `${passed} passed, ${failed} failed${skipped}` };
}

function summarize(rows) {
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  const lines = rows.map(({ name, failed: n, seconds, note }) => {
    return `  ${n === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd();
  });
  const passed = rows.reduce((sum, row) => sum + (row.passed ?? (row.failed === 0 ? 1 : 0)), 0);
  process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
