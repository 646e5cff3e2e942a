import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARSER } from './version.ts';

test('articles name the version that package.json has', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(PARSER).toBe(`lede/${version}`);
});
