import { type Draft, type Landmark, nextOf, previousOf } from '@lede/core';
import { pointOf, reveal, showAtTop } from './move.ts';
import { say, type State } from './state.ts';

/** Goes `count` paragraphs on, or back where negative; the paragraph comes to the top. */
export function jumpParagraph(state: State, count: number): State {
  const target = step(state.article, 'block', pointOf(state), count);
  return target === undefined ? say(state, 'No paragraph there') : showAtTop(state, target);
}

/** Goes `count` headings on or back; the heading comes to the top. */
export function jumpHeading(state: State, count: number): State {
  const target = step(state.article, 'heading', pointOf(state), count);
  return target === undefined ? say(state, 'No heading there') : showAtTop(state, target);
}

/** Goes `count` sentences on or back; scrolls only when the sentence is not on the screen. */
export function jumpSentence(state: State, count: number): State {
  const target = step(state.article, 'sentence', pointOf(state), count);
  return target === undefined ? say(state, 'No sentence there') : reveal(state, target);
}

/** Where the `count`th landmark after `from` starts, as far as there are any; `undefined` where there is none. */
function step(article: Draft, landmark: Landmark, from: number, count: number): number | undefined {
  let offset = from;
  for (let left = Math.abs(count); left > 0; left--) {
    const found = count > 0 ? nextOf(article, landmark, offset) : previousOf(article, landmark, offset);
    if (!found) break;
    offset = found.start;
  }
  return offset === from ? undefined : offset;
}
