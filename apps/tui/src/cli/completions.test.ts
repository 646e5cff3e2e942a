import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { completionScript, SHELLS } from './completions.ts';
import { manPage } from './man-page.ts';
import { OPTIONS } from './options.ts';

test.each(SHELLS)('%s learns every option', (shell) => {
  const script = completionScript(shell);
  for (const { name } of OPTIONS) expect(script).toContain(shell === 'fish' ? `-l ${name}` : `--${name}`);
});

test('bash reads its script, and completes with it', () => {
  const ask = `${completionScript('bash')}\nCOMP_WORDS=(lede --mark); COMP_CWORD=1; _lede; echo "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '--markdown\n', stderr: '' });
});

test('the manual page names every option and has no stray requests', () => {
  const page = manPage();
  for (const { name } of OPTIONS) expect(page).toContain(name.replaceAll('-', String.raw`\-`));
  for (const line of page.split('\n')) if (/^[.']/.test(line)) expect(line).toMatch(/^\.(TH|SH|SS|TP|B)\b/);
});
