import { expect, test } from 'vitest';
import { readQuery } from './query-request.ts';

test('lists may be given many times, everything else once', () => {
  expect(readQuery('?title=T&authors=Ann%20Lee&authors=Bo&tags=x&url=https://a.b/')).toEqual({
    ok: true,
    options: { title: 'T', authors: [{ name: 'Ann Lee' }, { name: 'Bo' }], tags: ['x'], url: 'https://a.b/' },
  });
  const twice = readQuery('?title=T&title=U');
  expect(twice).toMatchObject({ ok: false, failure: { errors: [{ parameter: 'title' }] } });
});

test('no query is no options', () => {
  expect(readQuery('')).toEqual({ ok: true, options: {} });
  expect(readQuery('?')).toEqual({ ok: true, options: {} });
});

test('an unknown or empty parameter is refused by its name', () => {
  for (const [query, parameter] of [
    ['?nope=1', 'nope'],
    ['?__proto__=1', '__proto__'],
    ['?title=', 'title'],
    ['?content=some', 'content'],
    ['?published=yesterday', 'published'],
  ]) {
    expect(readQuery(query ?? '')).toMatchObject({
      ok: false,
      failure: { code: 'request-invalid', errors: [{ parameter }] },
    });
  }
});
