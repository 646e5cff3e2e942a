import type { Anchor } from '@lede/core';
import fc from 'fast-check';
import { HIGHLIGHT_COLORS } from '../src/highlight/highlight-color.ts';
import { mergeStates } from '../src/state/merge.ts';
import { timestamp } from '../src/state/timestamp.ts';
import type { ArticleState, Highlight, Timestamp } from '../src/state/types.ts';

/** Few times, so that changes at the same time are tried often. */
const arbitraryTime: fc.Arbitrary<Timestamp> = fc
  .nat(5)
  .map((second) => timestamp(new Date(Date.UTC(2026, 0, 1, 0, 0, second))));
const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const range = fc.tuple(fc.nat(1000), fc.nat(50)).map(([start, length]) => ({ start, end: start + length }));

const arbitraryAnchor: fc.Arbitrary<Anchor> = fc
  .tuple(
    range,
    fc.record(
      { exact: text, prefix: fc.string(), suffix: fc.string(), block: text },
      { requiredKeys: ['exact', 'prefix', 'suffix'] },
    ),
  )
  .map(([span, quote]) => ({ ...span, ...quote }));

const arbitraryHighlight: fc.Arbitrary<Highlight> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'https://notes.example/1'),
    anchor: arbitraryAnchor,
    color: fc.constantFrom(...HIGHLIGHT_COLORS),
    note: text,
    created: arbitraryTime,
    updated: arbitraryTime,
    codePoints: range,
    fragment: text.map((words) => `#:~:text=${encodeURIComponent(words)}`),
  },
  { requiredKeys: ['id', 'anchor', 'color', 'created', 'updated'] },
);

const arbitraryParts: fc.Arbitrary<ArticleState> = fc.record(
  {
    schema: fc.constant('lede.state/1' as const),
    key: fc.constant('https://example.com/story'),
    title: text,
    path: text,
    opened: arbitraryTime,
    position: fc.record({
      anchor: arbitraryAnchor,
      progress: fc.double({ min: 0, max: 1, noNaN: true }),
      updated: arbitraryTime,
    }),
    marks: fc.array(
      fc.record({ letter: fc.constantFrom('a', 'b', 'é'), anchor: arbitraryAnchor, updated: arbitraryTime }),
      { maxLength: 3 },
    ),
    highlights: fc.array(arbitraryHighlight, { maxLength: 4 }),
    removed: fc.array(
      fc.record({ item: fc.constantFrom('mark:a', 'mark:b', 'highlight:a', 'highlight:b'), updated: arbitraryTime }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['schema', 'key', 'marks', 'highlights', 'removed'] },
);

/** A state of one and the same article, in the order that states are kept in. */
export const arbitraryState: fc.Arbitrary<ArticleState> = arbitraryParts.map((state) => mergeStates(state, state));
