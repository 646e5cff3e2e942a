import { expect, test } from 'vitest';
import { attribute, type Element, textContent } from '../../read/html/nodes.ts';
import { parseFragment } from '../../read/html/parse-tree.ts';
import { unfoldFrame } from './frame-document.ts';

function frame(srcdoc: string): Element {
  const root = parseFragment('<iframe src="a.html"></iframe>');
  const element = root.childNodes[0] as Element; // the only node
  element.attrs.push({ name: 'srcdoc', value: srcdoc });
  return element;
}

test('a frame with a document of its own becomes its elements', () => {
  const element = frame(`<!doctype html><body><p>${'Words of the document. '.repeat(20)}</p>`);
  expect(unfoldFrame(element)).toBe(true);
  expect(element.tagName).toBe('div');
  expect(textContent(element)).toContain('Words of the document.');
});

test('a frame with few words, or none, stays a frame', () => {
  for (const element of [frame('<style>a{}</style><img src="a.png"><span>Play</span>'), frame('')]) {
    expect(unfoldFrame(element)).toBe(false);
    expect(element.tagName).toBe('iframe');
    expect(attribute(element, 'src')).toBe('a.html');
  }
});
