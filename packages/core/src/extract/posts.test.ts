import { expect, test } from 'vitest';
import { parse } from '../parse.ts';
import { attribute } from '../read/html/nodes.ts';
import { parseDocument } from '../read/html/parse-tree.ts';
import { readHints } from './hints.ts';
import { measure } from './measure.ts';
import { cutPage } from './page.ts';
import { laterPosts } from './posts.ts';

/** Ids of the elements with a break before them, where all of a page is kept but the blocks that begin with `!`. */
function broken(body: string): (string | undefined)[] {
  const page = cutPage(parseDocument(`<!doctype html><body>${body}`));
  const { words } = measure(page, readHints(page));
  const kept = Uint8Array.from(words.keys(), (b) => {
    const text = page.texts[page.blockTexts[b] as number]?.value ?? '';
    return text.startsWith('!') ? 0 : 1;
  });
  return [...laterPosts(page, kept, words)].map((element) => attribute(element, 'id'));
}

const TEXT = '<p>When does the ferry sail?</p><p>At seven.</p>';

test('posts that follow one another are told apart, whatever else their classes say', () => {
  expect(
    broken(
      `<h1>Ferries</h1><div class="post bg1" id="a">${TEXT}</div><div class="post bg2" id="b">${TEXT}</div>` +
        `<div class="post bg1" id="c">!</div><div class="post bg2" id="d">${TEXT}</div>`,
    ),
  ).toEqual(['b', 'd']);
  expect(broken(`<article id="a">${TEXT}</article><article id="b">${TEXT}</article>`)).toEqual(['b']);
});

test('replies in posts are told apart, the other parts of a post are not', () => {
  const parts = '<div class="message-cell">Ann</div><div class="message-cell">At seven, as every day.</div>';
  expect(
    broken(`<div class="message" id="a">${parts}</div><div class="message js-post" id="b">${parts}</div>`),
  ).toEqual(['b']);
  const reply = (id: string): string => `<div class="comment" id="${id}">${TEXT}</div>`;
  expect(
    broken(
      `<div class="comment" id="a"><div>${reply('x')}${reply('y')}</div></div><div class="comment" id="b">${TEXT}</div>`,
    ),
  ).toEqual(['b', 'y']);
});

test('entries of a list, and elements that are called nothing, are left alone', () => {
  expect(broken(`<ol><li class="comment">${TEXT}</li><li class="comment">${TEXT}</li></ol>`)).toEqual([]);
  expect(broken(`<div class="wide">${TEXT}</div><div class="wide">${TEXT}</div>`)).toEqual([]);
  expect(broken(`<div class="post">${TEXT}</div><div class="footer">${TEXT}</div>`)).toEqual([]);
});

test("a page's own rule between posts is the break", () => {
  const post = `<div class="post"><h3>Ann</h3>${TEXT}<p>Thanks for the answer, I had quite forgotten to ask for that.</p></div>`;
  const thread = `<h1>Thread: ferries</h1><div class="topic">${Array.from({ length: 6 }, () => post).join('<hr>')}</div>`;
  const html = `<!doctype html><title>Ferries - Forum</title><body class="forum"><nav><a href="/login">Log in</a> <a href="/register">Register</a></nav>${thread}`;
  const result = parse(html, { mediaType: 'text/html', content: 'article' });
  const types = result.ok ? result.article.blocks.map(({ type }) => type) : [];
  expect(types.filter((type) => type === 'thematicBreak')).toHaveLength(5);
});
