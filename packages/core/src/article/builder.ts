import { allowsChild, CONTENT, isContainer, MAX_DEPTH } from './content-model.ts';
import { ATOM, InlineBuffer, type Leaf } from './inline.ts';
import { lazily } from './lazily.ts';
import { cutSentences } from './sentences.ts';
import { separator } from './separator.ts';
import type { Block, BlockContent, BlockType, Diagnostic, Draft, Mark, MarkContent, Meta, Source } from './types.ts';

/** Levels that a container needs below its own start: a list its items, a table its rows and cells. */
const LEVELS: Partial<Record<BlockType, number>> = { list: 2, table: 3, tableRow: 2 };
/** Marks opened inside more than this many others add nothing; it bounds the work for each leaf. */
const MAX_MARKS = 64;

/** A block that is open. `row` is `null` while it has none: a leaf without text yet, or a flattened block. */
interface Frame {
  content: BlockContent;
  row: number | null;
  /** The text of an open leaf. */
  buffer: InlineBuffer | null;
  /** Opened by the builder because the content model asks for it; closed by the builder too. */
  implicit: boolean;
  /** The nearest frame below that is a real block, so that deep flattened nesting is stepped over at once. */
  outer: Frame | null;
}

/**
 * Builds an article from what a reader finds, in order. Every reader goes through it, so what holds of
 * all articles (separators, white space, the content model, marks inside one leaf) is kept here once:
 *
 * - text or inline content outside a leaf opens a paragraph;
 * - a child that its parent does not allow gets the blocks in between (an item in a list, a cell in a
 *   row), or loses its own kind (a row outside a table);
 * - marks may be opened and closed across blocks: each leaf gets its part;
 * - leaves without text and containers without leaves vanish; a paragraph of one image is an image
 *   block; a cell or caption of one paragraph holds its text itself;
 * - two line breaks in a row end a paragraph.
 */
