import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, breakLinesFrom } from './break-lines.ts';
import { cellWidth } from './cell-width.ts';
import { characterTable } from './character-table.ts';
import { WordBoundaries } from './complex-script.ts';
import { fullLine } from './full-line.ts';
import { graphemes } from './grapheme.ts';
import type { LineSpan } from './line-span.ts';
import { pairRules } from './pair-rules.ts';

/** Text as articles hold it, and as they should not. */
const WORDS = [
  'word',
  'a',
  'self-hosted',
  'e-mail',
  '10,000.5',
  '$5',
  '50%',
  '(so)',
  '“quoted”',
  'l’été',
  '—',
  '...',
  '/usr/bin',
  'https://example.com/a-b/c?d=e&f=g',
  '漢字',
  '「ああ」',
  'っ',
  '한국어',
  'สวัสดีครับ',
  'हिन्दी',
  'क्षत्रिय',
  'مرحبا',
  'e\u0301',
  '👨‍👩‍👧‍👦',
  '🇩🇪',
  '❤️‍🔥',
  '1️⃣',
  '\u00ad',
  '\u200b',
  '\u00a0',
  '\u2060',
  '\u3000',
  '\n',
  '\t',
  '\u0301',
  '🇫',
  '\u200d',
  '!',
  '-',
  '/',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constant(' '), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 60,
  })
  .map((words) => words.join('').toWellFormed());
const plain = fc
  .array(fc.oneof(fc.constant(' '), fc.string({ unit: 'grapheme-ascii', maxLength: 8 })), { maxLength: 60 })
  .map((words) => words.join(''));
const width = fc.integer({ min: 1, max: 30 });

const WHITE_SPACE = /^[\t\n \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]*$/;

test('no line is wider than asked, unless it is one cluster that is', () => {
  fc.assert(
    fc.property(text, width, (value, columns) => {
      for (const line of breakLines(value, columns)) {
        if (line.width <= columns) continue;
        expect([...graphemes(value.slice(line.start, line.end).trim())].length).toBe(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('lines hold all of the text in order but white space between them', () => {
  fc.assert(
    fc.property(text, width, (value, columns) => {
      let at = 0;
      for (const { start, end } of breakLines(value, columns)) {
        expect(value.slice(at, start)).toMatch(WHITE_SPACE);
        expect(end).toBeGreaterThanOrEqual(start);
        at = end;
      }
      expect(value.slice(at)).toMatch(WHITE_SPACE);
    }),
    { numRuns: 1000 },
  );
});

test('a line says its own width', () => {
  fc.assert(
    fc.property(text, width, (value, columns) => {
      for (const { start, end, width: own, hyphen } of breakLines(value, columns)) {
        expect(own).toBe(cellWidth(value.slice(start, end)) + (hyphen ? 1 : 0));
      }
    }),
    { numRuns: 1000 },
  );
});

test('no line begins or ends inside a grapheme cluster', () => {
  fc.assert(
    fc.property(text, width, (value, columns) => {
      const edges = new Set<number>([0]);
      let at = 0;
      for (const cluster of graphemes(value)) edges.add((at += cluster.length));
      for (const { start, end } of breakLines(value, columns)) {
        expect(edges.has(start)).toBe(true);
        expect(edges.has(end)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('lines broken one by one are those of the whole', () => {
  fc.assert(
    fc.property(text, width, (value, columns) => {
      const whole = breakLines(value, columns);
      const found: LineSpan[] = [];
      for (let start: number | null = 0; start !== null;) {
        const [line] = breakLinesFrom(value, start, columns, 1);
        if (!line) break;
        found.push(line);
        start = line.next;
      }
      expect(found).toEqual(whole);
    }),
  );
});

test('ASCII is broken like everything else, only faster', () => {
  const table = characterTable();
  fc.assert(
    fc.property(plain, width, (value, columns) => {
      const context = {
        text: value,
        limit: value.length,
        table,
        rules: pairRules(),
        words: new WordBoundaries(value, table),
      };
      const slow: LineSpan[] = [];
      for (let start: number | null = 0; start !== null;) {
        const line: LineSpan = fullLine(context, start, columns);
        slow.push(line);
        start = line.next;
      }
      expect(breakLines(value, columns)).toEqual(slow);
    }),
    { numRuns: 3000 },
  );
});

test('every line makes way, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), width, (value, columns) => {
      let last = -1;
      for (const { start } of breakLines(value, columns)) {
        expect(start).toBeGreaterThan(last);
        last = start;
      }
    }),
    { numRuns: 1000 },
  );
});
