import { expect, test } from 'vitest';
import { exportHighlights } from './export-highlights.ts';
import { emptyState, type ReadingState } from './reading-state.ts';

const NOW = '2024-05-01T10:00:00Z';
const anchor = { start: 10, end: 20, exact: 'two *words*\n\nand more', prefix: 'before ', suffix: '' };
const state: ReadingState = {
  ...emptyState('https://example.org/a', '0'.repeat(64), NOW),
  title: 'A title',
  highlights: [
    { id: '2', anchor: { ...anchor, start: 30, end: 33, exact: 'later' }, createdAt: NOW, updatedAt: NOW },
    { id: '1', anchor, note: 'Why?', createdAt: NOW, updatedAt: NOW },
    { id: '3', anchor, createdAt: NOW, updatedAt: NOW, deletedAt: NOW },
  ],
};

test('writes quotations with notes as Markdown, in the order of the text, without what was removed', () => {
  expect(exportHighlights([state], 'markdown')).toBe(
    '## A title\n\n<https://example.org/a>\n\n> two \\*words\\*\n>\n> and more\n\nWhy?\n\n> later\n',
  );
});

test('writes plain text', () => {
  expect(exportHighlights([state], 'text')).toBe(
    'A title\nhttps://example.org/a\n\n“two *words* and more”\n    Why?\n\n“later”\n',
  );
});

test('writes annotations that other tools read', () => {
  expect(JSON.parse(exportHighlights([state], 'json'))).toEqual([
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:1',
      type: 'Annotation',
      motivation: 'commenting',
      created: NOW,
      modified: NOW,
      body: { type: 'TextualBody', value: 'Why?', format: 'text/plain' },
      target: {
        source: 'https://example.org/a',
        selector: { type: 'TextQuoteSelector', exact: anchor.exact, prefix: 'before ' },
      },
    },
    expect.objectContaining({ id: 'urn:uuid:2', motivation: 'highlighting' }),
  ]);
});

test('leaves articles without highlights out', () => {
  expect(exportHighlights([emptyState('x', '', NOW)], 'text')).toBe('');
  expect(exportHighlights([], 'json')).toBe('[]\n');
});
