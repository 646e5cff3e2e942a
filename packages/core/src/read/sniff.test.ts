import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

test.each([
  '<!doctype html><title>x</title>',
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<p>x',
  '\uFEFF\n  <html lang="en"><body>x',
  '<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="http://www.w3.org/1999/xhtml">',
  '<!-- a --><!-- b -->\n<body class=x>',
  '<p>One paragraph, never closed.',
  '<p>One.</p>\n<p>Two.</p>',
  '<div class="post">Text</div>',
  '<h1>Title</h1>Text',
  '<meta charset="utf-8"><title>x</title><p>y',
  '<img src="a.png"><br>text',
  '<a href="https://a.example/">link</a> and more',
  '<ul>\n<li>one\n<li>two\n</ul>',
  '<table><tr><td>1</td></tr></table>',
  '<pre>\n# not a heading\n\n```js\ncode\n```\n</pre>',
  `<div>${'text '.repeat(20_000)}`,
])('takes %.60s for HTML', (text) => {
  expect(sniff(text)).toBe('text/html');
});

test.each([
  '# Title\n\nText.',
  'Intro.\n\n## Part one\n\nText.\n\n## Part two\n\nText.',
  '---\ntitle: A day\ntags: [a]\n---\n\nText.',
  'See [the page](https://a.example/x).',
  '![a picture](https://a.example/x.png)',
  'Some words.\n\n```js\nlet a;\n```\n',
  'Before\n\n```\ncode\n```\n\nafter',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  'a | b\n--- | ---\n1 | 2',
  '- [ ] one\n- [x] two',
  'Words with **weight** and `code`.',
  'A **strong** start:\n\n- one\n- two\n\n> said',
  'Claim.[^1]\n\n[^1]: The note.',
  'See [here][1].\n\n[1]: https://a.example/',
  '<h1 align="center">Tool</h1>\n\n## Install\n\n```sh\nrun\n```\n',
  '<!-- badge -->\n# Tool\n\nDoes things.',
  'Title\n=====\n\nWith a [link](./other.md) in it.',
  '# Заголовок\n\nТекст.',
])('takes %.60s for Markdown', (text) => {
  expect(sniff(text)).toBe('text/markdown');
});

test.each([
  '',
  'One line.',
  'Headline\n\nFirst paragraph.\n\nSecond paragraph.',
  '- one\n- two\n- three',
  'Shopping:\n\n* milk\n* bread\n\n1. then this\n2. then that',
  'Hello,\n\n> you wrote this\n> and that\n\nI *really* think so.\n\n- Ann',
  'CHAPTER I\n=========\n\nIt was _very_ late.\n\n* * *\n\nLater.',
  '<John> hi\n<Ann> hello, how are you?',
  '<div> is an element of HTML.',
  '<p> is an element of HTML.',
  '<br> breaks a line.',
  '<- look at this -> and that',
  'a < b and c > d',
  'Use the <b>bold</b> tag, he said.',
  'Prices rose #1 and # 2.\n\n#hashtag #another',
  '#!/bin/sh\n# A remark\n# another\nrun',
  'import os\n# remark\nos.exit()\n# other remark\nx = 1',
  'f(x)[0](y) is code, snake_case_name too.',
  'Sum: 5 * 3 * 2 = 30, and 2**3**2 is large.',
  'By Ann Lee\n-----------\n\nMOSCOW (Reuters) - Text.',
  'Subject: Hello\nFrom: a@b.example\n\nText.',
  '---\n\nA rule first, then text.\n\n---',
  'As noted [1], this holds.\n\n[1] Smith, 1999.',
  'Name        Qty\n----------- ---\nApples        3',
  '$ ls -la\ntotal 8',
  'Q: What `is` this?\nA: A question.',
  '😀 only emoji',
  '<?xml version="1.0"?><rss><channel></channel></rss>',
])('takes %.60s for plain text', (text) => {
  expect(sniff(text)).toBe('text/plain');
});

test('looks at a bounded part of a text, however hostile', () => {
  for (const part of [
    '<!--',
    '<p ',
    '[',
    '**a',
    '`a',
    '_a',
    '<pre>',
    '|---',
    '# ',
    '<a>',
    '[a](',
    '---\na:\n',
    '\n> ',
  ]) {
    expect(sniff(part.repeat(500_000))).toMatch(/^text\//);
  }
});
