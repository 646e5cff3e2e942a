import { parseMarkdown, parseText } from '@lede/core';
import { expect, test } from 'vitest';
import { createPainter } from '../theme/painter.ts';
import { THEMES } from '../theme/themes.ts';
import { drawFrame } from '../view/frame.ts';
import { createKeymap } from './keymap.ts';
import { pointOf } from './move.ts';
import { paste, press } from './press.ts';
import { nextWord } from './rsvp.ts';
import { searchNow } from './search.ts';
import { openArticle, resize } from './start.ts';
import { bodyRows, type State } from './state.ts';

const SIZE = { columns: 60, rows: 12 };
const keymap = createKeymap();
const painter = createPainter({ theme: THEMES[0] as (typeof THEMES)[number], depth: 'none' });

/** Thirty numbered paragraphs of two sentences. */
const TEXT = Array.from({ length: 30 }, (_, i) => `Paragraph ${i} begins here. It has a second sentence, as all do.`);

function opened(text: string = ['A title', ...TEXT].join('\n\n'), size = SIZE): State {
  const result = text.includes('# ') ? parseMarkdown(text) : parseText(text);
  if (!result.ok) throw new Error(result.error.message);
  return openArticle(result.article, size);
}

/** The state after keys, written apart by spaces. */
function after(state: State, keys: string): State {
  return keys.split(' ').reduce((current, key) => press(current, key, keymap), state);
}

