import fc from 'fast-check';
import { parse, parseFragment as parseFragmentPlainly } from 'parse5';
import { expect, test } from 'vitest';
import { nestedElements, tagSoup } from '../../../test/arbitrary-markup.ts';
import { parseDocument, parseFragment } from './parse-tree.ts';

/** What a tree holds, without the links to parents, which would make it endless. */
function shown(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'parentNode' ? undefined : value));
}

function expectSameTrees(html: string): void {
  expect(shown(parseDocument(html))).toBe(shown(parse(html)));
  expect(shown(parseFragment(html))).toBe(shown(parseFragmentPlainly(html)));
}

/** Pieces at which a run must end, or that are read as something else than what stands there. */
const PIECES = `
  word|two words| |  |\n|\r|\r\n|\t|\f|\0|&amp;|&amp|&notin;|&#x80;|&#0;|&|<|</|<!|</1>|<?pi?>|\u00E9|\u{1F600}|\uD83D|\uDE00
  |<pre>|<pre>\r\n\n|<textarea>\n|</pre>|<table>|<tr>|<td>|</table>|<select><option>|</select>|<script>|var a = "<b>";\r\n
  |<!--<script>|</script>|<style>|p > a {}|</style>|<title>|</title>|<plaintext>|<!-- a - b -- c \r\n-->|<!--|-->|--!>
  |<svg>|<![CDATA[ x ]]>|</svg>|<math><mi>|<template>|</template>|<frameset>|<body>|</body>|</html>|<noscript>|<b>|</b>
  |<a href="x&amp;y\r\nz\0">|<i title='q"\r&copy'>|<img SRC=a/b ALT="">|<X-y data-a1="1" data-a1=2 b:c=''>|<div\n\tid = "d">
`
  .split('|')
  .map((piece) => piece.replace(/^\n {2}|\n {2}$/, ''));

test('gives the tree that parse5 gives, wherever a run of characters ends', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30, size: 'max' }), (pieces) =>
      expectSameTrees(pieces.join('')),
    ),
    { numRuns: 500 },
  );
});

test('gives the tree that parse5 gives of any markup', () => {
  fc.assert(fc.property(fc.oneof(tagSoup, nestedElements), expectSameTrees), { numRuns: 200 });
});
