import type { Image, ImageReference, LinkReference, Nodes, Root, Table, TableRow } from 'mdast';
import type { ArticleBuilder } from '../../article/builder.ts';
import type { MetaDraft } from '../../article/meta.ts';
import type { Align, BlockContent, HeadingDepth, MarkContent } from '../../article/types.ts';
import type { Urls } from '../urls.ts';
import type { Definitions } from './definitions.ts';
import { readMixed } from './mixed.ts';
import { attributeText, joinIdeographs } from './node-text.ts';
import { holdsRawHtml, isComment } from './raw-html.ts';

/** What is needed to read nodes, besides the nodes. */
export interface Walk {
  builder: ArticleBuilder;
  meta: MetaDraft;
  urls: Urls;
  definitions: Definitions;
  /** How many lists of siblings with raw HTML are being read, each inside the one before. */
  mixedDepth: number;
}

interface Frame {
  nodes: readonly Nodes[];
  next: number;
  /** Whether the nodes are blocks; otherwise they stand in a line. */
  isFlow: boolean;
  /** Of cells: their row. */
  row?: { table: Table; isHead: boolean };
  /** Of rows: their table. */
  table?: Table;
  exit: (() => void) | undefined;
}

/** Reads sibling nodes, and all that is below them, into the builder. Depth costs no stack. */
export function readNodes(nodes: readonly Nodes[], isFlow: boolean, walk: Walk): void {
  const walker = new Walker(walk);
  walker.push(nodes, isFlow, undefined);
  walker.run();
}

