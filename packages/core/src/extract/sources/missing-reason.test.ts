import { expect, test } from 'vitest';
import { parseDocument } from '../../read/html/parse-tree.ts';
import { missingReason } from './missing-reason.ts';

test.each([
  ['<title>404 Not Found</title><h1>Oops</h1>', 'the page tells of an error'],
  ['<title>Access denied</title>', 'the page tells of an error'],
  ['<title>Just a moment...</title><script src=a.js></script>', 'the page only checks who asks for it'],
  ['<form><input type="password"></form>', 'the page asks its readers to log in'],
  ['<frameset cols="*,*"><frame src="a.html"><frame src="b.html"></frameset>', 'the page shows other pages in frames'],
  ['<iframe src="a.html"></iframe>', 'the page shows other pages in frames'],
  ['<div id="root"></div><script src="app.js"></script>', 'scripts would have to make it'],
  ['<noscript>You need to enable JavaScript.</noscript>', 'scripts would have to make it'],
  [
    '<div style="display:none"><input type="password"></div><script src="app.js"></script>',
    'scripts would have to make it',
  ],
])('%s: %s', (html, reason) => {
  expect(missingReason(parseDocument(html))).toBe(reason);
});

test('a page that tells nothing has no reason', () => {
  expect(missingReason(parseDocument('<title>404 steps to the lighthouse</title><img src="a.png">'))).toBe(undefined);
});