function shown(state: State): string {
  // eslint-disable-next-line no-control-regex
  return drawFrame(state, painter)
    .join('\n')
    .replaceAll(/\u001B\[[\d;]*m/g, '');
}

function textAtPoint(state: State): string {
  return state.article.text.slice(pointOf(state)).split(/(?<=\.) |\n/)[0] ?? '';
}

test('counts repeat a command, and are shown until they are used', () => {
  const state = opened();
  expect(after(state, '5 j').top).toEqual(after(state, 'j j j j j').top);
  expect(shown(after(state, '1 2'))).toContain('12 ·');
  expect(after(state, '1 2 j').count).toBeNull();
});

test('a zero alone is no count', () => {
  expect(after(opened(), '0').count).toBeNull();
  expect(after(opened(), '1 0').count).toBe(10);
});

test('a sequence that comes to nothing gives its last key its own meaning', () => {
  const state = opened();
  expect(after(state, 'g j').top).toEqual(after(state, 'j').top);
  expect(after(state, 'j j g').pending).toEqual(['g']);
  expect(after(state, 'j j g g').top).toEqual(state.top);
});

test('a page keeps two lines of the one before', () => {
  const state = opened();
  const page = after(state, 'Space');
  expect(state.flow.distance(state.top, page.top, 100)).toBe(bodyRows(state) - 2);
  expect(after(page, 'b').top).toEqual(state.top);
});

test('never scrolls past either end', () => {
  const end = after(opened(), 'G');
  expect(after(end, '9 9 j').top).toEqual(end.top);
  expect(after(end, '9 9 9 k').top).toEqual(opened().top);
  expect(shown(end)).toContain('100%');
});

test('walks paragraphs and sentences, and back the same way', () => {
  const state = opened();
  expect(textAtPoint(after(state, '} }'))).toBe('Paragraph 2 begins here.');
  expect(textAtPoint(after(state, '} } {'))).toBe('Paragraph 1 begins here.');
  expect(textAtPoint(after(state, '} )'))).toBe('It has a second sentence, as all do.');
  expect(textAtPoint(after(state, '} ) ) ( ('))).toBe('Paragraph 1 begins here.');
  expect(textAtPoint(after(state, '2 0 }'))).toBe('Paragraph 20 begins here.');
});

test('says so when there is nothing to go to', () => {
  expect(shown(after(opened(), ']'))).toContain('No heading there');
  expect(shown(after(opened(), 't'))).toContain('The article has no headings');
  expect(shown(after(opened(), 'n'))).toContain('press / to search');
});

test('a message stays until the next key', () => {
  const told = after(opened(), ']');
  expect(told.message).not.toBeNull();
  expect(after(told, 'j').message).toBeNull();
});

test('search follows what is typed, and erasing goes back', () => {
  const typed = after(opened(), '/ p a r a g r a p h Space 1 7');
  expect(typed.search?.matches.total).toBe(1);
  expect(shown(typed)).toContain('Paragraph 17 begins');
  const erased = after(typed, 'Backspace Backspace');
  expect(erased.search?.matches.total).toBe(30);
  expect(erased.top).toEqual(opened().top);
});

test('an empty prompt closes when one erases, and repeats the last search on Enter', () => {
  expect(after(opened(), '/ Backspace').mode.kind).toBe('read');
  const repeated = after(opened(), '/ s e c o n d Enter / Enter');
  expect(repeated.search?.current).toBe(1);
});

test('Esc in a search returns to the place and to the search before', () => {
  const before = after(opened(), '/ s e c o n d Enter n n');
  const cancelled = after(before, '/ x y z Esc');
  expect(cancelled.top).toEqual(before.top);
  expect(cancelled.search).toEqual(before.search);
});

test('goes on from where one has moved to, not from the last match', () => {
  const state = after(opened(), '/ s e c o n d Enter');
  const moved = after(state, 'G ( n');
  expect(moved.search?.current).toBeGreaterThan(20);
});

test('pasted text goes into a prompt on one line, and does nothing elsewhere', () => {
  const state = opened();
  expect(paste(state, 'qqq')).toBe(state);
  const searching = paste(after(state, '/'), 'second\n sentence');
  expect(searching.mode).toMatchObject({ text: 'second sentence' });
});

test('keeps the place through any sequence of sizes', () => {
  const state = after(opened(), '1 5 }');
  const there = [30, 90, 44, 200, 20].reduce((current, columns) => resize(current, { columns, rows: 12 }), state);
  expect(resize(there, SIZE).top).toEqual(state.top);
  expect(resize(there, SIZE).anchor).toBe(state.anchor);
});

test('opens the outline at the current section, filters it, and goes where one chooses', () => {
  const text = `# Guide\n\n${['One', 'Two', 'Three'].map((name) => `## Part ${name}\n\n${TEXT.join('\n\n')}`).join('\n\n')}\n`;
  const state = opened(text);
  const inPart = after(state, '] ] t');
  expect(inPart.mode).toMatchObject({ kind: 'list', selected: expect.any(Number) });
  expect(shown(inPart)).toContain('Part Two');
  const filtered = after(inPart, '/ t h r e e');
  expect(shown(filtered)).toContain('Outline: three');
  const gone = after(filtered, 'Enter');
  expect(gone.mode.kind).toBe('read');
  expect(textAtPoint(gone)).toBe('Part Three');
});

test('draws exactly the rows of the screen in every mode, however small it is', () => {
  const sequences = ['j', '/ a', 't', '?', 'F1 Space', '/ z z z z z', '] '];
  for (const size of [SIZE, { columns: 1, rows: 1 }, { columns: 5, rows: 2 }, { columns: 200, rows: 60 }]) {
    for (const keys of sequences) {
      const state = after(opened(`# Title\n\n## A heading\n\n${TEXT.join('\n\n')}`, size), keys.trim());
      expect(drawFrame(state, painter)).toHaveLength(size.rows);
    }
  }
});

test('unknown keys do nothing', () => {
  const state = opened();
  expect(after(state, 'F5').top).toEqual(state.top);
  expect(after(state, '/ F5 Alt-x').mode).toMatchObject({ kind: 'search', text: '' });
});

test('the palette finds commands by their names, and by words that begin before words that hold', () => {
  const found = (typed: string): string => {
    const state = after(opened(), `: ${typed.split('').join(' ')}`);
    return shown(state).split('\n')[1]?.trim().replace(/^.*│ /, '') ?? '';
  };
  expect(found('rsvp')).toContain('speed reading');
  expect(found('zen')).toContain('the text alone');
  expect(found('note')).toContain('write a note');
});

test('Esc closes the palette, and ends the filter of other lists', () => {
  const state = opened('# A\n\ntext\n\n## B\n\ntext\n\n## C\n\ntext\n');
  expect(after(state, ': z e n Esc').mode.kind).toBe('read');
  expect(after(state, 't / c Esc').mode).toMatchObject({ kind: 'list', filter: '', typing: false });
});

test('in a huge text what was typed is shown before it is searched for', () => {
  const small = opened();
  const state: State = { ...small, article: { ...small.article, text: small.article.text.padEnd(17_000_000) } };
  const typed = after(state, '/ 7');
  expect(shown(typed)).toMatch(/\/7▏ +searching …/);
  expect(typed.effects).toContainEqual({ type: 'search' });
  expect(shown(searchNow(typed))).toMatch(/\/7▏ +1\/3/);
  expect(after(typed, 'Enter').search?.matches.total).toBe(3);
});

test('speed reading comes back to the page as it was, or to the word that was shown last', () => {
  const state = after(opened(), 'd j');
  const started = after(state, 'r');
  expect(started.mode).toMatchObject({ kind: 'rsvp', isRunning: true });
  expect(after(started, 'q').top).toEqual(state.top);
  let now = started;
  for (let i = 0; i < 200; i++) now = nextWord(now);
  const word = now.mode.kind === 'rsvp' ? now.mode.word.start : -1;
  const back = after(now, 'Esc');
  expect(pointOf(back)).toBe(word);
  const shownLines = back.flow.linesFrom(back.top, bodyRows(back));
  expect(shownLines.some(({ start, end }) => start <= word && word < end)).toBe(true);
});

const FILES = ['notes/a.md', `${'far/'.repeat(30)}away.md`, 'tide.md'].map((input) => ({
  input,
  label: input,
  isPath: true,
}));

test('a list that was filtered is no prompt any more when an article was chosen in it', () => {
  const list = after({ ...opened(), origin: { input: 'notes/a.md' }, files: FILES }, 'F / t i d e');
  expect(shown(list)).toContain('Articles: tide▏');
  const chosen = after(list, 'Enter');
  expect(chosen.effects).toEqual([{ type: 'open', input: 'tide.md', inPlace: true }]);
  expect(shown(chosen)).toContain('Articles: tide 1/1');
  expect(after(chosen, 'q').mode.kind).toBe('read');
});

test('a path that is too long is shown by its end', () => {
  const list = after({ ...opened(), origin: { input: 'notes/a.md' }, files: FILES }, 'F');
  expect(shown(list)).toMatch(/…[far/]*\/away\.md/);
});

test('a list says what its keys do', () => {
  expect(shown(after(opened('# A\n\n## B\n\nText.'), 't'))).toContain('Enter chooses, / filters, q closes');
});

test('a mark at the very start shows the title again', () => {
  const state = opened();
  const back = after(state, "m a } } } } } } } } } ' a");
  expect(back.top).toEqual(state.top);
});
