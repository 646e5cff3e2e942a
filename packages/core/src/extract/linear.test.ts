import { expect, test } from 'vitest';
import { parseDocument } from '../read/html/parse-tree.ts';
import { readHints } from './hints.ts';
import { scoreWords, type WordScores } from './linear.ts';
import { measure } from './measure.ts';
import { cutPage } from './page.ts';
import { PLACE_TERMS } from './place-terms.ts';
import { findHeadings, headingsAbove } from './survey.ts';
import { TEXT_TERMS } from './text-terms.ts';

/** Scores by a model in which every term weighs one: how many different terms a block has. */
function countTerms(body: string): { text: number[]; place: number[] } {
  return lists(score(body, () => 1));
}

/** Scores by a model in which every term has a weight of its own: equal only where the terms are. */
function fingerprint(body: string): { text: number[]; place: number[] } {
  return lists(score(body, (term) => (Math.imul(term, 0x9e3779b1) >> 24) | 1));
}

function score(body: string, weight: (term: number) => number): WordScores {
  const page = cutPage(parseDocument(`<!doctype html>${body}`));
  const text = Int8Array.from({ length: TEXT_TERMS }, (_, term) => weight(term));
  const place = Int8Array.from({ length: PLACE_TERMS }, (_, term) => weight(term));
  const measures = measure(page, readHints(page));
  return scoreWords(page, measures, headingsAbove(findHeadings(page)), { bias: 0, text, place });
}

function lists({ text, place }: WordScores): { text: number[]; place: number[] } {
  return { text: [...text], place: [...place] };
}

test('a word counts once, however often it stands there', () => {
  const [once = 0] = countTerms('<p>more stories</p>').text;
  const [twice = 0] = countTerms('<p>more more stories</p>').text;
  const [other = 0] = countTerms('<p>more new stories</p>').text;
  expect(once).toBeGreaterThan(0);
  expect(twice).toBeLessThan(other);
});

test('which number it is does not matter, how long it is does', () => {
  expect(fingerprint('<p>5 min read</p>')).toEqual(fingerprint('<p>7 min read</p>'));
  expect(fingerprint('<p>5 min read</p>')).not.toEqual(fingerprint('<p>1995 min read</p>'));
  expect(fingerprint('<p>5 min read</p>')).not.toEqual(fingerprint('<p>five min read</p>'));
});

test('the heading above and the neighbours tell of a block', () => {
  const text = (heading: string, next: string): number | undefined =>
    fingerprint(`<h2>${heading}</h2><p>The bridge is closed.</p><p>${next}</p>`).text[1];
  expect(text('Related', 'Share')).toBe(text('Related', 'Share'));
  expect(text('Related', 'Share')).not.toBe(text('Opening hours', 'Share'));
  expect(text('Related', 'Share')).not.toBe(text('Related', 'Reply'));
});

test('names of the elements around tell of a block, those of the page do not', () => {
  const place = (html: string): number | undefined => fingerprint(html).place[0];
  const plain = place('<body><div class="story"><p>Text</p></div>');
  expect(place('<body class="single-post"><div class="story"><p>Text</p></div>')).toBe(plain);
  expect(place('<body><div class="comments"><p>Text</p></div>')).not.toBe(plain);
  expect(place('<body><div class="comments"><div class="story"><p>Text</p></div></div>')).not.toBe(plain);
});

test('a name that every wrapper has counts once', () => {
  const [once] = countTerms('<div class="a"><div class="box"><div><div><p>Text</p></div></div></div></div>').place;
  const [thrice] = countTerms(
    '<div class="a box"><div class="box"><div class="box"><div><p>Text</p></div></div></div></div>',
  ).place;
  // The pair "a box" is the only new term: the words are there already.
  expect(thrice).toBeLessThanOrEqual((once ?? 0) + 2);
});
