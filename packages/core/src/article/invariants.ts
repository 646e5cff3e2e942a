import { allowsChild, CONTENT, MAX_DEPTH } from './content-model.ts';
import { ATOM } from './inline.ts';
import { isNfc } from './normalize.ts';
import { separator } from './separator.ts';
import type { Article, Block, Mark, Span } from './types.ts';
import { isAllowedUrl, type UrlUse } from './url.ts';

/** What holds of every article, beyond the shape that the schema describes. */
export const INVARIANTS = {
  T1: 'The text is NFC, well-formed UTF-16, with LF as the only line end, and holds no NUL.',
  T2: 'Neighbouring leaf blocks are separated as their types say; no other text stands outside them, and only code holds a LF without a break mark.',
  T3: 'An inline image or footnote reference is exactly one U+FFFC, and every U+FFFC is one of those.',
  S1: 'Every span is in range and splits no surrogate pair.',
  B1: 'Block ids are unique.',
  B2: 'A parent stands before its children, and their spans lie inside its span.',
  B3: 'Blocks are nested at most 64 deep.',
  B4: 'Every block stands where its type may stand, and only containers have children.',
  M1: 'Marks are sorted, not empty, do not cross, and lie inside one leaf block.',
  N1: 'Sentences are sorted, disjoint, and each inside its block.',
  U1: 'Every URL is absolute or a fragment, and of an allowed scheme.',
} as const;

export type InvariantId = keyof typeof INVARIANTS;

/** A broken invariant: which, where, and what was found. */
export interface Violation {
  rule: InvariantId;
  message: string;
  /** Index into `blocks` of the block it was found at, where there is one. */
  block?: number;
}

/** Past this many the rest is of no help to anybody. */
const MAX_VIOLATIONS = 100;

/**
 * Checks every invariant in one pass over each list. Expects the shape that the schema describes.
 * Returns at most 100 violations; none means that the article holds.
 */
export function checkInvariants(article: Article): Violation[] {
  const violations: Violation[] = [];
  const fail: Fail = (rule, message, block) => {
    if (violations.length >= MAX_VIOLATIONS) return;
    violations.push(block === undefined ? { rule, message } : { rule, message, block });
  };
  checkText(article.text, fail);
  // The other checks walk up the parents: they need rows in pre-order.
  if (checkTree(article.blocks, fail)) {
    const leaves = checkBlocks(article, fail);
    checkMarks(article, leaves, fail);
  }
  checkSentences(article, fail);
  checkUrls(article, fail);
  return violations;
}

type Fail = (rule: InvariantId, message: string, block?: number) => void;

/**
 * Anything that T1 may forbid. Most texts hold nothing of it: Latin letters and, from U+2010 to U+2026,
 * dashes and quotes, which are NFC in every version. One look then saves four.
 */
const UNUSUAL = /[^\x01-\x0C\x0E-\u02FF\u2010-\u2026]/;

function checkText(text: string, fail: Fail): void {
  if (!UNUSUAL.test(text)) return;
  if (!text.isWellFormed()) fail('T1', 'the text holds a lone surrogate');
  if (text.includes('\0')) fail('T1', 'the text holds NUL');
  if (text.includes('\r')) fail('T1', 'the text holds CR');
  if (!isNfc(text)) fail('T1', 'the text is not NFC');
}

/** B2's order, B3 and B4. Returns whether the rows stand in pre-order. */
function checkTree(blocks: readonly Block[], fail: Fail): boolean {
  const path: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block; // in range
    while (path.length > 0 && path.at(-1) !== block.parent) path.pop();
    if (block.parent !== null && path.length === 0) {
      fail('B2', `parent ${block.parent} is not a block that is open here`, i);
      return false;
    }
    path.push(i);
    if (path.length > MAX_DEPTH) fail('B3', `nested ${path.length} deep`, i);
    const parent = block.parent === null ? null : (blocks[block.parent] as Block).type; // on the path
    if (!allowsChild(parent, block.type)) {
      fail('B4', `${block.type} may not stand ${parent ? `in ${parent}` : 'at the top level'}`, i);
    }
  }
  return true;
}

/** S1, B1, B2's spans, B4's content and T2's separators. Returns the indexes of the leaves. */
function checkBlocks({ blocks, text }: Article, fail: Fail): number[] {
  const ids = new Set<string>();
  const leaves: number[] = [];
  let position = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block; // in range
    if (ids.has(block.id)) fail('B1', `id ${shown(block.id)} stands twice`, i);
    ids.add(block.id);
    checkSpan(block, text, fail, i);
    const parent = block.parent === null ? undefined : blocks[block.parent];
    if (parent && (block.start < parent.start || block.end > parent.end)) {
      fail('B2', `${range(block)} leaves its parent's ${range(parent)}`, i);
    }
    const content = CONTENT[block.type];
    if (blocks[i + 1]?.parent === i) continue;
    if (content === 'container') fail('B4', `${block.type} has no children`, i);
    if (content === 'void' && block.start !== block.end) fail('B4', `${block.type} holds text`, i);
    const last = leaves.at(-1);
    const between = last === undefined ? '' : separator(blocks, last, i);
    if (block.start !== position + between.length || !text.startsWith(between, position)) {
      fail('T2', `${JSON.stringify(between)} should stand between this block and the one before`, i);
    }
    position = block.end;
    leaves.push(i);
  }
  if (position !== text.length) fail('T2', 'text stands after the last block');
  return leaves;
}

