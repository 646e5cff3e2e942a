import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manPage } from './man-page.ts';
import { OPTIONS } from './options.ts';

test('the manual page names every option and has no stray requests', () => {
  const page = manPage();
  for (const { name } of OPTIONS) expect(page).toContain(name.replaceAll('-', String.raw`\-`));
  for (const line of page.split('\n'))
    if (/^[.']/.test(line)) expect(line).toMatch(/^\.(TH|SH|SS|TP|P|B|BR|RI|I|br)\b/);
});

test('the manual page in the package is the one made from the tables; `node -C @lede/source scripts/docs.ts` writes it', () => {
  expect(readFileSync(new URL('../../man/lede.1', import.meta.url), 'utf8')).toBe(manPage());
});

test('keys that roff would take for something else stand as they are', () => {
  const page = manPage();
  expect(page).toContain(String.raw`.B j, Down, \(haE`);
  expect(page).toMatch(/^\.B \\\(aq$/m);
  expect(page).not.toMatch(/^'/m);
});