class Walker {
  readonly #walk: Walk;
  readonly #builder: ArticleBuilder;
  readonly #frames: Frame[] = [];

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#builder = walk.builder;
  }

  /** Nodes to read next, and what to do when they have been read. */
  push(nodes: readonly Nodes[], isFlow: boolean, exit: (() => void) | undefined, more?: Partial<Frame>): void {
    if (holdsRawHtml(nodes)) {
      readMixed(nodes, isFlow, this.#walk, readNodes);
      exit?.();
    } else {
      this.#frames.push({ nodes, next: 0, isFlow, exit, ...more });
    }
  }

  run(): void {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      const node = frame.nodes[frame.next++];
      if (node) {
        this.#enter(node, frame);
      } else {
        this.#frames.pop();
        frame.exit?.();
      }
    }
  }

  readonly #close = (): void => this.#builder.close();
  readonly #closeMark = (): void => this.#builder.closeMark();

  #block(content: BlockContent, children: readonly Nodes[], isFlow: boolean): void {
    this.#builder.open(content);
    this.push(children, isFlow, this.#close);
  }

  #mark(content: MarkContent, children: readonly Nodes[]): void {
    this.#builder.openMark(content);
    this.push(children, false, this.#closeMark);
  }

  #enter(node: Nodes, frame: Frame): void {
    const builder = this.#builder;
    switch (node.type) {
      case 'text':
        builder.text(joinIdeographs(node.value));
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        this.#mark({ type: node.type }, node.children);
        break;
      case 'inlineCode':
        builder.openMark({ type: 'inlineCode' });
        builder.text(node.value);
        builder.closeMark();
        break;
      case 'break':
        builder.lineBreak();
        break;
      case 'link':
        this.#link(node.url, node.title, node.children);
        break;
      case 'image':
        this.#image(node.url, node.alt, frame.isFlow ? node.title : undefined, frame.isFlow);
        break;
      case 'linkReference':
      case 'imageReference':
        this.#reference(node);
        break;
      case 'footnoteReference': {
        const target = this.#walk.definitions.footnoteLabel(node);
        if (target === undefined) builder.text(`[^${node.label ?? node.identifier}]`);
        else builder.atom({ type: 'footnoteReference', target });
        break;
      }
      case 'paragraph':
        this.#paragraph(node.children);
        break;
      case 'heading':
        this.#block({ type: 'heading', depth: headingDepth(node.depth) }, node.children, false);
        break;
      case 'thematicBreak':
        builder.void({ type: 'thematicBreak' });
        break;
      case 'blockquote':
        this.#block({ type: 'blockquote' }, node.children, true);
        break;
      case 'list': {
        const { ordered, start } = node;
        const first = ordered && typeof start === 'number' && start !== 1 ? { first: start } : {};
        this.#block({ type: 'list', ordered: ordered === true, ...first }, node.children, true);
        break;
      }
      case 'listItem': {
        const { checked } = node;
        this.#block(
          typeof checked === 'boolean' ? { type: 'listItem', checked } : { type: 'listItem' },
          node.children,
          true,
        );
        break;
      }
      case 'code': {
        const lang = attributeText(node.lang);
        builder.open(lang === undefined ? { type: 'code' } : { type: 'code', lang });
        builder.text(node.value);
        builder.close();
        break;
      }
      case 'table':
        builder.open({ type: 'table' });
        this.push(node.children, true, this.#close, { table: node });
        break;
      case 'tableRow':
        this.#row(node, frame);
        break;
      case 'tableCell':
        this.#cell(node.children, frame);
        break;
      case 'footnoteDefinition': {
        const label = attributeText(node.label) ?? attributeText(node.identifier);
        if (label === undefined) this.push(node.children, true, undefined);
        else this.#block({ type: 'footnoteDefinition', label }, node.children, true);
        break;
      }
      case 'definition':
      case 'yaml':
      case 'html': // comments; other HTML is read where it stands among its siblings
        break;
      default:
        this.#unknown(node, frame.isFlow);
    }
  }

  /** A node that only plugins make: its children, or its text. */
  #unknown(node: Root | { type: string }, isFlow: boolean): void {
    if ('children' in node && Array.isArray(node.children)) {
      this.push(node.children, isFlow || node.type === 'root', undefined); // unist: children are nodes
    } else if ('value' in node && typeof node.value === 'string') {
      this.#builder.text(node.value);
      if (isFlow) this.#builder.endParagraph();
    }
  }

  /** A paragraph of nothing but an image is an image; as a block it can have a title. */
  #paragraph(children: readonly Nodes[]): void {
    const image = loneImage(children);
    if (image) this.#image(image.url, image.alt, image.title, true);
    else this.#block({ type: 'paragraph' }, children, false);
  }

  #link(rawUrl: string, rawTitle: string | null | undefined, children: readonly Nodes[]): void {
    const url = this.#walk.urls.link(rawUrl);
    const title = attributeText(rawTitle);
    if (url === undefined) this.push(children, false, undefined);
    else this.#mark(title === undefined ? { type: 'link', url } : { type: 'link', url, title }, children);
  }

  #image(
    rawUrl: string,
    rawAlt: string | null | undefined,
    rawTitle: string | null | undefined,
    isBlock: boolean,
  ): void {
    const url = this.#walk.urls.image(rawUrl);
    if (url === undefined) return;
    const alt = attributeText(rawAlt);
    const title = attributeText(rawTitle);
    const image = alt === undefined ? ({ type: 'image', url } as const) : ({ type: 'image', url, alt } as const);
    if (!isBlock) this.#builder.atom(image);
    else this.#builder.void(title === undefined ? image : { ...image, title });
  }

  /** A reference to a definition that is not there (see `KnownLabels`) is the text that it looks like. */
  #reference(node: LinkReference | ImageReference): void {
    const definition = this.#walk.definitions.get(node.identifier);
    const isLink = node.type === 'linkReference';
    if (definition) {
      if (isLink) this.#link(definition.url, definition.title, node.children);
      else this.#image(definition.url, node.alt, undefined, false);
      return;
    }
    const label = node.label ?? node.identifier;
    const end = node.referenceType === 'full' ? `][${label}]` : node.referenceType === 'collapsed' ? '][]' : ']';
    this.#builder.text(isLink ? '[' : `![${node.alt ?? ''}`);
    this.push(isLink ? node.children : [], false, () => this.#builder.text(end));
  }

  /** Rows that are short get empty cells, as GFM says; those that are long keep theirs, so that no text is lost. */
  #row(node: TableRow, frame: Frame): void {
    const { table } = frame;
    if (!table) return this.push(node.children, false, undefined);
    const isHead = frame.next === 1;
    const missing = (table.children[0]?.children.length ?? 0) - node.children.length;
    this.#builder.open({ type: 'tableRow' });
    const row = { table, isHead };
    this.push(
      node.children,
      false,
      () => {
        for (let i = 0; i < missing; i++) this.#cell([], { ...frame, row, next: node.children.length + i + 1 }, true);
        this.#builder.close();
      },
      { row },
    );
  }

  #cell(children: readonly Nodes[], frame: Frame, isMissing = false): void {
    const align: Align | null | undefined = frame.row?.table.align?.[frame.next - 1];
    const cell = { type: 'tableCell', header: frame.row?.isHead === true, colSpan: 1, rowSpan: 1 } as const;
    this.#builder.open(align ? { ...cell, align } : cell);
    const image = loneImage(children);
    if (image) this.#image(image.url, image.alt, image.title, true);
    if (image || isMissing) this.#builder.close();
    else this.push(children, false, this.#close);
  }
}

/** The only node among these, where that is an image and nothing else but comments stands there. */
function loneImage(nodes: readonly Nodes[]): Image | undefined {
  let found: Nodes | undefined;
  for (const node of nodes) {
    if (isComment(node)) continue;
    if (found || node.type !== 'image') return undefined;
    found = node;
  }
  return found?.type === 'image' ? found : undefined;
}

function headingDepth(depth: number): HeadingDepth {
  return Math.min(Math.max(Math.trunc(depth) || 1, 1), 6) as HeadingDepth; // within 1 to 6
}
