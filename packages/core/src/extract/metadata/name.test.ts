import { expect, test } from 'vitest';
import { namesOf } from './name.ts';

test.each([
  ['By Ann Lee', ['Ann Lee']],
  ['By Ann Lee and Bo Ek, staff writers', ['Ann Lee', 'Bo Ek']],
  ['Written by Ann Lee | March 3, 2025', ['Ann Lee']],
  ['Ann Lee, Senior Editor', ['Ann Lee']],
  ['Ann Lee, Bo Ek & Cy Oz', ['Ann Lee', 'Bo Ek', 'Cy Oz']],
  ['Von Änne Müller', ['Änne Müller']],
  ['Ann Lee Updated 3 May 2025', ['Ann Lee']],
  ['ann_lee42', ['ann_lee42']],
  ['Dec. 19, 2025 · Ann Lee on behalf of the team', ['Ann Lee']],
  ['Ann Lee 4 August', ['Ann Lee']],
  ['Ann Lee, MPH, CFP', ['Ann Lee']],
  ['Ann Lee (with Bo Ek)', ['Ann Lee']],
  ['Sat, 20 Dec', []],
  ['Insights from', []],
  ['page.head.extra.author', []],
  ['By', []],
  ['admin', []],
  ['https://facebook.com/ann', []],
  ['March 3, 2025', []],
  ['Posted by', []],
])('%j names %j', (byline, names) => {
  expect(namesOf(byline)).toEqual(names);
});
