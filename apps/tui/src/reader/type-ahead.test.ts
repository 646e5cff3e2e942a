import { parseText } from '@lede/core';
import { expect, test } from 'vitest';
import { createKeymap } from './keymap.ts';
import { paste, press } from './press.ts';
import { openArticle } from './start.ts';
import type { Mode, State } from './state.ts';
import { startTypingAhead } from './type-ahead.ts';

const keymap = createKeymap();

function opening(mode: Mode = { kind: 'read' }): State {
  const result = parseText('A title\n\nSome words of a paragraph.\n\nAnd of another one.');
  if (!result.ok) throw new Error(result.error.message);
  return startTypingAhead({ ...openArticle(result.article, { columns: 60, rows: 12 }), mode });
}

function after(state: State, keys: string): State {
  return keys.split(' ').reduce((current, key) => press(current, key, keymap), state);
}

test('keys are kept, and change nothing, while another article is being opened', () => {
  const state = opening();
  const typed = paste(after(state, 'j / q'), 'uay');
  expect(typed).toEqual({ ...state, ahead: [{ key: 'j' }, { key: '/' }, { key: 'q' }, { pasted: 'uay' }] });
});

test('Esc gives up what is being opened, whatever was typed', () => {
  expect(after(opening(), 'Esc').effects).toEqual([{ type: 'cancel' }]);
  expect(after(opening(), 'j j Esc').effects).toEqual([{ type: 'cancel' }]);
});

test('q and ^C leave at once, but a q after other keys may be part of a word', () => {
  expect(after(opening(), 'q').effects).toEqual([{ type: 'quit' }]);
  expect(after(opening(), '/ q').effects).toEqual([]);
  expect(after(opening(), '/ q ^C').effects).toEqual([{ type: 'quit' }]);
});

test('what leaves a list only gives up what was chosen in it', () => {
  const list: Mode = { kind: 'list', title: 'Articles', items: [], filter: '', typing: false, selected: 0 };
  const left = after(opening(list), 'q');
  expect(left.effects).toEqual([{ type: 'cancel' }]);
  expect(left.mode).toEqual(list);
});

test('a key that is held down fills no memory', () => {
  let state = opening();
  for (let i = 0; i < 3000; i++) state = press(state, 'j', keymap);
  expect(state.ahead).toHaveLength(1000);
});