export class ArticleBuilder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #blocks: Block[] = [];
  readonly #marks: Mark[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #lastLeaf: number | null = null;
  readonly #frames: Frame[] = [];
  readonly #activeMarks: MarkContent[] = [];
  #ignoredMarks = 0;
  #depth = 0;
  #flattened = false;

  /** Whether nothing has been read yet that shows. */
  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#isBlank;
  }

  /** Whether the last that was read is a thematic break. */
  get endsInThematicBreak(): boolean {
    return this.#blocks.at(-1)?.type === 'thematicBreak' && this.#isBlank;
  }

  /** Whether a line has begun to which an image would belong. */
  get isInLine(): boolean {
    return this.#leaf()?.isBlank === false;
  }

  /** Whether none of the open leaves holds anything yet. */
  get #isBlank(): boolean {
    return this.#frames.every((frame) => frame.buffer?.isBlank ?? true);
  }

  /** Opens a block. Every `open` needs its `close`. */
  open(content: BlockContent): void {
    this.#closeImplicitFor(content.type);
    const parent = this.#parent()?.content.type ?? null;
    if (!allowsChild(parent, content.type)) {
      const between = this.#between(parent, content);
      if (between === null) {
        // No place for it here: its content goes on as the parent's (a row outside a table).
        this.#frames.push({ content, row: null, buffer: null, implicit: false, outer: this.#parent() });
        return;
      }
      for (const step of between) this.#push(step, true);
    }
    this.#push(content, false);
  }

  /** Closes the innermost open block, and the paragraph or list that the builder opened inside it. */
  close(): void {
    let frame = this.#frames.at(-1);
    while (frame?.implicit) {
      this.#pop();
      frame = this.#frames.at(-1);
    }
    if (frame) this.#pop();
  }

  /** Ends the paragraph that text outside a leaf has opened: what follows is another one. */
  endParagraph(): void {
    const frame = this.#frames.at(-1);
    if (frame?.implicit && frame.buffer) this.#pop();
  }

  /** A block without content: a thematic break, an image, an embed. */
  void(content: BlockContent): void {
    this.open(content);
    this.close();
  }

  text(value: string): void {
    const leaf = this.#leaf();
    if (leaf) leaf.text(value);
    else if (value.trim() !== '') this.#implicitLeaf().text(value);
  }

  lineBreak(): void {
    const leaf = this.#leaf();
    if (!leaf) return;
    const frame = this.#frames.at(-1);
    if (leaf.endsWithBreak && frame?.content.type === 'paragraph') {
      const { implicit } = frame;
      this.#pop();
      this.#push({ type: 'paragraph' }, implicit);
    } else {
      leaf.lineBreak();
    }
  }

  /** An inline image or footnote reference. */
  atom(content: MarkContent & { type: 'image' | 'footnoteReference' }): void {
    (this.#leaf() ?? this.#implicitLeaf()).atom(content);
  }

  openMark(content: MarkContent): void {
    if (this.#activeMarks.length >= MAX_MARKS) {
      this.#ignoredMarks++;
      return;
    }
    this.#activeMarks.push(content);
    this.#leaf()?.openMark(content);
  }

  closeMark(): void {
    if (this.#ignoredMarks > 0) {
      this.#ignoredMarks--;
      return;
    }
    this.#activeMarks.pop();
    this.#leaf()?.closeMark();
  }

  diagnose(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** Closes whatever is open and puts the article together. The builder is of no use afterwards. */
  finish(meta: Meta, source: Source): Draft {
    while (this.#frames.length > 0) this.#pop();
    const text = this.#parts.join('');
    const blocks = this.#blocks;
    const draft: Draft = {
      schema: 'lede.article/1',
      text,
      meta,
      blocks,
      marks: this.#marks,
      sentences: [],
      source,
      diagnostics: this.diagnostics,
    };
    lazily(draft, 'sentences', () => cutSentences(blocks, text, meta.language));
    return draft;
  }

  #leaf(): InlineBuffer | null {
    return this.#frames.at(-1)?.buffer ?? null;
  }

  #implicitLeaf(): InlineBuffer {
    this.open({ type: 'paragraph' });
    const frame = this.#frames.at(-1) as Frame; // just opened
    frame.implicit = true;
    return frame.buffer as InlineBuffer; // a paragraph is a leaf
  }

  /** The block that a new one would stand in; flattened blocks and lost kinds do not count. */
  #parent(): Frame | null {
    const top = this.#frames.at(-1);
    if (!top) return null;
    return top.row !== null || top.buffer ? top : top.outer;
  }

  #parentRow(): number | null {
    let frame = this.#parent();
    while (frame && frame.row === null) frame = frame.outer;
    return frame?.row ?? null;
  }

  /** An open leaf ends where a block begins; so does a list or row the builder opened for another child. */
  #closeImplicitFor(type: BlockContent['type']): void {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      if (frame.buffer) {
        if (frame.implicit) this.#pop();
        else {
          // A block inside a leaf (a paragraph in a heading): the leaf ends, its own `close` finds a shell.
          this.#emitLeaf(frame);
          frame.buffer = null;
          return;
        }
      } else if (frame.implicit && !allowsChild(frame.content.type, type)) {
        this.#pop();
      } else {
        return;
      }
    }
  }

  /** The blocks to open between `parent` and a child it does not allow; `null`: none would help. */
  #between(parent: BlockContent['type'] | null, child: BlockContent): BlockContent[] | null {
    const cell: BlockContent = { type: 'tableCell', header: false, colSpan: 1, rowSpan: 1 };
    switch (parent) {
      case 'list':
        return allowsChild('listItem', child.type) ? [{ type: 'listItem' }] : null;
      case 'table':
        if (child.type === 'tableCell') return [{ type: 'tableRow' }];
        return allowsChild('tableCell', child.type) ? [{ type: 'tableRow' }, cell] : null;
      case 'tableRow':
        return allowsChild('tableCell', child.type) ? [cell] : null;
      default:
        return child.type === 'listItem' ? [{ type: 'list', ordered: false }] : null;
    }
  }

  #push(content: BlockContent, implicit: boolean): void {
    const deep = this.#depth + (LEVELS[content.type] ?? 1) >= MAX_DEPTH;
    const outer = this.#parent();
    if (isContainer(content.type) && (deep || !allowsChild(outer?.content.type ?? null, content.type))) {
      if (deep && !this.#flattened) {
        this.#flattened = true;
        this.diagnose({
          code: 'nesting-flattened',
          message: `Blocks nested more than ${MAX_DEPTH} deep were flattened.`,
        });
      }
      this.#frames.push({ content, row: null, buffer: null, implicit, outer });
      return;
    }
    const kind = CONTENT[content.type];
    if (kind === 'leaf') {
      const buffer = new InlineBuffer(content.type === 'code');
      for (const mark of this.#activeMarks) buffer.openMark(mark);
      this.#frames.push({ content, row: null, buffer, implicit, outer });
    } else if (kind === 'void') {
      this.#frames.push({ content, row: this.#addLeaf(content, ''), buffer: null, implicit, outer });
    } else {
      const row = this.#addRow(content);
      this.#depth++;
      this.#frames.push({ content, row, buffer: null, implicit, outer });
    }
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.buffer) this.#emitLeaf(frame);
    else if (frame.row !== null && isContainer(frame.content.type)) this.#endContainer(frame.row);
  }

  #emitLeaf(frame: Frame): void {
    const leaf = (frame.buffer as InlineBuffer).finish(); // callers have checked
    if (leaf.text === '' || frame.buffer?.isBlank) return;
    const image = frame.content.type === 'paragraph' ? loneImage(leaf) : null;
    if (image) {
      this.#addLeaf(image, '');
      return;
    }
    this.#addLeaf(frame.content, leaf.text);
    const offset = this.#length - leaf.text.length;
    for (const { start, end, content } of leaf.marks) {
      this.#marks.push({ ...content, start: start + offset, end: end + offset });
    }
  }

  #addRow(content: BlockContent): number {
    // Rows under a block that vanished would dangle; parents always have a row, see #parentRow.
    const block: Block = { ...withoutDefaults(content), id: '', parent: this.#parentRow(), start: -1, end: -1 };
    return this.#blocks.push(block) - 1;
  }

  #addLeaf(content: BlockContent, text: string): number {
    const row = this.#addRow(content);
    if (this.#lastLeaf !== null) this.#append(separator(this.#blocks, this.#lastLeaf, row));
    const block = this.#blocks[row] as Block; // just added
    block.start = this.#length;
    this.#append(text);
    block.end = this.#length;
    this.#lastLeaf = row;
    for (let up = block.parent; up !== null;) {
      const ancestor = this.#blocks[up] as Block; // parents are rows
      if (ancestor.start >= 0) break;
      ancestor.start = block.start;
      up = ancestor.parent;
    }
    return row;
  }

  #append(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }

  #endContainer(row: number): void {
    this.#depth--;
    const block = this.#blocks[row] as Block; // a container's row is added when it opens
    if (row === this.#blocks.length - 1) {
      this.#blocks.pop();
      if (block.type === 'tableCell') this.#addLeaf(block, '');
      return;
    }
    block.end = this.#length;
    const only = this.#blocks[row + 1];
    if (CONTENT[block.type] === 'leaf-or-container' && row + 2 === this.#blocks.length && only?.type === 'paragraph') {
      this.#blocks.pop();
      this.#lastLeaf = row;
    }
  }
}

/** A first number that says nothing (one, or that of bullets) is left out, so that one list is written one way. */
function withoutDefaults(content: BlockContent): BlockContent {
  if (content.type !== 'list' || content.first === undefined || (content.ordered && content.first !== 1))
    return content;
  return { type: 'list', ordered: content.ordered };
}

/** The image of a paragraph that holds nothing else. */
function loneImage(leaf: Leaf): BlockContent | null {
  const [mark] = leaf.marks;
  return leaf.text === ATOM && leaf.marks.length === 1 && mark?.content.type === 'image' ? mark.content : null;
}
