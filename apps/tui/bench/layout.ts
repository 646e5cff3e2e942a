/**
 * `npm run bench layout`: what a key costs in the layout and the painter, without Ink and the terminal: a screen of
 * lines laid out and painted anywhere in articles of very different shape and size. Times are microseconds of one
 * screen of 50 rows, medians over many places.
 */
import { type Article, parseHtml, parseText } from '@lede/core';
import { Flow } from '../src/layout/flow.ts';
import { createPainter, type Overlay } from '../src/theme/painter.ts';
import { THEMES } from '../src/theme/themes.ts';

const ROWS = 50;
const COLUMNS = 120;
const PLACES = 400;

const SENTENCE = 'The council weighs a “new” plan for the harbour — and nobody knows what it’ll cost. ';

function html(body: string): Article {
  const parsed = parseHtml(body, { content: 'everything' });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.article;
}

function text(body: string): Article {
  const parsed = parseText(body);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.article;
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

const ARTICLES: Readonly<Record<string, () => Article>> = {
  'ten lines': () => html(`<p>${SENTENCE.repeat(8)}</p>`),
  'ordinary, 1,000 blocks': () =>
    html(times(500, (i) => `<h2>Part ${i}</h2><p>${SENTENCE.repeat(6)}<a href="https://a.b/">x</a></p>`)),
  'a million lines of prose': () => text(times(125_000, () => `${SENTENCE.repeat(8)}\n\n`)),
  'one paragraph of 10 MB': () => html(`<p>${SENTENCE.repeat(125_000)}</p>`),
  'a million lines of code': () => html(`<pre>${times(1_000_000, (i) => `line ${i};\n`)}</pre>`),
  'a list of 200,000 items': () => html(`<ul>${times(200_000, (i) => `<li>item ${i}</li>`)}</ul>`),
  'a table of 100,000 rows': () =>
    html(`<table>${times(100_000, (i) => `<tr><td>${i}</td><td>${SENTENCE}</td></tr>`)}</table>`),
};

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Microseconds that `work` takes. */
function timed(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1000;
}

console.log(`Node ${process.version}, ${process.platform}-${process.arch}; medians, in microseconds`);
console.log(
  `${'article'.padEnd(28)}${'open'.padStart(10)}${'jump'.padStart(10)}${'scroll'.padStart(10)}${'paint'.padStart(10)}${'end'.padStart(10)}`,
);
const [theme] = THEMES;
if (!theme) throw new Error('there are no themes');
const painter = createPainter({ theme, depth: 'true' });
for (const [name, make] of Object.entries(ARTICLES)) {
  const article = make();
  const { length } = article.text;
  const open = timed(() => {
    const flow = new Flow(article, { columns: COLUMNS });
    flow.linesFrom(flow.start(), ROWS);
  });
  const flow = new Flow(article, { columns: COLUMNS });
  const end = timed(() => flow.linesFrom(flow.lastTop(ROWS), ROWS));
  const jumps: number[] = [];
  const scrolls: number[] = [];
  const paints: number[] = [];
  for (let place = 0; place < PLACES; place++) {
    const offset = Math.floor((((place * 7919) % PLACES) / PLACES) * length);
    let top = flow.start();
    jumps.push(timed(() => flow.linesFrom((top = flow.locate(offset)), ROWS)));
    let lines = flow.linesFrom(top, ROWS);
    scrolls.push(timed(() => (lines = flow.linesFrom(flow.move(top, 1), ROWS))));
    const overlays: Overlay[] = lines.map((line) => ({ start: line.start + 4, end: line.start + 11, role: 'match' }));
    paints.push(timed(() => lines.map((line) => painter.line(line, { overlays, columns: COLUMNS }))));
  }
  const figures = [open, median(jumps), median(scrolls), median(paints), end];
  console.log(name.padEnd(28) + figures.map((figure) => figure.toFixed(0).padStart(10)).join(''));
}
