import { expect, test } from 'vitest';
import { validate } from '../src/article/validate.ts';
import { parse } from '../src/parse.ts';
import { fixtures } from './golden.ts';

test.each(fixtures('').map((fixture) => [fixture.slug, fixture] as const))('%s gives a valid article', (_, fixture) => {
  const result = parse(fixture.input, fixture.options);
  expect(result.ok ? 'ok' : result.error).toBe('ok');
  if (!result.ok) return;
  const verdict = validate(JSON.parse(JSON.stringify(result.article)));
  expect(verdict.ok ? [] : verdict.error.issues).toEqual([]);
});
