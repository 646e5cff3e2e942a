import { expect, test } from 'vitest';
import { parseDocument } from '../../read/html/parse-tree.ts';
import { pageFault } from './page-fault.ts';

test.each([
  ['<title>404 Not Found</title><h1>Oops</h1>', 'error'],
  ['<title>Access denied</title>', 'error'],
  ['<title>Just a moment...</title><script src=a.js></script>', 'challenge'],
  ['<form><input type="password"></form>', 'login'],
  ['<frameset cols="*,*"><frame src="a.html"><frame src="b.html"></frameset>', 'frames'],
  ['<iframe src="a.html"></iframe>', 'frames'],
  ['<div id="root"></div><script src="app.js"></script>', 'scripts'],
  ['<noscript>You need to enable JavaScript.</noscript>', 'scripts'],
  ['<div style="display:none"><input type="password"></div><script src="app.js"></script>', 'scripts'],
  ['<h1>502 Bad Gateway</h1><img src="logo.png">', 'error'],
  ['<meta http-equiv="refresh" content="0; url=/new"><p>Go on.</p>', 'redirect'],
])('%s: %s', (html, fault) => {
  expect(pageFault(parseDocument(html))).toBe(fault);
});

test('a page that tells nothing has no fault', () => {
  expect(pageFault(parseDocument('<title>404 steps to the lighthouse</title><img src="a.png">'))).toBe(undefined);
});
