import { cellWidth, parse } from '@lede/core';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPainter } from '../theme/painter.ts';
import { THEMES } from '../theme/themes.ts';
import { drawFrame } from '../view/frame.ts';
import { KEY_GROUPS } from './key-table.ts';
import { createKeymap } from './keymap.ts';
import { paste, press } from './press.ts';
import { nextWord } from './rsvp.ts';
import { openArticle, resize } from './start.ts';
import type { State } from './state.ts';

const keymap = createKeymap();
const painter = createPainter({ theme: THEMES[0] as (typeof THEMES)[number], depth: 'true' });
const KEYS = [
  ...new Set(
    KEY_GROUPS.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => keys.flatMap((key) => key.split(' ')))),
  ),
];

const ARTICLES = [
  readFileSync(new URL('../../test/fixtures/articles/guide.md', import.meta.url), 'utf8'),
  '# 河の港\n\n一八七一年の春、川は気を変えた。港は水から二里も離れてしまった。👩‍👩‍👧 e\u0301\n\n- نص عربي قصير\n- עברית\n',
  'x',
].map((text) => {
  const parsed = parse(text, { mediaType: 'text/markdown' });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.article;
});

const step = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  {
    weight: 1,
    arbitrary: fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((pasted) => ({ pasted })) },
);

/** A row without its styles and links. */
function plain(row: string): string {
  // eslint-disable-next-line no-control-regex
  return row.replaceAll(/\u001B\[[\d;]*m|\u001B\]8;[^\u001B]*\u001B\\/g, '');
}

test('no sequence of keys, pastes and sizes breaks the reader or its screen', () => {
  fc.assert(
    fc.property(fc.nat(ARTICLES.length - 1), fc.array(step, { maxLength: 120 }), (which, steps) => {
      const article = ARTICLES[which] as (typeof ARTICLES)[number]; // in range
      let state: State = openArticle(article, { columns: 60, rows: 14 });
      for (const one of steps) {
        if (typeof one === 'string') state = press(state, one, keymap);
        else state = 'pasted' in one ? paste(state, one.pasted) : resize(state, one);
        if (state.mode.kind === 'rsvp') state = nextWord(state);
        const frame = drawFrame(state, painter);
        expect(frame).toHaveLength(state.size.rows);
        expect(frame.some((row) => row.includes('\n'))).toBe(false);
        const widest = Math.max(...frame.map((row) => cellWidth(plain(row))));
        expect(widest).toBeLessThanOrEqual(state.size.columns);
        state = { ...state, effects: [] };
      }
    }),
    { numRuns: 400 },
  );
});
