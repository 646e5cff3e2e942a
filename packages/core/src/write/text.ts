import { separator } from '../article/separator.ts';
import type { Article, Block } from '../article/types.ts';
import { cellWidth } from '../lines/cell-width.ts';
import { Marks } from './html/inline.ts';
import { imageText, inlineText } from './text/inline.ts';
import { tableLines, type TextCell } from './text/table.ts';
import { wrap } from './text/wrap.ts';

export interface TextOptions {
  /** The most terminal columns that a line takes; only code may take more. Default: lines are not broken. */
  width?: number;
  /** Begin with the title. Default true. */
  title?: boolean;
}

/**
 * Writes an article as plain text: blocks with blank lines between them, list items with their markers,
 * quotations behind `>`, tables in columns, images as `[description]`, footnotes and references to them as
 * `[label]`. No line end after the last line.
 *
 * @example
 * writeText(article, { width: 72 }); // 'A day\n\nIt was late.'
 */
export function writeText(article: Article, options: TextOptions = {}): string {
  const writer = new TextWriter(article, options.width);
  const { title } = article.meta;
  if (title !== undefined && options.title !== false) writer.title(title);
  writer.write();
  return writer.lines.join('\n');
}

/** Narrower than this, text is broken no further: what is left beside deep indents. In columns. */
const MIN_WIDTH = 10;
/** A cell that spans more columns than this is taken to span as many: hostile spans would be all padding. */
const MAX_SPAN = 20;

/** An open block that indents what it holds. */
interface Indent {
  row: number;
  /** Before the first line, and before all others. */
  first: string;
  rest: string;
  isFirst: boolean;
}

/** A table that is being read: its cells are laid out when all are known. */
interface OpenTable {
  row: number;
  rows: TextCell[][];
}

class TextWriter {
  readonly lines: string[] = [];
  readonly #article: Article;
  readonly #width: number | undefined;
  readonly #marks: Marks;
  readonly #open: Indent[] = [];
  #table: OpenTable | undefined;
  #cell: { row: number; cell: TextCell } | undefined;
  #lastLeaf: number | undefined;
  readonly #numbers = new Map<number, number>();

  constructor(article: Article, width: number | undefined) {
    this.#article = article;
    this.#width = width;
    this.#marks = new Marks(article.marks);
  }

  title(title: string): void {
    for (const line of wrap(title.replaceAll('\n', ' '), this.#width)) this.lines.push(line);
    if (this.#article.blocks.length > 0) this.lines.push('');
  }

  /** Blocks stand in pre-order, so a stack of the open ones is all there is to keep. */
  write(): void {
    const { blocks } = this.#article;
    for (let row = 0; row < blocks.length; row++) {
      const block = blocks[row] as Block; // in range
      this.#closeUntil(block.parent);
      if (this.#table) this.#inTable(this.#table, block, row);
      else if (blocks[row + 1]?.parent === row) this.#enter(block, row);
      else this.#leaf(block, row);
    }
    this.#closeUntil(null);
  }

  #closeUntil(parent: number | null): void {
    const inside = parent ?? -1;
    if (this.#cell && this.#cell.row > inside) this.#cell = undefined;
    if (this.#table && this.#table.row > inside) this.#endTable(this.#table);
    while ((this.#open.at(-1)?.row ?? -1) > inside) this.#open.pop();
  }

  #enter(block: Block, row: number): void {
    switch (block.type) {
      case 'blockquote':
        this.#indent(row, '> ', '> ');
        break;
      case 'listItem': {
        const marker = this.#marker(block, row);
        this.#indent(row, marker, ' '.repeat(marker.length));
        break;
      }
      case 'footnoteDefinition':
        this.#indent(row, `[${block.label}] `, '    ');
        break;
      case 'table':
        this.#table = { row, rows: [] };
        break;
      default:
    }
  }

  #indent(row: number, first: string, rest: string): void {
    this.#open.push({ row, first, rest, isFirst: true });
  }

  #marker({ parent, checked }: Block & { type: 'listItem' }, row: number): string {
    const list = parent === null ? undefined : this.#article.blocks[parent];
    const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
    if (list?.type !== 'list' || !list.ordered) return `- ${box}`;
    const number = this.#numbers.get(parent ?? row) ?? list.first ?? 1;
    this.#numbers.set(parent ?? row, number + 1);
    return `${number}. ${box}`;
  }

  #leaf(block: Block, row: number): void {
    const text = inlineText(this.#article.text, block, this.#marks.within(block));
    switch (block.type) {
      case 'thematicBreak':
        this.#add(row, ['* * *']);
        break;
      case 'image':
        this.#add(row, wrap(imageText(block), this.#room()));
        break;
      case 'embed':
        this.#add(row, wrap(`[${block.title ?? block.url}]`, this.#room()));
        break;
      case 'code':
        this.#add(row, text.split('\n'));
        break;
      default:
        this.#add(row, wrap(text, this.#room()));
    }
  }

  /** A caption is written before its table; what a cell holds becomes one line of text. */
  #inTable(table: OpenTable, block: Block, row: number): void {
    const isLeaf = this.#article.blocks[row + 1]?.parent !== row;
    if (block.type === 'tableRow' && block.parent === table.row) {
      table.rows.push([]);
    } else if (block.type === 'tableCell' && !this.#cell) {
      const cell: TextCell = { text: '', header: block.header, align: block.align };
      table.rows.at(-1)?.push(cell);
      for (let i = 1; i < Math.min(block.colSpan, MAX_SPAN); i++) {
        table.rows.at(-1)?.push({ text: '', header: block.header });
      }
      this.#cell = { row, cell };
    }
    if (!isLeaf) return;
    const inline = inlineText(this.#article.text, block, this.#marks.within(block));
    const shown =
      block.type === 'image' ? imageText(block) : block.type === 'embed' ? `[${block.title ?? block.url}]` : inline;
    const line = shown.replaceAll('\n', ' ');
    if (!this.#cell) this.#add(row, wrap(line, this.#room()));
    else if (line !== '') this.#cell.cell.text += this.#cell.cell.text === '' ? line : ` ${line}`;
  }

  #endTable(table: OpenTable): void {
    this.#table = undefined;
    this.#cell = undefined;
    this.#add(table.row, tableLines(table.rows, this.#room()));
  }

  /** Columns that are left beside the indents. */
  #room(): number | undefined {
    if (this.#width === undefined) return undefined;
    let taken = 0;
    for (const { isFirst, first, rest } of this.#open) taken += cellWidth(isFirst ? first : rest);
    return Math.max(MIN_WIDTH, this.#width - taken);
  }

  /** Adds the lines of a leaf (or table) behind the indents, and the blank line before it. */
  #add(row: number, lines: readonly string[]): void {
    const { blocks } = this.#article;
    if (this.#lastLeaf !== undefined && separator(blocks, this.#lastLeaf, row) !== '\n') {
      const shared = this.#open.filter(({ isFirst }) => !isFirst);
      this.lines.push(
        shared
          .map(({ rest }) => rest)
          .join('')
          .trimEnd(),
      );
    }
    this.#lastLeaf = row;
    for (const line of lines) {
      let prefix = '';
      for (const indent of this.#open) {
        prefix += indent.isFirst ? indent.first : indent.rest;
        indent.isFirst = false;
      }
      this.lines.push(line === '' ? prefix.trimEnd() : prefix + line);
    }
  }
}
