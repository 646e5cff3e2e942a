import { characterClass, DIGIT, IDEOGRAPH, LOWER, UPPER } from '../characters.ts';

/** Text shorter than this, in characters without tags, is no article: a teaser, a label, a notice. */
const SHORTEST = 400;
/** Sentences that it has at least. */
const FEWEST_SENTENCES = 3;
/** Code and styles are full of these, prose is not. */
const CODE_SIGN = /[{};=|\\]/;

/** Whether HTML reads as an article does: long enough, in sentences, and not code. */
export function isArticleLike(html: string): boolean {
  let length = 0;
  let sentences = 0;
  let codeSigns = 0;
  let afterStop = false;
  forEachShown(html, (character) => {
    length++;
    if (CODE_SIGN.test(character)) codeSigns++;
    if (afterStop && (character === ' ' || character === '\n')) sentences++;
    if ('。！？।'.includes(character)) sentences++;
    afterStop = '.!?…'.includes(character);
  });
  if (afterStop) sentences++;
  return length >= SHORTEST && sentences >= FEWEST_SENTENCES && codeSigns * 50 < length;
}

/** How many words HTML shows: runs of letters and digits, every two ideographs one. */
export function shownWords(html: string): number {
  let words = 0;
  let ideographs = 0;
  let inWord = false;
  forEachShown(html, (character) => {
    const kind = characterClass(character.charCodeAt(0));
    if (kind === IDEOGRAPH) ideographs++;
    const isWord = kind === LOWER || kind === UPPER || kind === DIGIT;
    if (isWord && !inWord) words++;
    inWord = isWord;
  });
  return words + (ideographs >> 1);
}

/** Every character outside of tags; one space for each tag. */
function forEachShown(html: string, visit: (character: string) => void): void {
  for (let i = 0; i < html.length; i++) {
    if (html[i] === '<') {
      const end = html.indexOf('>', i);
      if (end < 0) return;
      i = end;
      visit(' ');
    } else visit(html.charAt(i));
  }
}
