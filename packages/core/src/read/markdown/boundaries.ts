import type { Nodes, Parents, RootContent } from 'mdast';

/** A place where a document may be cut, and how certain that is. */
export interface Boundary {
  /** Offset of the start of a line. */
  at: number;
  /**
   * `block`: after a blank line, a line that is not indented. `item`, `heading`: such a list item or
   * heading right after other text. `quote`: a line of a block quote after an empty one of it. In text that offers nothing better, `line`: a line that begins as
   * nothing but text does; `word`: a word in a line without end; `forced`: any line at all.
   */
  kind: 'block' | 'item' | 'heading' | 'quote' | 'line' | 'word' | 'forced';
}

/** A bullet or number at the very start of a line, with text after it: neither empty nor a thematic break. */
const ITEM = /(?:[-*+]|\d{1,9}[.)])[ \t](?![ \t*_-]*(?:[\r\n]|$))/y;
const EMPTY_QUOTE = />[ \t]*(?:[\r\n]|$)/y;
const QUOTE = /> ?[^ \t>]/y;
const HEADING = /#{1,6}[ \t]/y;
const BLANK = /[ \t]*(?:\r?\n|\r|$)/y;
/** A byte-order mark would be dropped at the start of a piece. */
const INDENTED = /[ \t\r\n\uFEFF]/y;

/**
 * What may begin a block, or make the line above it a heading, a table or a definition. A bracket is text
 * where it closes on its line without the colon of a definition: `[12]`.
 */
const NOT_TEXT = /[=|:<`~>\d+*-]|\[(?!(?:[^[\]\\\r\n]|\\.){1,999}\](?!:))/y;
const WORD = / (?=\p{L}|\[[^[\]\\\r\n]{1,99}\](?!:))/gu;

/** How much text is looked through before a worse kind of boundary will do. In code units. */
const PATIENCE = { line: 6 * 1024, word: 64 * 1024, forced: 512 * 1024 };

/** The first boundary at or after `from`, or the end of the text. */
export function findBoundary(text: string, from: number): Boundary {
  let line = text.indexOf('\n', from - 1) + 1;
  if ((line > 0 ? line : text.length) > from + PATIENCE.word) {
    WORD.lastIndex = from;
    const word = WORD.exec(text);
    if (word && word.index < line) return { at: word.index + 1, kind: 'word' };
  }
  let previousIsBlank = false;
  let previousIsEmptyQuote = false;
  let isFirst = true;
  while (line > 0 && line < text.length) {
    const isBlank = matches(BLANK, text, line);
    if (!isBlank) {
      const waited = line - from;
      if (waited > PATIENCE.forced) return { at: line, kind: 'forced' };
      if (!matches(INDENTED, text, line)) {
        if (previousIsBlank) return { at: line, kind: 'block' };
        if (matches(ITEM, text, line)) return { at: line, kind: 'item' };
        if (matches(HEADING, text, line)) return { at: line, kind: 'heading' };
        if (previousIsEmptyQuote && matches(QUOTE, text, line)) return { at: line, kind: 'quote' };
        if (waited > PATIENCE.line && !isFirst && !matches(NOT_TEXT, text, line)) return { at: line, kind: 'line' };
      }
    }
    previousIsBlank = isBlank;
    previousIsEmptyQuote = matches(EMPTY_QUOTE, text, line);
    isFirst = false;
    line = text.indexOf('\n', line) + 1;
  }
  return { at: text.length, kind: 'block' };
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * Whether what stands before the boundary is complete there, whatever follows: not in the middle of
 * fenced code or HTML, and no line that would go on a paragraph. `piece` is the text that `nodes` were
 * read from, `next` the rest of the document.
 */
export function isComplete(
  nodes: readonly RootContent[],
  piece: string,
  kind: Boundary['kind'],
  next: string,
): boolean {
  const last = nodes.at(-1);
  if (!last || kind === 'forced') return true;
  if (last.type === 'code' && isUnclosedFence(source(last, piece))) return false;
  if (last.type === 'html') return kind === 'block' && isClosedHtml(source(last, piece));
  if (kind === 'quote') {
    const inner = last.type === 'blockquote' ? last.children.at(-1)?.type : undefined;
    return inner === 'paragraph' || inner === 'heading';
  }
  if (kind === 'line') return last.type !== 'table';
  if (kind === 'word') return endsInParagraph(last);
  // A number other than one goes on a paragraph, but not a list with the same kind of numbers.
  if (kind === 'item' && /^\d/.test(next)) {
    return last.type === 'list' && listMarker(source(last, piece)) === listMarker(next);
  }
  return true;
}

function endsInParagraph(last: Nodes): boolean {
  let node: Nodes | undefined = last;
  while (node && node.type !== 'paragraph' && 'children' in node) node = (node as Parents).children.at(-1);
  return node?.type === 'paragraph';
}

/** What tells two lists that touch apart: the bullet, or the character after the number. */
export function listMarker(sourceText: string): string | undefined {
  return /^(?:\d{1,9}([.)])|([-*+]))/
    .exec(sourceText)
    ?.slice(1)
    .find((marker) => marker !== undefined);
}

export function source(node: Nodes, piece: string): string {
  return piece.slice(node.position?.start.offset, node.position?.end.offset);
}

function isUnclosedFence(code: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0];
  if (fence === undefined) return false;
  const lines = code.trimEnd();
  const lastLine = lines.slice(Math.max(lines.lastIndexOf('\n'), lines.lastIndexOf('\r')) + 1).trim();
  const isFence = lastLine.length >= fence.length && lastLine === fence.charAt(0).repeat(lastLine.length);
  return !isFence || lines.length === lastLine.length;
}

/** By what opens it, what ends HTML that goes on over blank lines (CommonMark, HTML blocks 1 to 5). */
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

function isClosedHtml(html: string): boolean {
  const ends = HTML_ENDS.find(([start]) => start.test(html));
  return !ends || ends[1].test(html);
}
