import { expect, test } from 'vitest';
import { textContent } from './nodes.ts';
import { parseTree } from './parse-tree.ts';

test.each([
  '<!doctype html><p>x',
  '<html><p>x',
  '<p>x</p><BODY class=a>',
  '<head></head>x',
  '<!-- c --><!DOCTYPE\nhtml>x',
])('takes %j for a page', (html) => {
  expect(parseTree(html).isDocument).toBe(true);
});

test.each(['<p>x', 'x', '<header>x</header>', '<tbody>x', '&lt;html&gt;', '<html-x>y'])(
  'takes %j for a fragment',
  (html) => {
    expect(parseTree(html).isDocument).toBe(false);
  },
);

test('keeps ordinary formatting open across paragraphs, as browsers do', () => {
  const { root } = parseTree('<p><b>one<p>two</b>three');
  expect(
    JSON.stringify(root, (key, value: unknown) => (key === 'parentNode' ? undefined : value)).match(/"tagName":"b"/g),
  ).toHaveLength(2);
  expect(textContent(root)).toBe('onetwothree');
});
