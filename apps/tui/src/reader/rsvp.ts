import { sentenceAt } from '@lede/core';
import { pointOf, reveal } from './move.ts';
import type { State } from './state.ts';

export const DEFAULT_PACE = 300;
const PACE_STEP = 25;
export const MIN_PACE = 100;
export const MAX_PACE = 900;
/** A sentence's end and a paragraph's end rest this many words' time more; long words a little. */
const SENTENCE_PAUSE = 1.5;
const PARAGRAPH_PAUSE = 2.5;
const LONG_WORD = 8;
const LONG_WORD_SHARE = 0.12;

/** A word that is shown alone: its span in the text. */
export interface Word {
  start: number;
  end: number;
}

/** Starts showing one word at a time, from the sentence at the point. */
export function startRsvp(state: State): State {
  const row = sentenceAt(state.article, pointOf(state));
  const from = row === undefined ? pointOf(state) : (state.article.sentences[row]?.start ?? 0);
  const word = wordFrom(state.article.text, from);
  return word
    ? { ...state, mode: { kind: 'rsvp', began: word.start, word, pace: state.pace, isRunning: true } }
    : state;
}

/** Shows the next word; at the end of the text it stops. */
export function nextWord(state: State): State {
  if (state.mode.kind !== 'rsvp') return state;
  const word = wordFrom(state.article.text, state.mode.word.end);
  return { ...state, mode: word ? { ...state.mode, word } : { ...state.mode, isRunning: false } };
}

/** Goes back to the start of the sentence, or of the one before where it has just begun. */
export function previousSentence(state: State): State {
  if (state.mode.kind !== 'rsvp') return state;
  const { start } = state.mode.word;
  const target = state.article.sentences.findLast((sentence) => sentence.start < start);
  const word = wordFrom(state.article.text, target?.start ?? 0);
  return word ? { ...state, mode: { ...state.mode, word } } : state;
}

export function toggleRsvp(state: State): State {
  return state.mode.kind === 'rsvp' ? { ...state, mode: { ...state.mode, isRunning: !state.mode.isRunning } } : state;
}

export function changePace(state: State, steps: number): State {
  if (state.mode.kind !== 'rsvp') return state;
  const pace = Math.max(MIN_PACE, Math.min(MAX_PACE, state.mode.pace + steps * PACE_STEP));
  return { ...state, pace, mode: { ...state.mode, pace } };
}

/**
 * Back to the page, at the word that was shown last. The sentence at the top of the page may have begun above it: as
 * long as one has not come down to the page, that stays as it was.
 */
export function endRsvp(state: State): State {
  if (state.mode.kind !== 'rsvp') return state;
  const { began, word } = state.mode;
  const page: State = { ...state, mode: { kind: 'read' } };
  const isAbove = word.start >= began && word.start < state.flow.offsetAt(state.top);
  return isAbove ? page : reveal(page, word.start);
}

/** Milliseconds that the word on the screen stays; `null` while nothing runs. */
export function wordTime(state: State): number | null {
  if (state.mode.kind !== 'rsvp' || !state.mode.isRunning) return null;
  const { text } = state.article;
  const { word, pace } = state.mode;
  const shown = text.slice(word.start, word.end);
  const extra = Math.max(0, shown.length - LONG_WORD) * LONG_WORD_SHARE;
  const rest = text.startsWith('\n', word.end)
    ? PARAGRAPH_PAUSE
    : /[.!?…:;。！？]["'”’)\]]*$/u.test(shown)
      ? SENTENCE_PAUSE
      : 0;
  return (60_000 / pace) * (1 + extra + rest);
}

/** The first word at or after an offset. Text without spaces is shown a few characters at a time. */
function wordFrom(text: string, offset: number): Word | undefined {
  const pattern =
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,4}[\p{P}]*|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu;
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