/** M1, T3, U1 of marks, and T2's rule for line ends inside a leaf. */
function checkMarks({ blocks, marks, text }: Article, leaves: readonly number[], fail: Fail): void {
  const open: Mark[] = [];
  const breaks = new Set<number>();
  const atoms = new Set<number>();
  let leaf = 0;
  let previous: Mark | undefined;
  for (const mark of marks) {
    while (leaf + 1 < leaves.length && (blocks[leaves[leaf + 1] as number] as Block).start <= mark.start) leaf++;
    const index = leaves[leaf];
    checkSpan(mark, text, fail, index);
    const holder = index === undefined ? undefined : blocks[index];
    if (!holder || mark.start < holder.start || mark.end > holder.end) {
      fail('M1', `${mark.type} ${range(mark)} does not lie inside one leaf block`, index);
    }
    if (mark.start === mark.end) fail('M1', `${mark.type} at ${mark.start} is empty`, index);
    if (previous && (mark.start < previous.start || (mark.start === previous.start && mark.end > previous.end))) {
      fail('M1', `${mark.type} ${range(mark)} is out of order`, index);
    }
    previous = mark;
    while (open.length > 0 && (open.at(-1) as Mark).end <= mark.start) open.pop();
    const outer = open.at(-1);
    if (outer && mark.end > outer.end)
      fail('M1', `${mark.type} ${range(mark)} crosses ${outer.type} ${range(outer)}`, index);
    open.push(mark);
    if (mark.type === 'link') checkUrl(mark.url, 'link', 'link', fail, index);
    else if (mark.type === 'quote') checkUrl(mark.cite, 'link', 'quote', fail, index);
    else if (mark.type === 'break') {
      if (text.slice(mark.start, mark.end) !== '\n') fail('M1', `break ${range(mark)} is not one LF`, index);
      breaks.add(mark.start);
    } else if (mark.type === 'image' || mark.type === 'footnoteReference') {
      if (text.slice(mark.start, mark.end) !== ATOM) fail('T3', `${mark.type} ${range(mark)} is not one U+FFFC`, index);
      if (atoms.has(mark.start)) fail('T3', `a second image or footnote reference stands at ${mark.start}`, index);
      if (mark.type === 'image') checkUrl(mark.url, 'image', 'image', fail, index);
      atoms.add(mark.start);
    }
  }
  eachIndex(text, '\n', blocks, leaves, (at, row) => {
    if (row !== undefined && blocks[row]?.type !== 'code' && !breaks.has(at)) {
      fail('T2', `LF at ${at} has no break mark`, row);
    }
  });
  eachIndex(text, ATOM, blocks, leaves, (at, row) => {
    if (!atoms.has(at)) fail('T3', `U+FFFC at ${at} is no image or footnote reference`, row);
  });
}

/** N1 and S1 for sentences. */
function checkSentences({ blocks, sentences, text }: Article, fail: Fail): void {
  let position = 0;
  for (const sentence of sentences) {
    checkSpan(sentence, text, fail, sentence.block);
    const block = blocks[sentence.block];
    if (!block || sentence.start < block.start || sentence.end > block.end) {
      fail('N1', `sentence ${range(sentence)} is not inside block ${sentence.block}`, sentence.block);
    }
    if (sentence.start < position)
      fail('N1', `sentence ${range(sentence)} overlaps or precedes the one before`, sentence.block);
    if (sentence.start === sentence.end) fail('N1', `sentence at ${sentence.start} is empty`, sentence.block);
    position = sentence.end;
  }
}

/** U1 in blocks, metadata and source; `checkMarks` sees to the marks. */
function checkUrls({ blocks, meta, source }: Article, fail: Fail): void {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block; // in range
    if (block.type === 'image') checkUrl(block.url, 'image', 'image', fail, i);
    else if (block.type === 'embed') checkUrl(block.url, 'link', 'embed', fail, i);
    else if (block.type === 'blockquote') checkUrl(block.cite, 'link', 'blockquote', fail, i);
  }
  checkUrl(meta.canonicalUrl, 'link', 'meta.canonicalUrl', fail);
  checkUrl(meta.image, 'image', 'meta.image', fail);
  for (const author of meta.authors) checkUrl(author.url, 'link', 'meta.authors', fail);
  checkUrl(source.url, 'link', 'source.url', fail);
}

function checkUrl(url: string | undefined, use: UrlUse, where: string, fail: Fail, block?: number): void {
  if (url !== undefined && !isAllowedUrl(url, use)) fail('U1', `${where} has the URL ${shown(url)}`, block);
}

function checkSpan(span: Span, text: string, fail: Fail, block?: number): void {
  if (span.start > span.end || span.end > text.length) fail('S1', `${range(span)} is out of range`, block);
  else if (splitsPair(text, span.start) || splitsPair(text, span.end))
    fail('S1', `${range(span)} splits a surrogate pair`, block);
}

function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** A value in a message, cut: a hostile document must not make its own report large. */
function shown(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

function range(span: Span): string {
  return `[${span.start}, ${span.end})`;
}

/**
 * Visits every place of `needle`, with the row of the leaf that holds it. One sweep for all leaves: a
 * search for each would be quadratic in a table row of many cells.
 */
function eachIndex(
  text: string,
  needle: string,
  blocks: readonly Block[],
  leaves: readonly number[],
  visit: (at: number, leaf: number | undefined) => void,
): void {
  let next = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    while (next < leaves.length && (blocks[leaves[next] as number] as Block).end <= at) next++;
    const leaf = leaves[next];
    visit(at, leaf !== undefined && (blocks[leaf] as Block).start <= at ? leaf : undefined);
  }
}
