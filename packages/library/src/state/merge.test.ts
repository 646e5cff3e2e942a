import { expect, test } from 'vitest';
import { articleOf, at } from '../../test/article.ts';
import { addHighlight, removeHighlight, setNote } from '../highlight/highlight.ts';
import { emptyState, removeMark, setMark, setPosition } from './change.ts';
import { identify } from './identify.ts';
import { mergeStates } from './merge.ts';

const article = articleOf('The river rises in the mountains.', 'It ends in the sea.');
const fresh = emptyState(identify(article, '/books/river.md'));

function highlighted(): { state: typeof fresh; id: string } {
  const added = addHighlight(fresh, article, { start: 4, end: 9 }, { now: at(0) });
  if (!added) throw new Error('nothing to highlight');
  return { state: added.state, id: added.highlight.id };
}

test('keeps what each of two readers added', () => {
  const one = setMark(fresh, article, 'a', 4, at(1));
  const other = setMark(highlighted().state, article, 'b', 10, at(2));
  const merged = mergeStates(one, other);
  expect(merged.marks.map(({ letter }) => letter)).toEqual(['a', 'b']);
  expect(merged.highlights).toHaveLength(1);
});

test('of two changes to one item keeps the later', () => {
  const { state, id } = highlighted();
  const first = setNote(state, id, 'first', at(1));
  const second = setNote(state, id, 'second', at(2));
  expect(mergeStates(second, first).highlights.map(({ note }) => note)).toEqual(['second']);
  const near = setPosition(fresh, article, { offset: 3 }, at(3));
  const far = setPosition(fresh, article, { offset: 30 }, at(4));
  expect(mergeStates(far, near).position?.anchor.start).toBe(30);
});

test('a removed highlight does not come back from an older copy, but does with a later change', () => {
  const { state, id } = highlighted();
  const removed = removeHighlight(state, id, at(5));
  expect(mergeStates(removed, setNote(state, id, 'older', at(4))).highlights).toEqual([]);
  expect(mergeStates(removed, setNote(state, id, 'later', at(6)))).toMatchObject({
    highlights: [{ note: 'later' }],
    removed: [],
  });
});

test('a removed mark does not come back either', () => {
  const marked = setMark(fresh, article, 'a', 4, at(1));
  expect(mergeStates(marked, removeMark(marked, 'a', at(2))).marks).toEqual([]);
});

test('title and path are those of the last opening', () => {
  const before = { ...fresh, opened: at(1).toISOString(), title: 'Old' };
  const after = { ...fresh, opened: at(2).toISOString(), title: 'New', path: '/new.md' };
  expect(mergeStates(after, before)).toMatchObject({ title: 'New', path: '/new.md' });
});
