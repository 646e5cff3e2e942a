import { type Article, Finder, type Matches, outline, ReadingClock, type Section } from '@lede/core';
import { type ArticleState, resolvePosition } from '@lede/library';
import type { Openable } from '../reader/files.ts';
import { firstPassage, openingLines } from './opening.ts';
import { passageAt, type SpokenArticle, spokenArticle } from './spoken-article.ts';
import { spokenPassage } from './spoken-block.ts';

/** A search, and the match that was said last; -1 for none. */
export interface SpokenSearch {
  query: string;
  matches: Matches;
  current: number;
}

/** An article that is read aloud, and where its reader is. Changed only by commands, each a pure function. */
export interface Talk {
  readonly spoken: SpokenArticle;
  readonly sections: readonly Section[];
  readonly finder: () => Finder;
  readonly clock: () => ReadingClock;
  /** Passage that was said last; -1 before the first. */
  readonly at: number;
  readonly search: SpokenSearch | null;
  /** Passages that jumps left, the newest last. */
  readonly back: readonly number[];
  /** What is kept of the article: place, marks, highlights. */
  readonly kept: ArticleState;
  /** What else can be opened. */
  readonly files: readonly Openable[];
}

/** What a command asks of the world. */
export type TalkEffect =
  | { type: 'quit' }
  | { type: 'reload' }
  | { type: 'open'; input: string }
  | { type: 'browse'; url: string }
  | { type: 'copy'; text: string };

/** What a line leads to: where the reader is then, what is said, and what is to be done. */
export interface Answer {
  talk: Talk;
  lines: string[];
  effect?: TalkEffect;
}

/** Begins to read an article: where it was left, with what is said first. */
export function beginTalk(article: Article, kept: ArticleState, files: readonly Openable[]): Answer {
  const spoken = spokenArticle(article);
  const offset = resolvePosition(kept, article) ?? 0;
  const at = offset <= 0 ? firstPassage(spoken) - 1 : passageAt(spoken, offset);
  const finder = once(() => new Finder(article.text));
  const clock = once(() => new ReadingClock(article));
  const talk: Talk = {
    spoken,
    sections: outline(article),
    finder,
    clock,
    at,
    search: null,
    back: [],
    kept,
    files,
  };
  const percent = Math.floor((offset / Math.max(1, article.text.length)) * 100);
  const left =
    offset <= 0
      ? []
      : [`Back where you stopped, at ${percent}%. "again" reads the passage, "start" goes to the start.`];
  return { talk, lines: [...openingLines(spoken), ...left] };
}

/** Offset of the passage that was said last. */
export function offsetOf({ spoken, at }: Talk): number {
  return spoken.article.blocks[spoken.passages[at] ?? -1]?.start ?? 0;
}

/** Says a passage and stays there. */
export function sayPassage(talk: Talk, passage: number): Answer {
  const before = passage === talk.at + 1 && talk.at >= 0 ? talk.at : undefined;
  return { talk: { ...talk, at: passage }, lines: spokenPassage(talk.spoken, passage, before) };
}

/** Goes to a passage from anywhere, and says it after `lines`; `back` returns to where the reader was. */
export function jumpTo(talk: Talk, passage: number, lines: readonly string[] = []): Answer {
  const from = Math.max(0, talk.at);
  const back = passage === talk.at ? talk.back : [...talk.back, from].slice(-MOST_PLACES);
  const said = spokenPassage(talk.spoken, passage);
  return { talk: { ...talk, at: passage, back }, lines: [...lines, ...said] };
}

/** More than anyone goes back. */
const MOST_PLACES = 100;

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
