import {
  attribute,
  type ChildNode,
  type Element,
  isElement,
  isText,
  type ParentNode,
  walk,
} from '../../read/html/nodes.ts';
import { parseAssignments } from './assignment.ts';
import { parseJson } from './strict-json.ts';

/** What the scripts of a page say without being run. */
export interface PageData {
  /** Sources of `<script type="application/ld+json">`. */
  jsonLd: string[];
  /** Values of other JSON: `application/json` scripts, and objects assigned to variables of `window`. */
  states: unknown[];
}

/** JSON past this many code units (of all scripts together) is not read: no article needs it. */
const MOST_JSON = 8_000_000;
/** Shorter JSON holds no article. */
const LEAST_JSON = 300;

/** Gathers the data that a page carries in its scripts. Only strict JSON is read; nothing is run. */
export function readPageData(root: ParentNode): PageData {
  const data: PageData = { jsonLd: [], states: [] };
  let budget = MOST_JSON;
  walk(root, (node) => {
    if (!isScript(node)) return undefined;
    const source = sourceOf(node);
    if (source.length < LEAST_JSON || source.length > budget) return 'skip';
    budget -= source.length;
    const type = (attribute(node, 'type') ?? '').toLowerCase();
    if (type.includes('ld+json')) data.jsonLd.push(source);
    else if (type.includes('json')) data.states.push(parseJson(source));
    else if (type === '' || type.includes('javascript')) data.states.push(...parseAssignments(source));
    return 'skip';
  });
  return data;
}

function isScript(node: ChildNode): node is Element {
  return isElement(node) && node.tagName === 'script';
}

function sourceOf(script: Element): string {
  const [source] = script.childNodes;
  return source && isText(source) ? source.value : '';
}
