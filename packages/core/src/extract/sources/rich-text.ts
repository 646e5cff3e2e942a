import { isNode, type LdNode } from '../metadata/json-ld.ts';
import { escapeText, inlineToHtml, textToHtml } from './markup.ts';

/** Trees of a text are a dozen levels deep at most; what is deeper is left out. */
const DEEPEST = 30;
/** Nodes that are read of all the trees of a page: a tree that is no article is tried again from each branch. */
const MOST_NODES = 200_000;

const TYPE_KEYS = ['type', '_type', 'nodeType', 'tag', 'tagName', 'kind'];
const TEXT_KEYS = ['html', 'text', 'value', 'content', 'body', 'copy'];
const CHILD_KEYS = ['content', 'children', 'nodes', 'blocks', 'body', 'paragraphs', 'elements', 'items', 'text'];
/** Objects that only hold what says more about their node. */
const INNER_KEYS = ['model', 'data', 'attrs'];

const INLINE =
  /^(?:text|span|fragment|link|hyperlink|a|strong|em|b|i|bold|italic|code|mark|br|hard_?break|line-?break|url-?link)$/;
const HEADING = /^(?:sub)?head(?:ing|line|er)?(?:[-_ ]?([1-6]))?$|^(?:sub-?title|h([1-6]))$/;
const LIST = /(?:^|[-_ ])(?:un-?ordered|ordered|bullet(?:ed)?|numbered)?[-_ ]?list$|^[uo]l$/;
const ITEM = /list[-_ ]?item$|^li$/;
const QUOTE = /^(?:block|pull)?[-_ ]?quote$/;
const CODE = /^(?:code[-_ ]?block|pre|preformatted)$/;
const LEFT_OUT =
  /(?:^|[-_ ])(?:ads?|advert\w*|promo\w*|related\w*|newsletter\w*|embed\w*|image|photo|picture|video|gallery|media|social\w*|button|cta|script|style|css|iframe|poll|quiz|tweet)(?:$|[-_ ])/;

/** Whether most of the nodes are of a named kind, or plain strings: other lists are lists of things. */
function looksTyped(items: readonly unknown[]): boolean {
  let typed = 0;
  for (const item of items) if (typeof item === 'string' || (isNode(item) && typeOf(item) !== '')) typed++;
  return items.length > 0 && typed * 2 > items.length;
}

/**
 * Turns texts that stand as trees of typed nodes (`{ type: 'paragraph', content: [{ type: 'text', text }] }`,
 * as editors and content stores keep them) or as lists of paragraphs into HTML.
 */
export class RichTextWriter {
  #nodes = 0;

  /** `''` where the value is no such tree. */
  toHtml(value: unknown): string {
    const items = Array.isArray(value) ? value : isNode(value) ? [value] : [];
    return looksTyped(items) ? this.#blocks(items, 0) : '';
  }

  #blocks(items: readonly unknown[], depth: number): string {
    let html = '';
    for (const item of items) html += this.#block(item, depth);
    return html;
  }

  #block(value: unknown, depth: number): string {
    if (typeof value === 'string') return textToHtml(value);
    if (!isNode(value) || depth > DEEPEST || ++this.#nodes > MOST_NODES) return '';
    const type = typeOf(value);
    if (LEFT_OUT.test(type)) return '';
    if (CODE.test(type)) {
      const code = stringOf(value);
      return `<pre>${code === '' ? this.#inline(childrenOf(value), depth + 1) : escapeText(code)}</pre>`;
    }
    const heading = HEADING.exec(type);
    if (heading) {
      const level = Number(heading[1] ?? heading[2] ?? member(value, 'level') ?? 2);
      const tag = level >= 1 && level <= 6 ? `h${level}` : 'h2';
      return `<${tag}>${inlineToHtml(stringOf(value)) || this.#inline(childrenOf(value), depth + 1)}</${tag}>`;
    }
    const inside = this.#inside(value, depth);
    if (inside === '') return '';
    if (ITEM.test(type)) return `<li>${inside}</li>`;
    if (LIST.test(type))
      return /^ol$|(?:^|[-_ ])(?:ordered|numbered)/.test(type) ? `<ol>${inside}</ol>` : `<ul>${inside}</ul>`;
    return QUOTE.test(type) ? `<blockquote>${inside}</blockquote>` : inside;
  }

  #inside(node: LdNode, depth: number): string {
    const own = stringOf(node);
    if (own.trim() !== '') return textToHtml(own);
    const children = childrenOf(node);
    return children.some(isInline) ? `<p>${this.#inline(children, depth + 1)}</p>` : this.#blocks(children, depth + 1);
  }

  #inline(items: readonly unknown[], depth: number): string {
    let html = '';
    for (const item of items) {
      if (typeof item === 'string') html += inlineToHtml(item);
      else if (isNode(item) && depth <= DEEPEST && ++this.#nodes <= MOST_NODES) {
        if (/br|break/.test(typeOf(item))) html += '<br>';
        else html += inlineToHtml(stringOf(item)) || this.#inline(childrenOf(item), depth + 1);
      }
    }
    return html;
  }
}

function isInline(value: unknown): boolean {
  return isNode(value) && INLINE.test(typeOf(value)) && typeof member(value, 'html') !== 'string';
}

/** What a node, or else an object inside that says more about it, has under a key. */
function member(node: LdNode, key: string): unknown {
  const own = node[key];
  if (own !== undefined) return own;
  for (const innerKey of INNER_KEYS) {
    const inner = node[innerKey];
    if (isNode(inner) && inner[key] !== undefined) return inner[key];
  }
  return undefined;
}

function typeOf(node: LdNode): string {
  for (const key of TYPE_KEYS) {
    const type = member(node, key);
    if (typeof type !== 'string' || type.length > 60) continue;
    // Portable Text names what a block is in its style.
    const style = member(node, 'style');
    return (type === 'block' && typeof style === 'string' && style !== 'normal' ? style : type).toLowerCase();
  }
  return '';
}

function stringOf(node: LdNode): string {
  for (const key of TEXT_KEYS) {
    const text = member(node, key);
    if (typeof text === 'string' && text !== '') return text;
  }
  return '';
}

function childrenOf(node: LdNode): readonly unknown[] {
  for (const key of CHILD_KEYS) {
    const children = member(node, key);
    if (Array.isArray(children)) return children;
    if (isNode(children)) return [children];
  }
  return [];
}
