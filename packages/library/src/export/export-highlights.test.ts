import { parse } from '@lede/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryState } from '../../test/arbitrary-state.ts';
import { at, parsed, spanOf } from '../../test/article.ts';
import { addHighlight } from '../highlight/highlight.ts';
import { emptyState } from '../state/change.ts';
import { identify } from '../state/identify.ts';
import type { ArticleState, Highlight } from '../state/types.ts';
import { type ExportFormat, exportHighlights } from './export-highlights.ts';
import { importHighlights } from './import-highlights.ts';

const river = parsed('# The *river*\n\nIt rises in the mountains.\n\nIt ends in the sea.', {
  url: 'https://news.example/river',
});

function highlighted(): ArticleState {
  let state = emptyState(identify(river));
  for (const [words, note] of [
    ['in the sea', 'Which one?\nThe Black Sea.'],
    ['mountains', ''],
  ] as const) {
    state = addHighlight(state, river, spanOf(river, words), { now: at(0), note })?.state ?? state;
  }
  return state;
}

test('Markdown: a section an article, with quotes in their order, notes and links to the passage', () => {
  expect(exportHighlights([highlighted()], 'markdown')).toBe(`## [The river](<https://news.example/river>)

> mountains

[Passage](<https://news.example/river#:~:text=mountains>)

> in the sea

Which one?\\
The Black Sea.

[Passage](<https://news.example/river#:~:text=in%20the%20sea>)
`);
});

test('plain text: title and place, quotes with their notes', () => {
  expect(exportHighlights([highlighted()], 'text')).toBe(`The river
https://news.example/river

  “mountains”

  “in the sea”
    Which one?
    The Black Sea.
`);
});

test('JSON: a collection of W3C Web Annotations', () => {
  const collection: unknown = JSON.parse(exportHighlights([highlighted()], 'json'));
  expect(collection).toMatchObject({
    '@context': ['http://www.w3.org/ns/anno.jsonld', {}],
    type: 'AnnotationCollection',
    total: 2,
    first: {
      type: 'AnnotationPage',
      items: [
        { type: 'Annotation', motivation: 'highlighting' },
        {
          type: 'Annotation',
          motivation: 'commenting',
          created: at(0).toISOString(),
          body: { type: 'TextualBody', value: 'Which one?\nThe Black Sea.' },
          target: {
            source: 'https://news.example/river',
            styleClass: 'yellow',
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: 'in the sea',
                prefix: expect.stringMatching(/It ends $/),
                suffix: '.',
              },
              { type: 'TextPositionSelector', start: 47, end: 57 },
              { type: 'FragmentSelector', value: ':~:text=in%20the%20sea' },
              { type: 'lede:AnchorSelector' },
            ],
          },
        },
      ],
    },
  });
});

test.each<ExportFormat>(['markdown', 'text'])('%s: articles without highlights are left out', (format) => {
  expect(exportHighlights([emptyState(identify(river))], format)).toBe('');
});

test('a file is named by its path, piped text by nothing', () => {
  const [highlight] = highlighted().highlights;
  const highlights = highlight ? [highlight] : [];
  const file = { ...emptyState({ key: 'file:///books/a%20b.md', title: 'Rivers' }), highlights };
  expect(exportHighlights([file], 'text')).toContain('Rivers\n/books/a b.md\n');
  expect(exportHighlights([file], 'markdown')).toContain('## Rivers\n\n/books/a b.md\n\n>');
  const piped = { ...emptyState({ key: 'urn:sha256:00' }), highlights };
  expect(exportHighlights([piped], 'text')).toMatch(/^Untitled\n\n {2}“/);
});

test('JSON comes back as the same highlights', () => {
  fc.assert(
    fc.property(arbitraryState, ({ key, title, highlights }) => {
      const state: ArticleState = { ...emptyState(title === undefined ? { key } : { key, title }), highlights };
      const states = highlights.length === 0 ? [] : [state];
      expect(importHighlights(exportHighlights([state], 'json'), at(0))).toEqual({ ok: true, states, skipped: 0 });
    }),
  );
});

test('Markdown shows quotes, notes and titles as they are, whatever they hold', () => {
  const hostile = fc.array(
    fc.constantFrom(
      ...'ab 1.)#*_`~[]()<>!&|\\$+-=:'.split(''),
      '&amp;',
      '\n',
      '\n\n',
      'http://x.example',
      'www.x.example',
      'a@x.example',
      ' ',
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(hostile, hostile, (quote, note) => {
      const [highlight] = highlighted().highlights;
      if (!highlight) throw new Error('no highlight');
      const exact = `q ${quote.join('')} q`;
      const changed: Highlight = { ...highlight, anchor: { ...highlight.anchor, exact }, note: `n ${note.join('')} n` };
      const title = `t ${note.join('')} t`;
      const state = { ...emptyState({ key: 'https://news.example/', title }), highlights: [changed] };
      const read = parse(exportHighlights([state], 'markdown'), { mediaType: 'text/markdown' });
      if (!read.ok) throw new Error(read.error.message);
      const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
      expect(words(read.article.text)).toBe(words(`${title} ${exact} n ${note.join('')} n Passage`));
      const types = new Set(read.article.blocks.map(({ type }) => type));
      expect([...types].toSorted()).toEqual(['blockquote', 'heading', 'paragraph']);
    }),
    { numRuns: 500 },
  );
});
