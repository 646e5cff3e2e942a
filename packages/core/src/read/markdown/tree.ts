import type { Blockquote, Nodes, Paragraph, Parents, RootContent } from 'mdast';
import { type Boundary, findBoundary, isComplete, listMarker, source } from './boundaries.ts';
import { KnownLabels } from './limits.ts';
import { Syntax } from './syntax.ts';

/**
 * micromark's time and memory grow faster than the text: 3 MB take four times as long as three times 1 MB,
 * and 1.4 GB. In pieces of this size both grow with the text, and ordinary documents parse fastest. In
 * code units.
 */
const PIECE = 4 * 1024;

/** A document's top-level nodes, without positions. */
export interface MarkdownTree {
  children: RootContent[];
  /** Markup beyond the limits (see `limits.ts`) was taken as text. */
  isLimited: boolean;
}

/**
 * Parses a document piece by piece, as if it were parsed whole. A piece ends where a block begins that
 * cannot belong to what stands before it; lists that were cut are joined again.
 *
 * Never throws: a piece that micromark cannot take is read as paragraphs of text.
 */
export function parseTree(text: string, frontMatter: boolean): MarkdownTree {
  const labels = text.length > PIECE ? new KnownLabels(definedLabels(text)) : undefined;
  const syntax = new Syntax(labels);
  const tree: MarkdownTree = { children: [], isLimited: false };
  const frontMatterEnd = frontMatter ? endOfFrontMatter(text) : 0;
  let cut: { kind: Boundary['kind']; marker: string | undefined } | undefined;
  for (let start = 0; start < text.length;) {
    let size = Math.max(PIECE, frontMatterEnd - start);
    for (;;) {
      const boundary = findBoundary(text, start + size);
      const piece = text.slice(start, boundary.at);
      const parsed = parsePiece(piece, frontMatter && start === 0, syntax);
      const children = parsed ?? textParagraphs(piece);
      if (
        boundary.at < text.length &&
        !isComplete(children, piece, boundary.kind, text.slice(boundary.at, boundary.at + 16))
      ) {
        size = (boundary.at - start) * 2;
        continue;
      }
      tree.isLimited ||= parsed === undefined;
      const first = children[0];
      const last = children.at(-1);
      const marker = last && markerOf(last, piece);
      if (cut && first) join(tree.children, children, cut, markerOf(first, piece));
      for (const child of children) {
        dropPositions(child);
        tree.children.push(child);
      }
      cut = { kind: boundary.kind, marker };
      start = boundary.at;
      break;
    }
  }
  tree.isLimited ||= syntax.isLimited;
  return tree;
}

function parsePiece(piece: string, frontMatter: boolean, syntax: Syntax): RootContent[] | undefined {
  try {
    return syntax.parse(piece, frontMatter).children;
  } catch {
    return undefined; // `NestingLimit`, or whatever a parser throws on text made to break it
  }
}

function textParagraphs(text: string): Paragraph[] {
  return text
    .split(/\n[ \t]*(?:\r?\n)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

/** What a list that was cut must begin with again to be the same list. */
function markerOf(node: RootContent, piece: string): string | undefined {
  return node.type === 'list' ? listMarker(source(node, piece)) : undefined;
}

/** Joins what the cut went through: a list, a block quote, or a paragraph. */
function join(
  left: RootContent[],
  right: RootContent[],
  cut: { kind: Boundary['kind']; marker: string | undefined },
  marker: string | undefined,
): void {
  const last = left.at(-1);
  const first = right[0];
  if (last?.type === 'list' && first?.type === 'list') {
    if (marker === undefined || marker !== cut.marker) return;
    for (const item of first.children) last.children.push(item);
    right.shift();
  } else if (cut.kind === 'quote' && last?.type === 'blockquote' && first?.type === 'blockquote') {
    for (const child of first.children) last.children.push(child);
    right.shift();
  } else if (cut.kind === 'line' || cut.kind === 'word') {
    joinLine(left, right, cut.kind === 'line' ? '\n' : ' ');
  }
}

/**
 * A line that begins a piece goes on the paragraph that ends the piece before, however deep that stands;
 * so do the block quotes that both stand in.
 */
function joinLine(left: RootContent[], right: RootContent[], glue: string): void {
  const quotes: [Blockquote, Blockquote][] = [];
  let last: RootContent | undefined = left.at(-1);
  let first: RootContent | undefined = right[0];
  while (last?.type === 'blockquote' && first?.type === 'blockquote') {
    quotes.push([last, first]);
    [last, first] = [last.children.at(-1), first.children[0]];
  }
  while (last && last.type !== 'paragraph' && 'children' in last) last = (last as Parents).children.at(-1);
  if (last?.type !== 'paragraph' || first?.type !== 'paragraph') return;
  last.children.push({ type: 'text', value: glue });
  for (const child of first.children) last.children.push(child);
  (quotes.at(-1)?.[1].children ?? right).shift();
  for (let i = quotes.length - 1; i >= 0; i--) {
    const [into, from] = quotes[i] as [Blockquote, Blockquote]; // in range
    for (const child of from.children) into.children.push(child);
    (quotes[i - 1]?.[1].children ?? right).shift();
  }
}

/** Positions are of the piece, not of the document, and most of a tree's memory. */
function dropPositions(root: RootContent): void {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    delete node.position;
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
}

/** `[label]:` or `[^label]:` where a definition may stand: after nothing but the signs of containers. */
const DEFINITION = /[ \t>*+\-\d.)]*\[((?:[^[\]\\\r\n]|\\.){1,999})\]:/y;

/** Labels that look defined. That some are not (they stand in code) is seen when the tree is read. */
function* definedLabels(text: string): Generator<string> {
  for (let line = 0; line < text.length;) {
    DEFINITION.lastIndex = line;
    const label = DEFINITION.exec(text)?.[1];
    if (label !== undefined) yield label;
    const end = text.indexOf('\n', line);
    if (end < 0) return;
    line = end + 1;
  }
}

/** Where front matter ends: it must not be cut. 0 where there is none. */
function endOfFrontMatter(text: string): number {
  if (!/^---[ \t]*(?:\r?\n|\r)/.test(text)) return 0;
  const end = /\n---[ \t]*(?:[\r\n]|$)/g;
  end.lastIndex = 3;
  const match = end.exec(text);
  return match ? match.index + match[0].length : 0;
}
