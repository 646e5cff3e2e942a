import type { Draft } from '../article/types.ts';
import { type WordCount, WordCounter } from './word-counter.ts';

export interface ReadingPace {
  /** Default 238: adults reading English non-fiction in silence (Brysbaert 2019, 190 studies). */
  wordsPerMinute?: number;
  /** Of Chinese and Japanese, which have no words between spaces. Default 400. */
  charactersPerMinute?: number;
}

export interface ReadingTime {
  /** Words, a Chinese character or Japanese letter counting as one, as word processors count. */
  words: number;
  minutes: number;
}

const WORDS_PER_MINUTE = 238;
/** Between the 255 measured for Chinese read aloud (IReST) and the 500 that publishers assume for silence. */
const CHARACTERS_PER_MINUTE = 400;
/** Code units between two marks of the clock: looking up counts at most this many. */
const STEP = 4096;

/** How long an article takes to read, all its text from headings to footnotes. */
export function readingTime({ text }: Draft, pace: ReadingPace = {}): ReadingTime {
  const count = new WordCounter().count(text, 0, text.length);
  return { words: Math.round(count.words) + count.characters, minutes: minutesOf(count, pace) };
}

/**
 * Tells the minutes left from any place, as a status line does at every key. Counts the words once, when
 * made; a question takes the same short time wherever it is asked.
 */
export class ReadingClock {
  readonly #text: string;
  readonly #counter = new WordCounter();
  /** Minutes before the offsets 0, STEP, 2 * STEP … */
  readonly #before: number[] = [];
  readonly #pace: ReadingPace;
  /** Minutes for the whole article. */
  readonly minutes: number;

  constructor({ text }: Draft, pace: ReadingPace = {}) {
    this.#text = text;
    this.#pace = pace;
    let minutes = 0;
    for (let from = 0; from < text.length; from += STEP) {
      this.#before.push(minutes);
      minutes += minutesOf(this.#counter.count(text, from, from + STEP), pace);
    }
    this.minutes = minutes;
  }

  /** Minutes that the text from an offset to the end takes. */
  minutesLeft(offset: number): number {
    const at = Math.min(Math.max(0, offset), this.#text.length);
    const step = Math.min(Math.floor(at / STEP), this.#before.length - 1);
    if (step < 0) return 0;
    const read = minutesOf(this.#counter.count(this.#text, step * STEP, at), this.#pace);
    return Math.max(0, this.minutes - (this.#before[step] as number) - read); // step is in range
  }
}

function minutesOf({ words, characters }: WordCount, pace: ReadingPace): number {
  return (
    words / (pace.wordsPerMinute ?? WORDS_PER_MINUTE) + characters / (pace.charactersPerMinute ?? CHARACTERS_PER_MINUTE)
  );
}
