import { expect, test } from 'vitest';
import { ARTICLE_EXTENSIONS } from '../media-type.ts';
import { OPTIONS, SHELLS } from '../options.ts';
import { completionScript } from './completions.ts';

test.each(SHELLS)('%s learns every option with its values, the types of files and the word highlights', (shell) => {
  const script = completionScript(shell);
  for (const option of OPTIONS) {
    expect(script).toContain(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`);
    if ('short' in option) expect(script).toContain(shell === 'fish' ? `-s ${option.short}` : `-${option.short}`);
    if ('values' in option) expect(script).toContain(option.values.join(' '));
  }
  for (const extension of ARTICLE_EXTENSIONS) expect(script).toMatch(new RegExp(`[(|]?${extension}[)|]`));
  expect(script).toContain('highlights');
});

test('zsh and fish keep what help says in their quotes', () => {
  // What would end a description: a quote in both, a bracket and a colon in zsh.
  for (const line of completionScript('fish').split('\n')) {
    expect(line.replaceAll(/\\['\\]/g, '').match(/'/g)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
  }
  const [, specs = ''] = /_arguments -s -S : \\\n(.*?)\n\}/s.exec(completionScript('zsh')) ?? [];
  for (const spec of specs.split('\n').slice(0, -1)) {
    expect(spec).toMatch(/^ +'[^']*'?(?:\{[^}]*\}')?\[(?:[^[\]:']|\\[[\]:])*\](?::[a-z]+:[^']*)?' \\$/);
  }
});
