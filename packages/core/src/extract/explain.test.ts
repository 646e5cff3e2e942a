import { expect, test } from 'vitest';
import { explainHtml } from './explain.ts';

const PAGE = `<!doctype html><title>A walk</title><body><nav class="menu"><a href="/">Home</a></nav>
<article class="post"><p>It was early when we left, and the road was still wet from the rain of the night before.</p>
<p>Nobody spoke until we had passed the mill, and then it was only to ask who had the bread.</p></article></body>`;

test('tells of each block its text, place, score and the features that decided', () => {
  const { blocks, confidence } = explainHtml(PAGE);
  expect(blocks.map(({ text }) => text.slice(0, 12))).toEqual(['Home', 'It was early', 'Nobody spoke']);
  expect(blocks.map(({ kept }) => kept)).toEqual([false, true, true]);
  expect(blocks[1]?.path).toBe('html > body > article.post > p');
  expect(blocks[1]?.reasons.length).toBeGreaterThan(0);
  expect(blocks[0]?.score).toBeLessThan(blocks[1]?.score ?? 0);
  expect(confidence).toBeGreaterThan(0.5);
});
