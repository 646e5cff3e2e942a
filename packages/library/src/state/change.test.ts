import { expect, test } from 'vitest';
import { articleOf, at, spanOf } from '../../test/article.ts';
import { emptyState, removeMark, resolveMarks, resolvePosition, setMark, setPosition } from './change.ts';
import { identify } from './identify.ts';

const RIVER = 'The river rises in the high mountains, where snow lies until June.';
const SEA = 'After nine hundred kilometres it ends in a delta by the sea.';
const article = articleOf(RIVER, SEA);
const fresh = emptyState(identify(article));
const sea = spanOf(article, 'After nine').start;

test('reading goes on where it stopped, also when text came in before', () => {
  const state = setPosition(fresh, article, { offset: sea }, at(0));
  expect(resolvePosition(state, article)).toBe(sea);
  const longer = articleOf('A new beginning.', RIVER, SEA);
  expect(resolvePosition(state, longer)).toBe(spanOf(longer, 'After nine').start);
});

test('where the words are gone reading goes on as far into the text as it was', () => {
  const state = setPosition(fresh, article, { offset: sea, progress: 0.5 }, at(0));
  const other = articleOf('Quite another article, of which nothing was here before.');
  expect(resolvePosition(state, other)).toBe(Math.floor(other.text.length / 2));
});

test('an article that was never read has no place to go on', () => {
  expect(resolvePosition(fresh, article)).toBeUndefined();
});

test('standing where one stood is no change', () => {
  const state = setPosition(fresh, article, { offset: sea }, at(0));
  expect(setPosition(state, article, { offset: sea }, at(1))).toBe(state);
  expect(setPosition(state, article, { offset: sea, progress: 1 }, at(1)).position?.updated).toBe(at(1).toISOString());
});

test('progress is a share of the text, whatever the caller says', () => {
  expect(setPosition(fresh, article, { offset: 0, progress: 7 }, at(0)).position?.progress).toBe(1);
  expect(setPosition(fresh, article, { offset: article.text.length }, at(0)).position?.progress).toBe(1);
});

test('a letter names one place, the last it was given', () => {
  const state = setMark(setMark(fresh, article, 'a', 0, at(0)), article, 'a', sea, at(1));
  expect(resolveMarks(state, article)).toMatchObject([
    { mark: { letter: 'a' }, status: 'exact', span: { start: sea } },
  ]);
});

test('a mark that was removed can be set again, also by a clock that was set back', () => {
  const removed = removeMark(setMark(fresh, article, 'a', 0, at(5)), 'a', at(6));
  expect(removed.marks).toEqual([]);
  expect(setMark(removed, article, 'a', sea, at(1)).marks).toHaveLength(1);
  expect(removeMark(removed, 'z', at(7))).toBe(removed);
});
