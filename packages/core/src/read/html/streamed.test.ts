import { expect, test } from 'vitest';
import { textContent, walkElements } from './nodes.ts';
import { parseTree } from './parse-tree.ts';

/** The text of a page as it stands, without its scripts. */
function shown(body: string): string {
  const { root } = parseTree(`<!doctype html><body>${body}`);
  walkElements(root, (element) => {
    if (element.nodeName === 'script') element.childNodes = [];
    return undefined;
  });
  return textContent(root);
}

test('a piece takes the place of what is shown meanwhile', () => {
  expect(
    shown(
      '<p>one </p><!--$?--><template id="B:0"></template><p>wait</p><!--/$--><p>three</p>' +
        '<div hidden id="S:0"><p>two </p></div><script>$RC=function(a,b){};$RC("B:0","S:0")</script>',
    ),
  ).toBe('one two three');
});

test('a boundary ends where it ends, not where one inside of it does', () => {
  expect(
    shown(
      '<!--$?--><template id="B:0"></template><!--$-->x<!--/$-->y<!--/$-->z' +
        '<div hidden id="S:0">a</div><script>$RC("B:0","S:0")</script>',
    ),
  ).toBe('az');
});

test('pieces of pieces are put together in the order of their scripts', () => {
  expect(
    shown(
      'a<!--$?--><template id="B:0"></template>wait<!--/$-->f' +
        '<div hidden id="S:0">b<template id="P:1"></template>e</div>' +
        '<div hidden id="S:1">c<!--$?--><template id="B:1"></template><!--/$--></div><script>$RS("S:1","P:1")</script>' +
        '<script>$RR("B:0","S:0",[])</script><div hidden id="S:2">d</div><script>$RC("B:1","S:2")</script>',
    ),
  ).toBe('abcdef');
});

test.each([
  ['that is not there', 'a<div hidden id="S:0">b</div><script>$RC("B:0","S:0")</script>', 'ab'],
  [
    'inside of the piece',
    '<div id="S:0">a<template id="B:0"></template>b</div><script>$RC("B:0","S:0")</script>',
    'ab',
  ],
  [
    'in the content of a template in the piece',
    '<div id="S:0">a<template shadowrootmode="open"><template id="B:0"></template>b</template></div>' +
      '<script>$RC("B:0","S:0")</script>',
    'ab',
  ],
  ['without an end', 'a<template id="B:0"></template>c<div id="S:0">b</div><script>$RC("B:0","S:0")</script>', 'abc'],
])('nothing is lost by a place %s', (_, body, text) => {
  expect(shown(body)).toBe(text);
});

test('calls beyond number are no more than text', () => {
  const calls = '$RC("B:0","S:0");'.repeat(300_000);
  const deep = `<div id="S:0">${'<b>'.repeat(400)}<template id="B:0"></template>end</div>`;
  expect(shown(`${deep}<script>${calls}</script>`)).toBe('end');
});

test('a page of nothing but pieces takes no long time', () => {
  const pieces = Array.from(
    { length: 5000 },
    (_, n) =>
      `<!--$?--><template id="B:${n}"></template><!--/$--><div id="S:${n}">${n},</div><script>$RC("B:${n}","S:${n}")</script>`,
  );
  expect(shown(pieces.join(''))).toMatch(/^0,1,2,.*4998,4999,$/);
});
