import { expect, test } from 'vitest';
import { appearance } from './appearance.ts';
import type { Element } from './nodes.ts';
import { parseFragment } from './parse-tree.ts';

function of(attributes: string): ReturnType<typeof appearance> {
  return appearance(parseFragment(`<span ${attributes}>`).childNodes[0] as Element); // it is the span
}

test.each([
  'hidden',
  'hidden=""',
  'aria-hidden="TRUE"',
  'style="display:none"',
  'style="color:red;  DISPLAY : None !important"',
  'style="visibility: hidden"',
])('%s hides', (attributes) => {
  expect(of(attributes).hidden).toBe(true);
});

test.each([
  'hidden="until-found"',
  'aria-hidden="false"',
  'style="display:block"',
  'style="xdisplay:none"',
  'data-style="display:none"',
  'style="background:url(display:none)"',
])('%s does not hide', (attributes) => {
  expect(of(attributes).hidden).toBe(false);
});

test('tells boxes and kept line ends by inline styles', () => {
  expect(of('style="display:flex"').display).toBe('block');
  expect(of('style="display:inline-flex"').display).toBe('inline-block');
  expect(of('style="display:inline"').display).toBeUndefined();
  expect(of('style="white-space:pre-wrap"').keepsLines).toBe(true);
  expect(of('style="white-space:nowrap"').keepsLines).toBe(false);
});
