import { isNode } from '../metadata/json-ld.ts';
import { textToHtml } from './markup.ts';
import { isArticleLike, shownWords } from './article-like.ts';
import { RichTextWriter } from './rich-text.ts';

/** A text that a page's state holds. */
export interface StateBody {
  html: string;
  /** Whether it stands in an object that is named as the page is. */
  isTitled: boolean;
}

/** Objects and arrays that are looked at. */
const MOST_NODES = 200_000;
/** How far above a text the object may stand that has its title. */
const NEAR = 3;

/** Keys under which sites keep the text of an article; compared in lower case without `_` and `-`. */
const BODY_KEY =
  /^(?:articlebody|articlecontent|articletext|body|bodyhtml|bodytext|content|contenthtml|contents|copy|description|fulltext|html|htmlbody|htmlcontent|longdescription|maintext|paragraphs|postbody|postcontent|rendered|richtext|selftext|story|storybody|text|document|json|blocks|components|elements)$/;
/** Keys below which texts are about something else than the page. */
const ELSEWHERE_KEY =
  /cookie|consent|privacy|gdpr|terms|legal|footer|navigation|translation|i18n|locale|messages|dictionary|related|recommend|sidebar|newsletter|comments|config|settings|schema|^(?:css|styles?|scripts?)$/;
/** Keys of this length are addresses or hashes. */
const LONGEST_KEY = 60;
const TITLE_KEYS = ['title', 'headline', 'name', 'heading', 'seoTitle'];

/**
 * The longest text of an article in a page's state, the one beside the page's own title first. A text is a
 * string of prose or HTML under a key that says so, or a tree of typed nodes.
 */
export function stateBody(states: readonly unknown[], titles: readonly string[]): StateBody | undefined {
  const pageTitles = titles.map(comparable).filter((title) => title.length >= SHORTEST_TITLE);
  const richText = new RichTextWriter();
  let best: StateBody | undefined;
  let bestWords = 0;
  const consider = (html: string, isTitled: boolean): void => {
    const words = shownWords(html);
    if (best && (best.isTitled !== isTitled ? best.isTitled : bestWords >= words)) return;
    best = { html, isTitled };
    bestWords = words;
  };
  // A queue, so that of equal texts the one nearest to the root wins.
  const queue: { value: unknown; titled: number }[] = states.map((value) => ({ value, titled: 0 }));
  for (let i = 0; i < queue.length; i++) {
    const { value, titled } = queue[i] as { value: unknown; titled: number }; // in range
    const near = isNode(value) && hasTitle(value, pageTitles) ? NEAR : Math.max(0, titled - 1);
    forEachMember(value, (key, child) => {
      const name = key.length < LONGEST_KEY ? key.toLowerCase().replace(/[_-]/g, '') : '';
      if (ELSEWHERE_KEY.test(name)) return;
      const html = BODY_KEY.test(name) ? bodyHtml(child, richText) : '';
      if (html !== '') consider(html, near > 0);
      else if (typeof child === 'object' && child !== null && queue.length < MOST_NODES) {
        queue.push({ value: child, titled: near });
      }
    });
  }
  return best;
}

/** Members of an object with their keys, of an array with none; an array may be too long to copy. */
function forEachMember(value: unknown, visit: (key: string, child: unknown) => void): void {
  if (Array.isArray(value)) for (const child of value as readonly unknown[]) visit('', child);
  else if (isNode(value)) for (const key of Object.keys(value)) visit(key, value[key]);
}

function bodyHtml(value: unknown, richText: RichTextWriter): string {
  const html = typeof value === 'string' ? textToHtml(value) : richText.toHtml(value);
  return isArticleLike(html) ? html : '';
}

function hasTitle(node: Readonly<Record<string, unknown>>, pageTitles: readonly string[]): boolean {
  if (pageTitles.length === 0) return false;
  for (const key of TITLE_KEYS) {
    const value = node[key];
    const text = isNode(value) ? value['rendered'] : value;
    if (typeof text !== 'string' || text.length > 400) continue;
    const own = comparable(text);
    if (own.length < SHORTEST_TITLE) continue;
    if (pageTitles.some((title) => title.startsWith(own) || own.startsWith(title))) return true;
  }
  return false;
}

const SHORTEST_TITLE = 8;

function comparable(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
