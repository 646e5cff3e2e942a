import { lastAtOrBefore } from './contents.ts';
import { pointOf, reveal, showAtTop } from './move.ts';
import { say, type State } from './state.ts';

/** Goes `count` paragraphs on, or back where negative; the paragraph comes to the top. */
export function jumpParagraph(state: State, count: number): State {
  const target = step(state.contents.paragraphs(), pointOf(state), count);
  return target === undefined ? say(state, 'No paragraph there') : showAtTop(state, target);
}

/** Goes `count` headings on or back; the heading comes to the top. */
export function jumpHeading(state: State, count: number): State {
  const starts = state.contents.headings().map(({ offset }) => offset);
  const target = step(starts, pointOf(state), count);
  return target === undefined ? say(state, 'No heading there') : showAtTop(state, target);
}

/** Goes `count` sentences on or back; scrolls only when the sentence is not on the screen. */
export function jumpSentence(state: State, count: number): State {
  const target = step(state.contents.sentences(), pointOf(state), count);
  return target === undefined ? say(state, 'No sentence there') : reveal(state, target);
}

/** The entry `count` further than `from`, as far as there are any; `undefined` where there is none. */
function step(starts: readonly number[], from: number, count: number): number | undefined {
  const at = lastAtOrBefore(starts, from);
  if (count > 0) return at + 1 < starts.length ? starts[Math.min(at + count, starts.length - 1)] : undefined;
  // From inside a paragraph, one back is its own start.
  const before = starts[at] === from ? at : at + 1;
  return before > 0 ? starts[Math.max(0, before + count)] : undefined;
}
