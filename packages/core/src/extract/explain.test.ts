import { expect, test } from 'vitest';
import { parse } from '../parse.ts';
import type { PageTrace } from './explain.ts';

const LONG = 'It was early when we left, and the road was still wet from the rain of the night before.';
const PAGE = `<!doctype html><title>A walk</title><body><nav class="menu"><a href="/">Home</a></nav>
<article class="post"><p>${LONG}</p>
<p>Nobody spoke until we had passed the mill, and then it was only to ask who had the bread.</p><div class="narrow"><p>${LONG}</p></div></article></body>`;

function traceOf(html: string, options = {}): PageTrace[] {
  const traces: PageTrace[] = [];
  parse(html, { mediaType: 'text/html', trace: (trace) => traces.push(trace), ...options });
  return traces;
}

test('tells of each block its text, place, score and the features that decided', () => {
  const [trace] = traceOf(PAGE, { content: 'article' });
  const { blocks = [], confidence, source } = trace ?? {};
  expect(blocks.map(({ text }) => text.slice(0, 12))).toEqual(['Home', 'It was early', 'Nobody spoke', 'It was early']);
  expect(blocks.map(({ kept }) => kept)).toEqual([false, true, true, false]);
  expect(blocks.map(({ left }) => left)).toEqual([expect.any(String), undefined, undefined, 'copy']);
  expect(blocks[1]?.path).toBe('html > body > article.post > p');
  expect(blocks[1]?.reasons.length).toBeGreaterThan(0);
  expect(blocks[0]?.score).toBeLessThan(blocks[1]?.score ?? 0);
  expect([source, confidence]).toEqual(['blocks', expect.closeTo(0.9, 0)]);
});

test('says that a clean document was kept whole, and that an article came from data', () => {
  const clean = `<!doctype html><title>A walk</title><h1>A walk</h1><p>${LONG}</p>`;
  expect(traceOf(clean).map(({ source, blocks }) => [source, blocks.every(({ kept }) => kept)])).toEqual([
    ['whole', true],
  ]);
  const body = Array.from({ length: 40 }, (_, i) => `${LONG} It was the ${i}th day.`).join(' ');
  const data = JSON.stringify({ '@type': 'Article', headline: 'A walk', articleBody: body });
  const shell = `<!doctype html><title>A walk</title><script type="application/ld+json">${data}</script><nav>Home</nav><div id="root"></div>`;
  expect(traceOf(shell).map(({ source }) => source)).toEqual(['data']);
});

test('tells of a page without an article, and nothing of what is not a page or is not cut', () => {
  const login = `<!doctype html><title>Sign in</title><body><form><label>Name</label><input><button>Sign in</button></form></body>`;
  expect(traceOf(login)).toHaveLength(1);
  expect(traceOf(PAGE, { content: 'everything' })).toEqual([]);
  expect(traceOf('# A walk', { mediaType: 'text/markdown' })).toEqual([]);
});
