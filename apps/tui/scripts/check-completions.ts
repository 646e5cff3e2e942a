/**
 * Tries the completions in every shell that is installed: `npm run check:completions`. Words are typed with Tab in
 * an interactive shell, and what the command then gets is compared.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { SHELLS } from '../src/cli/options.ts';
import { CASES, completed } from '../test/completed.ts';

for (const shell of SHELLS) {
  if (spawnSync(shell, ['--version']).error) {
    console.log(`${shell}: not installed`);
    continue;
  }
  const got = await completed(shell);
  const wrong = CASES.flatMap(([typed, args], index) => {
    const wanted = args.map((arg) => `<${arg}>`).join('');
    return got[index] === wanted ? [] : [`  lede ${typed}  gave ${got[index]}, not ${wanted}`];
  });
  console.log([`${shell}: ${CASES.length - wrong.length} of ${CASES.length} as they should be`, ...wrong].join('\n'));
  if (wrong.length > 0) process.exitCode = 1;
}
