import { attribute, type Element, isText } from '../read/html/nodes.ts';
import type { Page } from './page.ts';
import { wordHashes } from './words.ts';

/** What a page says about itself, as far as it helps to find its text. */
export interface Hints {
  title: ReadonlySet<number>;
  description: ReadonlySet<number>;
  /** Hashes of three words in a row of JSON-LD's `articleBody`; `null` where there is none. */
  body: ReadonlySet<number> | null;
  isArticle: boolean;
  isProduct: boolean;
  isForum: boolean;
  /** Sources of the JSON-LD scripts, as far as they are read. */
  jsonLd: readonly string[];
}

/** JSON longer than this is not looked at: no page needs it, and hostile ones might. */
const MAX_JSON = 2_000_000;

export function readHints(page: Page): Hints {
  let title = '';
  let description = '';
  let bodyText = '';
  let isArticle = false;
  let isProduct = false;
  let isForum = false;
  const jsonLd: string[] = [];
  for (const node of page.declarations) {
    if (node.tagName === 'title') title += ` ${textOf(node)}`;
    else if (node.tagName === 'meta') {
      const name = (attribute(node, 'property') ?? attribute(node, 'name') ?? '').toLowerCase();
      const content = attribute(node, 'content') ?? '';
      if (name === 'og:title' || name === 'twitter:title') title += ` ${content}`;
      else if (name === 'og:description' || name === 'description' || name === 'twitter:description')
        description += ` ${content}`;
      else if (name === 'og:type') {
        const type = content.toLowerCase();
        if (type.startsWith('article')) isArticle = true;
        else if (type.includes('product')) isProduct = true;
      }
    } else if (node.tagName === 'script') {
      const json = textOf(node);
      if (json.length > MAX_JSON) continue;
      jsonLd.push(json);
      if (/"(?:News|Blog|Tech)?Article"|"BlogPosting"/.test(json)) isArticle = true;
      if (json.includes('"Product"')) isProduct = true;
      if (json.includes('"DiscussionForumPosting"') || json.includes('"QAPage"')) isForum = true;
      if (json.includes('"articleBody"') || json.includes('"description"')) {
        const told = readJson(json);
        if (told.body.length > bodyText.length) bodyText = told.body;
        description += told.descriptions;
      }
    }
  }
  return {
    title: new Set(wordHashes(title.slice(0, 1000))),
    description: new Set(wordHashes(description.slice(0, 20_000))),
    body: bodyText.length > 200 ? shingles(wordHashes(bodyText)) : null,
    isArticle,
    isProduct,
    isForum,
    jsonLd,
  };
}

function shingles(words: readonly number[]): Set<number> {
  const set = new Set<number>();
  for (let i = 2; i < words.length; i++)
    set.add(shingle(words[i - 2] as number, words[i - 1] as number, words[i] as number));
  return set;
}

/** Three word hashes in a row as one number. */
export function shingle(a: number, b: number, c: number): number {
  return (Math.imul(Math.imul(a, 1_000_003) ^ b, 1_000_003) ^ c) | 0;
}

/** The longest `articleBody`, and all descriptions, anywhere in a JSON-LD script; none where the JSON is broken. */
function readJson(json: string): { body: string; descriptions: string } {
  const told = { body: '', descriptions: '' };
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return told;
  }
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'articleBody' && typeof child === 'string') {
        if (child.length > told.body.length) told.body = child;
      } else if (key === 'description' && typeof child === 'string') told.descriptions += ` ${child}`;
      else if (typeof child === 'object') stack.push(child);
    }
  }
  return told;
}

function textOf(node: Element): string {
  let text = '';
  for (const child of node.childNodes) if (isText(child)) text += child.value;
  return text;
}
