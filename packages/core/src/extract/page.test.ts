import { expect, test } from 'vitest';
import { parseDocument } from '../read/html/parse-tree.ts';
import { BREAK, cutPage, INSIDE, type Page } from './page.ts';

function cut(body: string): Page {
  return cutPage(parseDocument(`<!doctype html><body>${body}`));
}

/** The text of each block; `/` for a line break. */
function blocks(body: string): string[] {
  const page = cut(body);
  return page.blockElement.map((_, b) =>
    page.texts
      .slice(page.blockTexts[b], page.blockTexts[b + 1])
      .map(({ value }, i) => ((page.textInline[(page.blockTexts[b] ?? 0) + i] ?? 0) & BREAK ? `/${value}` : value))
      .join(''),
  );
}

test('a block is a run of text between the edges of block-like elements', () => {
  expect(blocks('<div>one <b>two</b> three<p>four</p>five</div>')).toEqual(['one two three', 'four', 'five']);
});

test('inline elements that hold all of the words of a box are blocks, those in a sentence are not', () => {
  expect(blocks('<div><span>Ann</span><time>May 1</time></div>')).toEqual(['Ann', 'May 1']);
  expect(blocks('<p><span>One </span><a href="/x">two</a></p>')).toEqual(['One two']);
  expect(blocks('<p>a <x-tip>b</x-tip> c</p><x-card>d</x-card>')).toEqual(['a b c', 'd']);
});

test('line breaks part words, not blocks', () => {
  expect(blocks('<p>one<br>two</p>')).toEqual(['one/two']);
});

test('scripts, styles, forms of choice and hidden parts of a line hold no text', () => {
  expect(
    blocks('<p>a<span aria-hidden="true">b</span><script>c</script><select><option>d</option></select></p>'),
  ).toEqual(['a']);
});

test('a hidden box is cut too, and known as hidden', () => {
  const page = cut('<div hidden id="S:0"><p>streamed</p></div><p>shown</p>');
  const hidden = page.blockElement.map((e) => ((page.elementInside[e] ?? 0) & INSIDE.hidden) !== 0);
  expect(hidden).toEqual([true, false]);
});

test('a long noscript is unfolded, a short one is not', () => {
  expect(blocks(`<noscript><p>${'thread '.repeat(80)}</p></noscript>`)).toHaveLength(1);
  expect(blocks('<noscript><p>Please enable JavaScript</p></noscript>')).toEqual([]);
});

test('a shadow root that the page declares is cut, another template is not', () => {
  expect(blocks('<div><template shadowrootmode="open"><p>a</p></template></div><template><p>b</p></template>')).toEqual(
    ['a'],
  );
});
