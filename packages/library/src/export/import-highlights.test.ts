import { expect, test } from 'vitest';
import { at, parsed } from '../../test/article.ts';
import { resolveHighlights } from '../highlight/resolve-highlights.ts';
import { identify } from '../state/identify.ts';
import { isArticleState } from '../state/check-state.ts';
import { importHighlights } from './import-highlights.ts';

const URL = 'https://news.example/river';
const quote = { type: 'TextQuoteSelector', exact: 'in the sea', prefix: 'It ends ' };

function imported(value: unknown): ReturnType<typeof importHighlights> {
  return importHighlights(JSON.stringify(value), at(0));
}

test('another tool’s annotation is taken with its words, note and times, and found in the article', () => {
  const article = parsed('It rises.\n\nIt ends in the sea.', { url: URL });
  const result = imported({
    id: 'https://notes.example/7',
    type: 'Annotation',
    created: '2025-03-04T05:06:07+01:00',
    body: [
      { type: 'TextualBody', value: 'Which?' },
      { type: 'TextualBody', purpose: 'tagging', value: 'rivers' },
    ],
    target: { source: `${URL}#top`, selector: [{ type: 'RangeSelector' }, quote] },
  });
  expect(result).toMatchObject({
    skipped: 0,
    states: [
      {
        key: identify(article).key,
        highlights: [{ id: 'https://notes.example/7', note: 'Which?', created: '2025-03-04T04:06:07.000Z' }],
      },
    ],
  });
  const [state] = result.ok ? result.states : [];
  if (!state) throw new Error('no state');
  expect(isArticleState(state)).toBe(true);
  expect(resolveHighlights(state, article).map(({ status }) => status)).toEqual(['moved']);
});

test.each([
  ['a list', (items: unknown[]) => items],
  ['a page', (items: unknown[]) => ({ type: 'AnnotationPage', items })],
  ['a collection', (items: unknown[]) => ({ type: 'AnnotationCollection', first: { items } })],
])('annotations come in %s too', (_, wrap) => {
  const annotation = { type: 'Annotation', target: { source: { id: URL }, selector: quote } };
  expect(imported(wrap([annotation]))).toMatchObject({ states: [{ key: URL, highlights: [{ color: 'yellow' }] }] });
});

test('the same annotation twice is one highlight, also where it has no id', () => {
  const annotation = { type: 'Annotation', target: { source: URL, selector: quote } };
  const result = imported([annotation, annotation]);
  expect(result.ok && result.states[0]?.highlights).toHaveLength(1);
});

test.each([
  ['of no article', { type: 'Annotation', target: { selector: quote } }],
  ['without words', { type: 'Annotation', target: { source: URL } }],
  ['of a position alone', { target: { source: URL, selector: { type: 'TextPositionSelector', start: 1, end: 2 } } }],
  ['that is none', null],
  ['that is text', 'x'],
])('an annotation %s is counted as skipped', (_, annotation) => {
  expect(imported([annotation])).toEqual({ ok: true, states: [], skipped: 1 });
});

test.each(['', 'null', '{}', '3', '{"type":"AnnotationCollection","first":"https://notes.example/page1"}'])(
  '%j holds no annotations, and that is a value',
  (json) => expect(importHighlights(json, at(0))).toMatchObject({ ok: false, error: { code: 'import-invalid' } }),
);

test('fields of the wrong kind are as good as absent', () => {
  const target = {
    source: URL,
    styleClass: 'infrared',
    selector: [quote, { type: 'lede:AnchorSelector', 'lede:start': -1 }],
  };
  const result = imported([{ id: 7, created: 'yesterday', modified: '+012345-01-01T00:00:00Z', body: 5, target }]);
  expect(result).toMatchObject({
    states: [{ highlights: [{ color: 'yellow', anchor: { start: 0, end: 10 }, created: at(0).toISOString() }] }],
  });
});
