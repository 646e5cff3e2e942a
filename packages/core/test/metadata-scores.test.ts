import { expect, test } from 'vitest';
import { metadataScore, nameSet } from '../bench/extract/metadata-scores.ts';

test.each([
  ['By Ann Lee', ['annlee']],
  ['Ann Lee, MD, E-RYT 200', ['annlee']],
  ['Ann Lee, Staff Writer and Bo Ek', ['annlee', 'boek']],
  ['Bo Ek & Cy D. Oz; Di Po', ['boek', 'cydoz', 'dipo']],
  ['MD', ['md']],
])('the benchmark reads the names %j as %j', (byline, names) => {
  expect([...nameSet(byline)]).toEqual(names);
});

test('the benchmark counts what a reference lacks as invented, and nothing else', () => {
  const page = { id: '1', type: 'article', site: 'a', html: '', reference: '', with: [], without: [] };
  const found = { text: '', title: 'The “Sea” rises', authors: ['Ann Lee'], published: '2025-03-27T23:30:00+01:00' };
  expect(metadataScore(found, { ...page, title: 'The "sea" rises', published: '2025-03-27' })).toEqual({
    titleClose: true,
    titleEqual: true,
    authors: undefined,
    authorInvented: true,
    date: true,
    dateInvented: undefined,
  });
});
