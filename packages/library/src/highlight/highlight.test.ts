import { expect, test } from 'vitest';
import { articleOf, at, parsed, spanOf } from '../../test/article.ts';
import { isArticleState } from '../state/check-state.ts';
import { emptyState } from '../state/change.ts';
import { identify } from '../state/identify.ts';
import type { ArticleState } from '../state/types.ts';
import { addHighlight, removeHighlight, setColor, setNote } from './highlight.ts';
import { resolveHighlights } from './resolve-highlights.ts';

const RIVER = 'The river rises in the high mountains, where snow lies until June.';
const SEA = 'After nine hundred kilometres it ends in a delta by the sea.';
const article = articleOf(RIVER, SEA);

function highlight(state: ArticleState, words: string, of = article): { state: ArticleState; id: string } {
  const added = addHighlight(state, of, spanOf(of, words), { now: at(0) });
  if (!added) throw new Error('nothing to highlight');
  return { state: added.state, id: added.highlight.id };
}
const fresh = emptyState(identify(article));

test('a highlight remembers its words without the white space around them', () => {
  const { start, end } = spanOf(article, ' river rises ');
  const added = addHighlight(fresh, article, { start, end }, { now: at(0), color: 'green', note: 'Which?' });
  expect(added?.highlight).toMatchObject({ anchor: { exact: 'river rises' }, color: 'green', note: 'Which?' });
  expect(isArticleState(added?.state)).toBe(true);
});

test('a span without text is not highlighted, wherever it lies', () => {
  expect(addHighlight(fresh, article, { start: 3, end: 4 }, { now: at(0) })).toBeUndefined();
  expect(addHighlight(fresh, article, { start: 9, end: 5 }, { now: at(0) })).toBeUndefined();
  expect(addHighlight(fresh, article, { start: 9_999, end: 10_000 }, { now: at(0) })).toBeUndefined();
});

test('the same span is highlighted once: the second time changes the colour and keeps the note', () => {
  const first = addHighlight(fresh, article, spanOf(article, 'snow'), { now: at(0), note: 'cold' });
  const again = addHighlight(first?.state ?? fresh, article, spanOf(article, 'snow'), { now: at(1), color: 'blue' });
  expect(again?.state.highlights).toMatchObject([{ color: 'blue', note: 'cold', id: first?.highlight.id }]);
});

test('counts in code points beside code units, for W3C annotations', () => {
  const emoji = articleOf('A 🏔 and a river.');
  const { state } = highlight(emptyState(identify(emoji)), 'river', emoji);
  expect(state.highlights).toMatchObject([{ anchor: { start: 11, end: 16 }, codePoints: { start: 10, end: 15 } }]);
});

test('on a web page it has a link to its passage, elsewhere not', () => {
  const page = parsed(RIVER, { url: 'https://news.example/river' });
  expect(highlight(emptyState(identify(page)), 'snow', page).state.highlights).toMatchObject([
    { fragment: '#:~:text=snow' },
  ]);
  expect(highlight(fresh, 'snow').state.highlights[0]).not.toHaveProperty('fragment');
});

test('note and colour can be changed, the note be taken away, the highlight be removed', () => {
  const { state, id } = highlight(fresh, 'snow');
  const noted = setNote(setColor(state, id, 'red', at(1)), id, 'cold', at(2));
  expect(noted.highlights).toMatchObject([{ color: 'red', note: 'cold', updated: at(2).toISOString() }]);
  expect(setNote(noted, id, '', at(3)).highlights[0]).not.toHaveProperty('note');
  expect(removeHighlight(noted, id, at(4))).toMatchObject({ highlights: [], removed: [{ item: `highlight:${id}` }] });
});

test('what is not there is left alone', () => {
  expect(setNote(fresh, 'x', 'note', at(0))).toBe(fresh);
  expect(removeHighlight(fresh, 'x', at(0))).toBe(fresh);
});

test('a removed highlight can be made again at once', () => {
  const { state, id } = highlight(fresh, 'snow');
  expect(highlight(removeHighlight(state, id, at(0)), 'snow').state.highlights).toHaveLength(1);
});

test('in a changed article highlights are found where their words are now; lost ones are listed last', () => {
  const both = highlight(highlight(fresh, 'snow lies until June').state, 'ends in a delta').state;
  const changed = articleOf('A new beginning.', SEA);
  const found = resolveHighlights(both, changed);
  expect(found.map(({ status, highlight: { anchor } }) => [status, anchor.exact])).toEqual([
    ['moved', 'ends in a delta'],
    ['orphaned', 'snow lies until June'],
  ]);
  expect(resolveHighlights(both, article).map(({ status }) => status)).toEqual(['exact', 'exact']);
});

test('in the order of the text as it is now', () => {
  const both = highlight(highlight(fresh, 'snow lies until June').state, 'ends in a delta').state;
  const found = resolveHighlights(both, articleOf(SEA, RIVER));
  expect(found.map(({ highlight: { anchor } }) => anchor.exact)).toEqual(['ends in a delta', 'snow lies until June']);
});
