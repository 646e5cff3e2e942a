import { graphemeEnd } from '@lede/core';

/** No character and hardly a word is longer; what is looked at does not grow with the text. */
const LONGEST_CHARACTER = 64;
const LONGEST_WORD = 400;

/** Made when it is first needed: making one takes milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/** Offset after the character (grapheme cluster) at `offset`. */
export function nextCharacter(text: string, offset: number): number {
  return graphemeEnd(text, offset);
}

/** Offset of the character before `offset`. */
export function previousCharacter(text: string, offset: number): number {
  const from = Math.max(0, offset - LONGEST_CHARACTER);
  const near = text.slice(from, offset);
  let start = 0;
  for (let end = graphemeEnd(near, 0); end < near.length; end = graphemeEnd(near, end)) start = end;
  return from + start;
}

/** Where the next word begins after `offset`; the end of the text where there is none. */
export function nextWord(text: string, offset: number): number {
  for (const { index, isWord } of wordsOf(text, offset)) if (isWord && index > offset) return index;
  return Math.min(text.length, offset + LONGEST_WORD);
}

/** The last character of the word at `offset`, or of the next one where that is where one is. */
export function wordEnd(text: string, offset: number): number {
  for (const { index, length, isWord } of wordsOf(text, offset)) {
    const last = previousCharacter(text, index + length);
    if (isWord && last > offset) return last;
  }
  return Math.min(text.length, offset + LONGEST_WORD);
}

/** Where the word before `offset` begins. */
export function previousWord(text: string, offset: number): number {
  const from = Math.max(0, offset - LONGEST_WORD);
  let start = from;
  for (const { index, isWord } of wordsOf(text.slice(0, offset), from)) if (isWord) start = index;
  return start;
}

/** Words, and what stands between them, from `offset` on, for a while; words of scripts without spaces too. */
function* wordsOf(text: string, offset: number): Generator<{ index: number; length: number; isWord: boolean }> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { index, segment, isWordLike = false } of segmenter.segment(text.slice(offset, offset + LONGEST_WORD))) {
    yield { index: offset + index, length: segment.length, isWord: isWordLike };
  }
}
