import { expect, test } from 'vitest';
import { parseDocument } from '../read/html/parse-tree.ts';
import { dropCopies, dropRepeatedRuns } from './copies.ts';
import { readHints } from './hints.ts';
import { measure } from './measure.ts';
import { cutPage } from './page.ts';

function kept(body: string, drop: typeof dropCopies = dropCopies): number[] {
  const page = cutPage(parseDocument(`<!doctype html><body>${body}`));
  const { hash, words } = measure(page, readHints(page));
  const all = new Uint8Array(hash.length).fill(1);
  drop(page, all, hash, words);
  return [...all];
}

const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen';

test('a long block is kept once', () => {
  expect(kept(`<p>${LONG}</p><p>${LONG}</p>`)).toEqual([1, 0]);
  expect(kept(`<p>${LONG}</p><p>other</p><div><p>${LONG}</p></div>`)).toEqual([1, 1, 0]);
  expect(kept(`<p class="wide">${LONG}</p><p>other</p><p class="narrow">${LONG}</p>`)).toEqual([1, 1, 0]);
});

test('a refrain comes as often as its author wrote it', () => {
  expect(kept(`<p>${LONG}</p><p>other</p><p>${LONG}</p><p>more</p><p>${LONG}</p>`)).toEqual([1, 1, 1, 1, 1]);
});

test('short blocks, code, cells and quotes may repeat', () => {
  expect(kept('<p>Yes.</p><p>Yes.</p>')).toEqual([1, 1]);
  expect(kept(`<pre>${LONG}</pre><pre>${LONG}</pre>`)).toEqual([1, 1]);
  expect(kept(`<p>${LONG}</p><blockquote>${LONG}</blockquote>`)).toEqual([1, 1]);
});

const SAID =
  '<div><p>“The best list of all”</p><p>The Daily Paper</p></div><div><p>“Short of stellar”</p><p>A Radio</p></div>';
const ONE = [1, 1, 1, 1];
const NONE = [0, 0, 0, 0];

test('a run that stands again right behind itself is kept once, however often it comes', () => {
  expect(kept(`${SAID}${SAID}${SAID}<p>end</p>`, dropRepeatedRuns)).toEqual([...ONE, ...NONE, ...NONE, 1]);
});

test('a run comes again where something stands between, where it is short, and where repeating is meant', () => {
  expect(kept(`${SAID}<p>between</p>${SAID}`, dropRepeatedRuns)).toEqual([...ONE, 1, ...ONE]);
  expect(kept('<p>Yes.</p><p>No.</p><p>Yes.</p><p>No.</p>', dropRepeatedRuns)).toEqual(ONE);
  expect(kept(`${SAID}<blockquote>${SAID}</blockquote>`, dropRepeatedRuns)).toEqual([...ONE, ...ONE]);
  const row = `<tr><td>${LONG}</td><td>other</td></tr>`;
  expect(kept(`<table>${row}${row}</table>`, dropRepeatedRuns)).toEqual(ONE);
});
