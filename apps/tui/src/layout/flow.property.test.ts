import { type Article, cellWidth, parseHtml } from '@lede/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Flow, type PlacedLine } from './flow.ts';
import { isPrintable } from './printable.ts';

const WORDS =
  'word a self-hosted 10,000 (so) “quoted” — https://example.com/a/b?c=d 漢字 ああ 한국어 สวัสดี हिन्दी e\u0301 👨‍👩‍👧‍👦 שלום مرحبا ltr. \u0085x \u202ey'.split(
    ' ',
  );
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 }).map((list) => list.join(' '));
const inline = fc.oneof(
  { weight: 3, arbitrary: words },
  words.map((text) => `<em>${text}</em> and <a href="https://example.com/">${text}</a>`),
  words.map((text) => `x<sup>2</sup> <code>${text}</code><br>${text} <q>${text}</q>`),
  words.map((text) => `${text} <img src="https://example.com/i.png" alt="alt text"> ${text}`),
);
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inline.map((text) => `<p>${text}</p>`),
    inline.map((text) => `<h2>${text}</h2>`),
    words.map((text) => `<pre>${text}\n\n\t${text}\n</pre>`),
    fc.constant('<hr>'),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((blocks) => `<blockquote>${blocks.join('')}</blockquote>`),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => `<ol>${items.map((i) => `<li>${i}</li>`).join('')}</ol>`),
    fc
      .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 })
      .map((rows) => `<table>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`),
  ),
}));
const article = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks): Article => {
  const parsed = parseHtml(`<article>${blocks.join('')}</article>`, {
    content: 'everything',
    meta: { title: 'Title' },
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.article;
});
const columns = fc.integer({ min: 12, max: 100 });

function flowOf(value: Article, width: number, justify = false): { flow: Flow; lines: PlacedLine[] } {
  const flow = new Flow(value, { columns: width, justify });
  return { flow, lines: flow.linesFrom(flow.start(), Infinity) };
}

test('moving by lines counts the lines there are, and comes back', () => {
  fc.assert(
    fc.property(article, columns, fc.nat(), fc.nat(), (value, width, a, b) => {
      const { flow, lines } = flowOf(value, width);
      const from = a % lines.length;
      const to = b % lines.length;
      const [start, end] = [lines[from]?.position, lines[to]?.position];
      if (!start || !end) throw new Error('no line');
      expect(flow.move(start, to - from)).toEqual(end);
      expect(flow.move(end, from - to)).toEqual(start);
      expect(flow.distance(start, end, lines.length)).toBe(to - from);
      expect(flow.move(start, lines.length)).toEqual(flow.end());
      expect(flow.move(start, -lines.length)).toEqual(flow.start());
      expect(flow.linesFrom(start, 3)).toEqual(lines.slice(from, from + 3));
    }),
  );
});

test('a line of text is found by where it starts', () => {
  fc.assert(
    fc.property(article, columns, (value, width) => {
      const { flow, lines } = flowOf(value, width);
      // A placeholder is one character of the text and may take two lines: the first has it.
      const found = lines.filter((line) => line.start < line.end && value.text[line.start] !== '\uFFFC');
      expect(found.map((line) => flow.locate(line.start))).toEqual(found.map((line) => line.position));
      expect(found.map((line) => flow.offsetAt(line.position))).toEqual(found.map((line) => line.start));
    }),
  );
});

test('segments show the text they say, and every visible character is on some line', () => {
  fc.assert(
    fc.property(article, columns, fc.boolean(), (value, width, justify) => {
      const { lines } = flowOf(value, width, justify);
      const shown = new Uint8Array(value.text.length);
      for (const { segments } of lines) {
        for (const { text, start, end, width: own } of segments) {
          expect(own).toBe(cellWidth(text));
          expect(isPrintable(text)).toBe(true);
          if (start === undefined || end === undefined) continue;
          shown.fill(1, start, end);
        }
      }
      const missing = Array.from({ length: value.text.length }, (_, at) => (shown[at] === 0 ? value.text[at] : ''));
      expect(missing.join('')).toMatch(/^[\s\u0080-\u009f\u202a-\u202e\u200b\u00ad]*$/);
    }),
  );
});

test('no line of text is wider than the screen', () => {
  fc.assert(
    fc.property(article, columns, (value, width) => {
      for (const line of flowOf(value, width).lines) {
        let own = 0;
        for (const segment of line.segments) own += segment.width;
        expect(own).toBe(line.width);
        expect(line.overflows).toBe(line.left + line.width > width);
        expect(line.overflows && value.blocks[line.block]?.type !== 'tableRow').toBe(false);
      }
    }),
  );
});

test('progress never goes back, and ends at one', () => {
  fc.assert(
    fc.property(article, columns, (value, width) => {
      const { flow, lines } = flowOf(value, width);
      const steps = lines
        .filter((l) => value.blocks[l.block]?.type !== 'tableRow')
        .map((l) => flow.progress(l.position));
      expect(steps.toSorted((a, b) => a - b)).toEqual(steps);
      expect(flow.progress(flow.end())).toBe(1);
    }),
  );
});
