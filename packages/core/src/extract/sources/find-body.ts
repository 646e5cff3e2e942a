import { attribute, isElement, type ParentNode, textContent, walk } from '../../read/html/nodes.ts';
import { shownWords } from './article-like.ts';
import { declaredBody } from './declared-body.ts';
import { readPageData } from './page-data.ts';
import { stateBody } from './state-body.ts';

/** The shortest body that is read in place of what the page shows, and the longest that is replaced. */
const FEWEST_WORDS = 80;
/** Words that are more than a menu's, a button's or a notice's. */
const FEWEST_SHOWN = 30;
/** A text that no title vouches for must be longer to be believed. */
const FEWEST_WORDS_UNTITLED = 150;
/**
 * How many times the words of what shows. A page that shows a third of its article or more has cut it for
 * its readers; on development pages such a part agreed better with what people take for the text.
 */
const MUCH_MORE = 3;

/**
 * The article of a page that shows none, or a few words of one, from the data that the page carries: what
 * JSON-LD declares first, then the state of its scripts. `shown` counts the words that show as the article.
 * HTML; `undefined` where the data hold not much more than that.
 */
export function bodyFromData(root: ParentNode, shown: number): string | undefined {
  // More than a few words are the article that its makers show.
  if (shown >= FEWEST_WORDS) return undefined;
  const data = readPageData(root);
  const declared = declaredBody(data.jsonLd);
  if (shownWords(declared) >= Math.max(FEWEST_WORDS, MUCH_MORE * shown)) return declared;
  const state = stateBody(data.states, titlesOf(root));
  if (!state) return undefined;
  // Where words show, a text of the state may be about anything else unless it has the page's title.
  if (!state.isTitled && shown >= FEWEST_SHOWN) return undefined;
  const fewest = state.isTitled ? FEWEST_WORDS : FEWEST_WORDS_UNTITLED;
  return shownWords(state.html) >= Math.max(fewest, MUCH_MORE * shown) ? state.html : undefined;
}

/** What the page calls itself: in `title`, for those that share it, and in its first headings. */
function titlesOf(root: ParentNode): string[] {
  const titles: string[] = [];
  walk(root, (node) => {
    if (!isElement(node)) return undefined;
    if (node.tagName === 'title' || node.tagName === 'h1') {
      titles.push(textContent(node, LONGEST_TITLE));
      return 'skip';
    }
    if (
      node.tagName === 'meta' &&
      /^(?:og|twitter):title$/.test(attribute(node, 'property') ?? attribute(node, 'name') ?? '')
    )
      titles.push(attribute(node, 'content') ?? '');
    return titles.length >= MOST_TITLES ? 'stop' : undefined;
  });
  return titles;
}

const LONGEST_TITLE = 300;
const MOST_TITLES = 6;
