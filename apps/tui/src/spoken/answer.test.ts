import { type Article, parseMarkdown } from '@lede/core';
import { emptyState, identify } from '@lede/library';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { type Answer, beginTalk, type Talk, type TalkEffect } from './talk.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const ARTICLE = parsed(`# Bees

They live on [roofs](https://a.example/roofs).[^1]

## Spring

Bees wake. Bees work.

- one
- two

## Autumn

Bees sleep, says [the spring](#spring).

[^1]: Or below.
`);

function parsed(markdown: string): Article {
  const result = parseMarkdown(markdown);
  if (!result.ok) throw new Error(result.error.message);
  return result.article;
}

function begun(): Talk {
  return beginTalk(ARTICLE, emptyState(identify(ARTICLE)), []).talk;
}

/** What is said to the last of the lines, and all that was asked of the world. */
function after(...lines: string[]): { lines: string[]; effects: TalkEffect[]; talk: Talk } {
  let now: Answer = { talk: begun(), lines: [] };
  const effects: TalkEffect[] = [];
  for (const line of lines) {
    now = answer(now.talk, line, NOW);
    if (now.effect) effects.push(now.effect);
  }
  return { lines: now.lines, effects, talk: now.talk };
}

test('Enter reads on, passage by passage, to the end', () => {
  expect(after('').lines).toEqual(['They live on [link 1: roofs]. [note 1]']);
  expect(after('', '').lines).toEqual(['Heading level 2: Spring']);
  expect(after('', '', '', '').lines).toEqual(['List with 2 items.', 'Item 1 of 2: one']);
  expect(after('all', '').lines).toEqual(['End of the article.']);
});

test('goes back, says a passage again, and reads several', () => {
  expect(after('', '', 'k').lines).toEqual(['They live on [link 1: roofs]. [note 1]']);
  expect(after('', 'k', 'k').lines).toEqual(['Start of the article.']);
  expect(after('', '', 'again').lines).toEqual(['Heading level 2: Spring']);
  expect(after('', 'next 3').lines).toEqual([
    'Heading level 2: Spring',
    'Bees wake. Bees work.',
    'List with 2 items.',
    'Item 1 of 2: one',
  ]);
});

test('reads to the end of the section', () => {
  expect(after(']', 's').lines.at(-1)).toBe('Item 2 of 2: two');
  expect(after(']', 's', '').lines).toEqual(['End of list.', 'Heading level 2: Autumn']);
});

test('goes to headings, by level and by the outline', () => {
  expect(after(']').lines).toEqual(['Heading level 2: Spring']);
  expect(after(']', ']').lines).toEqual(['Heading level 2: Autumn']);
  expect(after(']', ']', '[').lines).toEqual(['Heading level 2: Spring']);
  expect(after(']4').lines).toEqual(['No heading of level 4 after this.']);
  expect(after('heading 9').lines).toEqual(['A level is a number from 1 to 6.']);
  expect(after(']', 't').lines).toEqual([
    'Outline, 2 headings.',
    '1, level 2: Spring (you are here)',
    '2, level 2: Autumn',
  ]);
  expect(after('t 2').lines).toEqual(['Heading level 2: Autumn']);
  expect(after('t 9').lines).toEqual(['There are 2 headings; outline NUMBER goes to one.']);
});

test('finds words, counts every match, and passes over those that were heard', () => {
  expect(after(']', '/BEES').lines).toEqual(['Match 1 of 3.', 'Bees wake. Bees work.']);
  expect(after(']', '/bees', 'n').lines).toEqual(['Match 3 of 3.', 'Bees sleep, says [link 2: the spring].']);
  expect(after(']', '/bees', 'n', 'n').lines[0]).toBe('Match 1 of 3. Went around the end.');
  expect(after(']', '/bees', 'N').lines[0]).toBe('Match 3 of 3. Went around the end.');
  expect(after('/wasps').lines).toEqual(['Not found: wasps']);
  expect(after('n').lines).toEqual(['Nothing was searched for; /words searches.']);
});

test('tells links by number, follows them, and goes back', () => {
  expect(after('', 'l').lines).toEqual([
    '1 link here; follow NUMBER opens one.',
    'Link 1: roofs, https://a.example/roofs',
  ]);
  expect(after('2').lines).toEqual(['Link 2: the spring, #spring']);
  expect(after('follow 1').effects).toEqual([{ type: 'open', input: 'https://a.example/roofs' }]);
  expect(after('end', 'follow 2').lines).toEqual(['Heading level 2: Spring']);
  expect(after('t 2', 'follow 2', 'back').lines).toEqual(['Heading level 2: Autumn']);
  expect(after('o 1').effects).toEqual([{ type: 'browse', url: 'https://a.example/roofs' }]);
  expect(after('follow 7').lines).toEqual(['Links have numbers from 1 to 2.']);
});

test('reads a footnote where it is referred to', () => {
  expect(after('', 'footnote').lines).toEqual(['Note 1: Or below.']);
  expect(after('end', 'footnote 1').lines).toEqual(['Note 1: Or below.']);
  expect(after('footnote 8').lines).toEqual(['No footnote 8.']);
});

test('says where one is', () => {
  expect(after('where').lines[0]).toBe('Before the first passage, less than a minute left.');
  expect(after(']', 'w').lines).toEqual([
    'Passage 2 of 8, 20%, less than a minute left.',
    'Section 1 of 2: Spring',
    'Article: Bees',
  ]);
});

test('sets marks and highlights, and lists them', () => {
  expect(after(']', 'mark a', 'end', "'a").lines).toEqual(['Heading level 2: Spring']);
  expect(after("'x").lines).toEqual(['No mark x.']);
  const { talk, lines } = after(']', '', 'h remember this', 'H');
  expect(lines).toEqual(['1 highlight.', '1: Bees wake. Bees work. Note: remember this']);
  expect(talk.kept.highlights).toHaveLength(1);
  expect(after(']', '', 'h', 'remove highlight', 'H').lines).toEqual(['No highlights; highlight makes one.']);
});

test('lists highlights whose words are gone', () => {
  const { talk } = after(']', '', 'h');
  const changed = parsed('# Wasps\n\nNothing of it is left here at all.\n');
  const { talk: later } = beginTalk(changed, talk.kept, []);
  expect(answer(later, 'highlights', NOW).lines).toEqual([
    '1 highlight.',
    '1 (no longer in the article): Bees wake. Bees work.',
  ]);
});

test('begins where it was left', () => {
  const { talk } = after(']');
  const { lines } = beginTalk(ARTICLE, talk.kept, []);
  expect(lines).toEqual(['Article: Bees', '1 minute to read.']);
});

test('says what it does not understand', () => {
  expect(after('fly').lines).toEqual(['No command "fly". Type help for the commands.']);
  expect(after('help').lines.length).toBeGreaterThan(20);
});
