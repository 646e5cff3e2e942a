import { parseHtml, parseMarkdown } from '@lede/core';
import { expect, test } from 'vitest';
import { createPainter } from '../theme/painter.ts';
import { THEMES } from '../theme/themes.ts';
import { drawFrame } from '../view/frame.ts';
import { createKeymap } from './keymap.ts';
import { press } from './press.ts';
import { openArticle } from './start.ts';
import type { State } from './state.ts';

const keymap = createKeymap();
const painter = createPainter({ theme: THEMES[0] as (typeof THEMES)[number], depth: 'none', hyperlinks: false });

function opened(html: string, url?: string): State {
  const result = parseHtml(html, url === undefined ? {} : { url });
  if (!result.ok) throw new Error(result.error.message);
  return openArticle(result.article, { columns: 60, rows: 14 });
}

function after(state: State, keys: string): State {
  let current = state;
  for (const key of keys.split(' ')) current = press({ ...current, effects: [] }, key, keymap);
  return current;
}

function rows(state: State): string[] {
  // eslint-disable-next-line no-control-regex
  return drawFrame(state, painter).map((row) => row.replaceAll(/\u001B\[[\d;]*m/g, '').trim());
}

const MIXED = `<p>A <a href="https://a.example/">link</a> first.</p>
<iframe src="https://films.example/1" title="A film"></iframe>
<figure><img src="https://a.example/hill.png" alt="A hill"></figure>
<p>Then <a href="https://b.example/">another</a>.</p>`;

test('Tab goes to links, embeds and images in their order, and back', () => {
  const seen: string[] = [];
  let state = opened(MIXED);
  for (let i = 0; i < 4; i++) {
    state = after(state, 'Tab');
    seen.push(rows(state).at(-1)?.split(/\s/)[0] ?? '');
  }
  expect(seen).toEqual([
    'https://a.example/',
    'https://films.example/1',
    'https://a.example/hill.png',
    'https://b.example/',
  ]);
  expect(rows(after(state, 'Tab')).at(-1)).toContain('No link after this');
  expect(rows(after(state, 'Shift-Tab Shift-Tab')).at(-1)).toContain('https://films.example/1');
  expect(rows(after(state, '9 Shift-Tab')).at(-1)).toContain('https://a.example/');
  expect(rows(after(opened('Words alone.'), 'Tab')).at(-1)).toContain('The article has no links');
});

test('an embed in focus is marked in the margin, and opens in the browser', () => {
  const state = after(opened(MIXED), 'Tab Tab');
  expect(rows(state)).toContain('› ▸ A film');
  expect(after(state, 'Enter').effects).toEqual([{ type: 'browse', url: 'https://films.example/1' }]);
});

test('an embed and an image have letters too', () => {
  const state = after(opened(MIXED), ';');
  expect(rows(state)).toEqual(expect.arrayContaining(['s A film', 'dimage: A hill]']));
  expect(after(state, 's').effects).toEqual([{ type: 'browse', url: 'https://films.example/1' }]);
});

test('an address of the article itself leads to its section, without opening it again', () => {
  const html = `<p><a href="#the-end">down</a> <a href="https://a.example/page#the-end">too</a> <a href="https://b.example/page#the-end">away</a></p>${'<p>text</p>'.repeat(20)}<h2>The end</h2>${'<p>text</p>'.repeat(20)}`;
  const state = opened(html, 'https://a.example/page');
  for (const keys of ['Tab Enter', 'Tab Tab Enter']) {
    const moved = after(state, keys);
    expect(moved.effects).toEqual([]);
    expect(rows(moved)[0]).toBe('› The end');
  }
  expect(after(state, 'Tab Tab Tab Enter').effects).toEqual([
    { type: 'open', input: 'https://b.example/page#the-end' },
  ]);
});

test('a long note is scrolled in its window', () => {
  const note = Array.from({ length: 30 }, (_, i) => `Sentence ${i} of a note that is long.`).join(' ');
  const parsed = parseMarkdown(`Noted.[^1]\n\n${'word '.repeat(60)}\n\n[^1]: ${note}\n`);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const state = openArticle(parsed.article, { columns: 60, rows: 14 });
  const popup = after(state, 'Tab Enter');
  expect(popup.mode.kind).toBe('popup');
  expect(rows(popup).some((row) => /^\d+ more below/.test(row))).toBe(true);
  expect(rows(popup).some((row) => row.startsWith('Sentence 0'))).toBe(true);
  const end = after(popup, 'Space Space Space Space Space Space');
  expect(rows(end).some((row) => row.includes('Sentence 29'))).toBe(true);
  expect(rows(end).some((row) => /^\d+ above$/.test(row))).toBe(true);
  expect(after(end, 'b b b b b b').mode).toMatchObject({ scroll: 0 });
});
