import { expect, test } from 'vitest';
import { isElement, isText } from '../read/html/nodes.ts';
import { parseDocument } from '../read/html/parse-tree.ts';
import { droppedNodes } from './keep.ts';
import { cutPage } from './page.ts';

/** What is dropped of a page whose blocks are kept where `kept` says so: tags, and texts in quotes. */
function dropped(body: string, kept: number[]): string[] {
  const page = cutPage(parseDocument(`<!doctype html><body>${body}`));
  expect(page.blockElement).toHaveLength(kept.length);
  return Array.from(droppedNodes(page, Uint8Array.from(kept)), (node) =>
    isElement(node) ? node.tagName : isText(node) ? JSON.stringify(node.value) : '?',
  );
}

test('drops elements that hold no kept block, and the text of others', () => {
  expect(dropped('<div>menu<p>one</p></div><ul><li>x</li></ul>', [0, 1, 0])).toEqual(['ul', 'li', '"menu"']);
});

test('keeps an image beside kept text, drops one beside dropped text', () => {
  expect(dropped('<div><p>one</p><img><p>two</p></div>', [1, 0])).toEqual(['p']);
  expect(dropped('<div><p>one</p></div><div><figure><img></figure><p>two</p></div>', [1, 0])).toEqual([
    'div',
    'p',
    'img',
  ]);
});

test('keeps the picture of a figure in the flow without its caption, which becomes the title of the picture', () => {
  const body = (figure: string): string => `<div><p>one</p><div>${figure}</div><p>two</p></div>`;
  const figure = '<figure><a href="/big"><img src="x.png"></a><figcaption>A mill, <i>1904</i></figcaption></figure>';
  expect(dropped(body(figure), [1, 0, 1])).toEqual(['figcaption']);
  expect(dropped(`<div><p>one</p></div><div>${figure}<p>two</p></div>`, [1, 0, 0])).toContain('figure');
  expect(dropped(body('<figure><figcaption>No picture</figcaption></figure>'), [1, 0, 1])).toContain('figure');

  const page = cutPage(parseDocument(`<!doctype html><body>${body(figure)}`));
  droppedNodes(page, Uint8Array.from([1, 0, 1]));
  expect(page.media[0]?.node.attrs).toContainEqual({ name: 'title', value: 'A mill, 1904' });
});
