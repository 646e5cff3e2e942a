import { attribute, type Element } from '../../read/html/nodes.ts';
import { parseFragment } from '../../read/html/parse-tree.ts';
import { shownWords } from './article-like.ts';

/** A frame's own document with fewer words is a player's poster, an advertisement, a form. */
const FEWEST_WORDS = 60;

/**
 * Turns a frame whose document stands in its `srcdoc` into a `div` with the elements of that document, so
 * that they are read in place. Returns whether it did: frames with few words stay frames.
 */
export function unfoldFrame(frame: Element): boolean {
  const source = attribute(frame, 'srcdoc');
  if (source === undefined || source.length < FEWEST_WORDS || shownWords(source) < FEWEST_WORDS) return false;
  frame.childNodes = [...parseFragment(source).childNodes];
  for (const child of frame.childNodes) child.parentNode = frame;
  frame.nodeName = frame.tagName = 'div';
  return true;
}
