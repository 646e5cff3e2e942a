import { passageAt } from './spoken-article.ts';
import { oneLine } from './spoken-text.ts';
import { type Answer, jumpTo, offsetOf, type SpokenSearch, type Talk } from './talk.ts';

/** Goes to the first match in the passage said last or after it, else in what is before. */
export function findWords(talk: Talk, words: string): Answer {
  if (words === '') {
    return talk.search ? nextMatch(talk, 1) : { talk, lines: ['Type the words after the slash: /words'] };
  }
  const matches = talk.finder().find(words);
  if (matches.length === 0) return { talk: { ...talk, search: null }, lines: [`Not found: ${oneLine(words)}`] };
  const first = matches.firstAfter(offsetOf(talk));
  return sayMatch(talk, { query: words, matches, current: first % matches.length }, first === matches.length);
}

/** Goes to the next passage with a match, or the one before where `step` is negative, around the ends. */
export function nextMatch(talk: Talk, step: 1 | -1): Answer {
  const { search, spoken } = talk;
  if (!search) return { talk, lines: ['Nothing was searched for; /words searches.'] };
  const { matches } = search;
  // Matches in the passage that was said last have been heard.
  let current = search.current;
  let isAround = false;
  for (let tries = 0; tries < matches.length; tries++) {
    const next = current + step;
    isAround ||= next < 0 || next >= matches.length;
    current = (next + matches.length) % matches.length;
    if (passageAt(spoken, matches.at(current)?.start ?? 0) !== talk.at) break;
  }
  return sayMatch(talk, { ...search, current }, isAround);
}

function sayMatch(talk: Talk, search: SpokenSearch, isAround: boolean): Answer {
  const match = search.matches.at(search.current);
  const around = isAround ? ' Went around the end.' : '';
  const lines = [`Match ${search.current + 1} of ${search.matches.total}.${around}`];
  return jumpTo({ ...talk, search }, passageAt(talk.spoken, match?.start ?? 0), lines);
}
