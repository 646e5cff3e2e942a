import { nextOf, type Span } from '@lede/core';
import { nextCharacter, nextWord, previousCharacter, previousWord, wordEnd } from './characters.ts';
import { copy } from './copy.ts';
import { pointOf, reveal } from './move.ts';
import { complain, say, type State } from './state.ts';

/** Starts a selection at the point: by characters, or by whole lines of the screen. */
export function startSelection(state: State, byLine: boolean): State {
  const point = pointOf(state);
  return { ...state, point, link: null, mode: { kind: 'select', from: point, to: point, byLine } };
}

/** Ends the selection; the point stays where it ended. */
export function endSelection(state: State): State {
  return state.mode.kind === 'select' ? { ...state, mode: { kind: 'read' } } : state;
}

/** Goes to the other end, to move that one. */
export function swapEnds(state: State): State {
  if (state.mode.kind !== 'select') return state;
  const { from, to } = state.mode;
  return { ...reveal(state, from), mode: { ...state.mode, from: to, to: from } };
}

/** Switches between characters and lines. */
export function toggleByLine(state: State, byLine: boolean): State {
  if (state.mode.kind !== 'select') return state;
  return state.mode.byLine === byLine ? endSelection(state) : { ...state, mode: { ...state.mode, byLine } };
}

/** Moves the end by characters. */
export function selectCharacters(state: State, count: number): State {
  return moveEnd(state, (to) => {
    const { text } = state.article;
    let offset = to;
    for (let left = Math.abs(count); left > 0; left--)
      offset = count > 0 ? nextCharacter(text, offset) : previousCharacter(text, offset);
    return offset;
  });
}

/** Moves the end by words, to where one begins. */
export function selectWords(state: State, count: number): State {
  return moveEnd(state, (to) => {
    const { text } = state.article;
    let offset = to;
    for (let left = Math.abs(count); left > 0; left--)
      offset = count > 0 ? nextWord(text, offset) : previousWord(text, offset);
    return offset;
  });
}

/** Moves the end to where a word ends. */
export function selectWordEnds(state: State, count: number): State {
  return moveEnd(state, (to) => {
    let offset = to;
    for (let left = count; left > 0; left--) offset = wordEnd(state.article.text, offset);
    return offset;
  });
}

/** Moves the end by lines of the screen, in the same column as far as the line goes. */
export function selectLines(state: State, count: number): State {
  return moveEnd(state, (to) => {
    const { flow } = state;
    const at = flow.locate(to);
    const column = to - flow.offsetAt(at);
    let target = flow.move(at, count);
    // Empty rows are no place to be: go on in the same direction.
    for (let tries = 0; tries < 4; tries++) {
      const [line] = flow.linesFrom(target, 1);
      if (!line || line.end > line.start) return line ? Math.min(line.start + column, line.end - 1) : to;
      target = flow.move(target, Math.sign(count));
    }
    return to;
  });
}

/** Moves the end by sentences: to where one starts. */
export function selectSentences(state: State, count: number): State {
  return moveEnd(state, (to) => {
    const { sentences, text } = state.article;
    let offset = to;
    for (let left = Math.abs(count); left > 0; left--) {
      if (count > 0) offset = nextOf(state.article, 'sentence', offset)?.start ?? text.length;
      else offset = sentences.findLast(({ start }) => start < offset)?.start ?? 0;
      if (offset === 0 || offset === text.length) break;
    }
    return offset;
  });
}

/** What is selected: from the first character to the last, the one under the end included. */
export function selectedSpan(state: State): Span | undefined {
  if (state.mode.kind !== 'select') return undefined;
  const { from, to, byLine } = state.mode;
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  if (!byLine) return { start: first, end: nextCharacter(state.article.text, last) };
  const [top] = state.flow.linesFrom(state.flow.locate(first), 1);
  const [bottom] = state.flow.linesFrom(state.flow.locate(last), 1);
  return { start: top?.start ?? first, end: bottom?.end ?? last };
}

/** Copies what is selected and ends the selection. */
export function copySelection(state: State): State {
  const span = selectedSpan(state);
  if (!span || span.end <= span.start) return complain(endSelection(state), 'Nothing is selected');
  return copy(endSelection(state), state.article.text.slice(span.start, span.end), 'the selection');
}

function moveEnd(state: State, move: (to: number) => number): State {
  if (state.mode.kind !== 'select') return state;
  const last = Math.max(0, state.article.text.length - 1);
  const to = Math.max(0, Math.min(last, move(state.mode.to)));
  if (to === state.mode.to) return say(state, 'The text ends here');
  return { ...reveal(state, to), mode: { ...state.mode, to } };
}
