import { expect, test } from 'vitest';
import { type Page } from '../src/extract/page.ts';
import { cutEndlessPage } from '../training/endless.ts';
import { cutGraftedPage } from '../training/graft.ts';
import { blockTexts } from '../training/labels.ts';

const PARAGRAPH =
  'The ferry leaves the northern pier at seven, at nine and again shortly after noon on every day of the week.';
const OWN = `${PARAGRAPH} The crossing takes an hour and a half when the sea is calm.`;
const NEXT =
  'Two museums in the old town have changed their hours because the square in front of them is being paved anew.';
const COMMENT = 'Nobody told us about the square, and we stood in front of a closed door with four children.';

const page = (text: string, tail = ''): string =>
  `<!doctype html><body><nav><a href=/>Home</a></nav><main><article><p>${text}</p><p>${text} Again.</p></article>${tail}</main>`;

function texts(of: Page): string[] {
  return blockTexts(of).map((text) => text.trim());
}

test('an endless page goes on with what holds most of the prose of another', () => {
  const found = texts(cutEndlessPage(page(OWN), page(NEXT), 1));
  expect(found).toEqual(['Home', OWN, `${OWN} Again.`, `${NEXT} Again.`]);
});

test('what another page has behind its article is grafted, its article and menu are not', () => {
  const donor = {
    html: page(NEXT, `<div class="comments"><p>${COMMENT}</p></div>`),
    reference: `${NEXT} ${NEXT} Again.`,
  };
  const own = { html: page(OWN), reference: `${OWN} ${OWN} Again.` };
  const found = texts(cutGraftedPage(own, [donor], 3));
  expect(found).toEqual(['Home', OWN, `${OWN} Again.`, COMMENT]);
});

test('a page without an article stays as it is', () => {
  const own = { html: page(OWN), reference: 'Something else entirely.' };
  expect(texts(cutGraftedPage(own, [], 3))).toEqual(['Home', OWN, `${OWN} Again.`]);
});
