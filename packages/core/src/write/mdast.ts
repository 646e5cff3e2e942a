import type { Html, List, ListItem, Nodes, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import type { Article, Block, Mark } from '../article/types.ts';
import { attributes, escapeText } from './html/escape.ts';
import { allowed, Marks, noteId } from './html/inline.ts';
import { frontMatter } from './mdast/front-matter.ts';
import { imageNode, phrasing } from './mdast/phrasing.ts';
import { survey, type Survey } from './mdast/survey.ts';

/**
 * Turns an article into an mdast tree, for unified's plugins. `fromMdast` gives the same article back.
 *
 * The title stands in a heading of depth one; with more metadata than that, all of it stands in YAML front
 * matter. What mdast cannot express (figures, captions, asides, embeds, cells that span, marks it does not
 * have) stands in `html` nodes around ordinary ones.
 *
 * @example
 * toMdast(article).children[0]; // { type: 'heading', depth: 1, children: [{ type: 'text', value: 'A day' }] }
 */
export function toMdast(article: Article): Root {
  const children: RootContent[] = [];
  const yaml = frontMatter(article);
  const { title } = article.meta;
  if (yaml !== undefined) children.push({ type: 'yaml', value: yaml });
  const first = article.blocks[0];
  // A first heading that says the same would be taken for the title again: then let this one be.
  const repeats = first?.type === 'heading' && article.text.slice(first.start, first.end) === title;
  if (title !== undefined && (yaml === undefined || repeats)) {
    children.push({ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] });
  }
  new BlockWriter(article, children).write();
  return { type: 'root', children };
}

/** Where the children of an open block go. */
interface Frame {
  row: number;
  sink: Nodes[];
  /** HTML that ends the block, where it is not a node. */
  endTag?: string;
}

class BlockWriter {
  readonly #article: Article;
  readonly #marks: Marks;
  readonly #survey: Survey;
  readonly #root: Nodes[];
  readonly #frames: Frame[] = [];
  /** Html nodes of ours: tags that follow one another join in one node. */
  readonly #tags = new Set<Html>();

  constructor(article: Article, root: Nodes[]) {
    this.#article = article;
    this.#marks = new Marks(article.marks);
    this.#survey = survey(article.blocks);
    this.#root = root;
  }

  /** Blocks stand in pre-order, so a stack of the open ones is all there is to keep. */
  write(): void {
    const { blocks } = this.#article;
    for (let row = 0; row < blocks.length; row++) {
      const block = blocks[row] as Block; // in range
      while (this.#frames.length > 0 && this.#frames.at(-1)?.row !== block.parent) this.#pop();
      this.#open(block, row, blocks[row + 1]?.parent === row);
    }
    while (this.#frames.length > 0) this.#pop();
  }

  #sink(): Nodes[] {
    return this.#frames.at(-1)?.sink ?? this.#root;
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (frame?.endTag !== undefined) this.#tag(frame.endTag);
  }

  #tag(html: string): void {
    const sink = this.#sink();
    const last = sink.at(-1);
    if (last?.type === 'html' && this.#tags.has(last)) {
      last.value += `\n${html}`;
    } else {
      const node: Html = { type: 'html', value: html };
      this.#tags.add(node);
      sink.push(node);
    }
  }

