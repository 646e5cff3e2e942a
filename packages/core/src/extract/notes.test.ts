import { expect, test } from 'vitest';
import { parseDocument } from '../read/html/parse-tree.ts';
import { keepNotes } from './notes.ts';
import { cutPage } from './page.ts';

/** Which blocks are kept if at first the first alone is. */
function kept(body: string): number[] {
  const page = cutPage(parseDocument(`<!doctype html><body>${body}`));
  const blocks = new Uint8Array(page.blockElement.length);
  blocks[0] = 1;
  keepNotes(page, blocks);
  return [...blocks];
}

const TEXT = '<p>The clock was right<sup><a href="#note-1">1</a></sup> once more.</p>';

test('a note that the kept text refers to is kept', () => {
  expect(kept(`${TEXT}<p>Share</p><ol><li id="note-1"><p>Until May. <a href="#ref-1">back</a></p></li></ol>`)).toEqual([
    1, 0, 1,
  ]);
});

test('a note that only left out text refers to is left out', () => {
  expect(kept(`<p>Text</p>${TEXT}<ol><li id="note-1">Until May. <a href="#ref-1">back</a></li></ol>`)).toEqual([
    1, 0, 0,
  ]);
});

test('a section that a table of contents leads to is no note', () => {
  expect(kept(`${TEXT}<h2 id="note-1">Clocks <a href="#note-1">#</a></h2><p>Other</p>`)).toEqual([1, 0, 0]);
  expect(kept(`${TEXT}<div id="note-1">${'<p>Line <a href="#top">up</a></p>'.repeat(13)}</div>`).includes(1, 1)).toBe(
    false,
  );
});