  /** A block whose children are nodes of its own. */
  #node(row: number, node: Nodes & { children: Nodes[] }): void {
    this.#sink().push(node);
    this.#frames.push({ row, sink: node.children });
  }

  /** A block that is a pair of tags around its children. */
  #element(row: number, tag: string, values: Readonly<Record<string, string | number | undefined>> = {}): void {
    this.#tag(`<${tag}${attributes(values)}>`);
    this.#frames.push({ row, sink: this.#sink(), endTag: `</${tag}>` });
  }

  #phrasing(block: Block, isLine: boolean): PhrasingContent[] {
    const marks: readonly Mark[] = this.#marks.within(block);
    return phrasing(this.#article.text, block, marks, { isLine, notes: this.#survey.noteLabels });
  }

  #open(block: Block, row: number, hasChildren: boolean): void {
    switch (block.type) {
      case 'paragraph':
        this.#sink().push({ type: 'paragraph', children: this.#phrasing(block, false) });
        break;
      case 'heading':
        this.#sink().push({ type: 'heading', depth: block.depth, children: this.#phrasing(block, true) });
        break;
      case 'code':
        this.#code(block);
        break;
      case 'thematicBreak':
        this.#sink().push({ type: 'thematicBreak' });
        break;
      case 'image':
        this.#image(block);
        break;
      case 'embed': {
        const link = attributes({ href: allowed(block.url), 'data-embed': '' });
        this.#tag(`<p><a${link}>${escapeText(block.title ?? block.url)}</a></p>`);
        break;
      }
      case 'blockquote':
        if (block.cite === undefined) this.#node(row, { type: 'blockquote', children: [] });
        else this.#element(row, 'blockquote', { cite: allowed(block.cite) });
        break;
      case 'figure':
      case 'aside':
        this.#element(row, block.type);
        break;
      case 'caption': {
        const isOfTable = block.parent !== null && this.#article.blocks[block.parent]?.type === 'table';
        this.#element(row, isOfTable ? 'caption' : 'figcaption');
        if (!hasChildren) this.#sink().push({ type: 'paragraph', children: this.#phrasing(block, false) });
        break;
      }
      case 'footnoteDefinition': {
        const { label } = block;
        if (this.#survey.notes.has(row)) {
          this.#node(row, { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: [] });
        } else {
          this.#element(row, 'aside', { id: noteId(label), role: 'doc-footnote' });
        }
        break;
      }
      case 'list':
        this.#list(block, row);
        break;
      case 'listItem':
        this.#item(block, row);
        break;
      case 'table':
        this.#table(row);
        break;
      case 'tableRow':
        this.#row(block, row);
        break;
      case 'tableCell':
        this.#cell(block, row, hasChildren);
        break;
    }
  }

  #code(block: Extract<Block, { type: 'code' }>): void {
    const { text } = this.#article;
    const value = text.slice(block.start, block.end);
    if (/^[ \t]+$/m.test(value) && this.#isIndented(block)) {
      const language = attributes({ class: block.lang && `language-${block.lang}` });
      const lines = escapeText(value).replaceAll('\n', '&#10;');
      this.#tag(`<pre><code${language}>${lines}</code></pre>`);
    } else {
      this.#sink().push({ type: 'code', lang: block.lang ?? null, value });
    }
  }

  /** Whether a block stands inside an item or footnote: there the white space of a blank line is lost. */
  #isIndented(block: Block): boolean {
    const { blocks } = this.#article;
    for (let up = block.parent; up !== null; up = blocks[up]?.parent ?? null) {
      const type = blocks[up]?.type;
      if (type === 'listItem' || type === 'footnoteDefinition') return true;
    }
    return false;
  }

  /** A block of its own is a paragraph of nothing else; in a cell of a table there are no paragraphs. */
  #image(block: Extract<Block, { type: 'image' | 'embed' }>): void {
    const image = imageNode(block);
    const sink = this.#sink();
    const isCell = block.parent !== null && this.#isGfmCell(block.parent);
    sink.push(isCell ? image : { type: 'paragraph', children: [image] });
  }

  #isGfmCell(row: number): boolean {
    const { blocks } = this.#article;
    const cell = blocks[row];
    const table = cell?.type === 'tableCell' && cell.parent !== null ? blocks[cell.parent]?.parent : null;
    return typeof table === 'number' && this.#survey.gfmTables.has(table);
  }

  #list(block: Extract<Block, { type: 'list' }>, row: number): void {
    if (this.#survey.htmlLists.has(row)) {
      this.#element(row, block.ordered ? 'ol' : 'ul', { start: block.ordered ? block.first : undefined });
      return;
    }
    const start = block.ordered ? (block.first ?? 1) : null;
    const spread = this.#survey.looseLists.has(row);
    const list: List = { type: 'list', ordered: block.ordered, start, spread, children: [] };
    this.#node(row, list);
  }

  #item(block: Extract<Block, { type: 'listItem' }>, row: number): void {
    const { parent } = block;
    if (parent !== null && this.#survey.htmlLists.has(parent)) {
      this.#element(row, 'li');
      if (block.checked === undefined) return;
      const box = attributes({ type: 'checkbox', disabled: '', checked: block.checked ? '' : undefined });
      this.#tag(`<input${box}>`);
      return;
    }
    const spread = parent !== null && this.#survey.looseLists.has(parent);
    const item: ListItem = { type: 'listItem', spread, checked: block.checked ?? null, children: [] };
    this.#node(row, item);
  }

  #table(row: number): void {
    const align = this.#survey.gfmTables.get(row);
    // Without the role, readers of HTML take a table without header cells for layout.
    if (!align) return this.#element(row, 'table', { role: 'table' });
    const table: Table = { type: 'table', align, children: [] };
    this.#node(row, table);
  }

  #row(block: Block, row: number): void {
    const { parent } = block;
    if (parent === null || !this.#survey.gfmTables.has(parent)) return this.#element(row, 'tr');
    const tableRow: TableRow = { type: 'tableRow', children: [] };
    this.#node(row, tableRow);
  }

  #cell(block: Extract<Block, { type: 'tableCell' }>, row: number, hasChildren: boolean): void {
    if (this.#isGfmCell(row)) {
      const children = hasChildren ? [] : this.#phrasing(block, true);
      this.#node(row, { type: 'tableCell', children });
      return;
    }
    const { header, colSpan, rowSpan, align } = block;
    this.#element(row, header ? 'th' : 'td', {
      colspan: colSpan > 1 ? colSpan : undefined,
      rowspan: rowSpan > 1 ? rowSpan : undefined,
      align,
    });
    if (hasChildren || block.start === block.end) return;
    this.#sink().push({ type: 'paragraph', children: this.#phrasing(block, false) });
  }
}
