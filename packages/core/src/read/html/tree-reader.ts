import type { ArticleBuilder } from '../../article/builder.ts';
import type { MetaDraft } from '../../article/meta.ts';
import type { BlockContent, HeadingDepth, MarkContent } from '../../article/types.ts';
import type { Urls } from '../urls.ts';
import { appearance } from './appearance.ts';
import { ELEMENTS, enterUnknown } from './elements.ts';
import { findFootnotes, type NoteRole } from './footnotes.ts';
import { holdsTexScript } from './math.ts';
import { type ChildNode, childrenOf, type Element, isElement, isText, type ParentNode } from './nodes.ts';
import { isWhiteSpace, visibleCharacters } from './text.ts';

/** Which part of a tree is read. */
export interface TreeChoice {
  /**
   * Whether a node is read: an element with all that is below it, or one text node. Asked once a node, in
   * document order, and not below a node that was refused.
   */
  keep?: (node: ChildNode) => boolean;
  /** Replaces the rule of what is hidden (`hidden`, `aria-hidden`, inline `display: none`). */
  isHidden?: (element: Element) => boolean;
  /** Elements with a thematic break before them, where something else stands before them. */
  breakBefore?: ReadonlySet<Element>;
  /** Whether of pictures that stand together, without words between them, each is read once: pages copy whole rows. */
  picturesOnce?: boolean;
  /** How to enter elements of these tag names, before what HTML says of them. */
  elements?: ReadonlyMap<string, (reader: TreeReader, element: Element) => Entered>;
}

/** What is done when all that is below an element has been read. */
export type Exit = (reader: TreeReader) => void;

/** How an element was entered: skip what is below it, or read that and then run the exit, if any. */
export type Entered = 'skip' | Exit | undefined;

/**
 * Reads a parse5 tree into the builder, in document order, by a loop. What each element means stands in
 * `elements.ts`; here is what all of them share: the state that one element leaves for those inside it.
 */
export class TreeReader {
  readonly builder: ArticleBuilder;
  readonly urls: Urls;
  readonly meta: MetaDraft;
  /** For each table around this place: whether it is one, or only lays out what it holds. */
  readonly tables: ('data' | 'layout')[] = [];
  /** Images that stand in the article already, without what tells sizes of one image apart. */
  readonly seenImages: Set<string> = new Set();
  /** Those since the last words. */
  readonly #picturesInRow: Set<string> = new Set();
  /** Whether the heading that repeats the title has had its chance. */
  titleSeen = false;
  readonly #choice: TreeChoice;
  #heading: { hasText: boolean } | undefined;
  #keepsLines = 0;
  #notes: ReadonlyMap<Element, NoteRole> = new Map();
  #root: ParentNode | undefined;
  #hasTexScripts: boolean | undefined;

  constructor(builder: ArticleBuilder, urls: Urls, meta: MetaDraft, choice: TreeChoice) {
    this.builder = builder;
    this.urls = urls;
    this.meta = meta;
    this.#choice = choice;
  }

  read(root: ParentNode): void {
    this.#root = root;
    this.#notes = findFootnotes(root);
    const { keep } = this.#choice;
    const lists: (readonly ChildNode[])[] = [childrenOf(root)];
    const positions: number[] = [0];
    const exits: (Exit | undefined)[] = [undefined];
    while (lists.length > 0) {
      const top = lists.length - 1;
      const position = positions[top] as number; // the three stacks have the same height
      const node = lists[top]?.[position];
      if (node === undefined) {
        lists.pop();
        positions.pop();
        exits.pop()?.(this);
        continue;
      }
      positions[top] = position + 1;
      if (keep && !keep(node)) continue;
      if (isText(node)) {
        this.text(node.value);
      } else if (isElement(node)) {
        if (this.#choice.breakBefore?.has(node) && !this.builder.isEmpty) this.thematicBreak();
        const entered = this.#enter(node);
        if (entered === 'skip') continue;
        lists.push(childrenOf(node));
        positions.push(0);
        exits.push(entered);
      }
    }
  }

  /** Whether formulas stand in scripts, so that what is drawn of them is a second copy. */
  get hasTexScripts(): boolean {
    this.#hasTexScripts ??= this.#root !== undefined && holdsTexScript(this.#root);
    return this.#hasTexScripts;
  }

  #enter(element: Element): Entered {
    const enter =
      this.#choice.elements?.get(element.tagName) ??
      this.#noteRole(element) ??
      ELEMENTS.get(element.tagName) ??
      enterUnknown;
    if (element.attrs.length === 0) return enter(this, element);
    const look = appearance(element);
    if (this.#choice.isHidden?.(element) ?? look.hidden) return 'skip';
    const entered = enter(this, element);
    if (entered === 'skip' || (look.display === undefined && !look.keepsLines)) return entered;
    return this.#enterStyled(look.display, look.keepsLines, entered);
  }

  /** How to enter what belongs to a footnote; other elements are entered by their tag names. */
  #noteRole(element: Element): ((reader: TreeReader, element: Element) => Entered) | undefined {
    const role = this.#notes.size > 0 ? this.#notes.get(element) : undefined;
    switch (role?.type) {
      case 'definition':
        return (reader) => reader.openBlock({ type: 'footnoteDefinition', label: role.label });
      case 'reference':
        return (reader) => {
          reader.atom({ type: 'footnoteReference', target: role.target });
          return 'skip';
        };
      case 'list':
        return (reader) => {
          reader.boundary();
          return (r) => r.boundary();
        };
      case 'wrapper':
        return () => undefined;
      case 'dropped':
        return () => 'skip';
      default:
        return undefined;
    }
  }

  #enterStyled(display: 'block' | 'inline-block' | undefined, keepsLines: boolean, entered: Exit | undefined): Exit {
    this.#enterBox(display);
    if (keepsLines) this.#keepsLines++;
    return () => {
      if (keepsLines) this.#keepsLines--;
      this.#enterBox(display);
      entered?.(this);
    };
  }

  #enterBox(display: 'block' | 'inline-block' | undefined): void {
    if (display === 'block') this.boundary();
    else if (display === 'inline-block') this.builder.text(' ');
  }

  text(value: string): void {
    // Nearly half of a page's text nodes are the white space between tags.
    if (isWhiteSpace(value)) {
      if (this.#keepsLines > 0) this.#lines(value);
      else this.builder.text(' ');
      return;
    }
    if (this.#picturesInRow.size > 0) this.#picturesInRow.clear();
    const shown = visibleCharacters(value);
    if (this.#heading) {
      const hasText = /\S/.test(shown);
      this.#heading.hasText ||= hasText;
      this.builder.text(hasText ? shown : ' ');
    } else if (this.#keepsLines > 0) {
      this.#lines(shown);
    } else {
      this.builder.text(shown);
    }
  }

  #lines(text: string): void {
    let isFirst = true;
    for (const line of text.split(/\r\n?|\n/)) {
      if (!isFirst) this.builder.lineBreak();
      this.builder.text(line);
      isFirst = false;
    }
  }

  /** A break between what stands before and after; where breaks are put between posts, a page's own may be there too. */
  thematicBreak(): void {
    if (this.#choice.breakBefore && this.builder.endsInThematicBreak) return;
    this.endHeading();
    this.builder.void({ type: 'thematicBreak' });
  }

  /** Words on the two sides belong to different paragraphs; inside a heading, to different words. */
  boundary(): void {
    if (this.#heading) this.builder.text(' ');
    else this.builder.endParagraph();
  }

  /** Whether a heading is open. */
  get inHeading(): boolean {
    return this.#heading !== undefined;
  }

  /** A paragraph after a heading's text (the heading was never closed) ends the heading. */
  paragraphBoundary(): void {
    if (this.#heading?.hasText) this.endHeading();
    this.boundary();
  }

  /** Ends an open heading: a block begins that cannot stand in one. */
  endHeading(): void {
    if (!this.#heading) return;
    this.#heading = undefined;
    this.builder.close();
  }

  /** Opens a block that no heading can hold, and says how to close it. */
  openBlock(content: BlockContent): Exit {
    this.endHeading();
    this.builder.open(content);
    return closeBlock;
  }

  openHeading(depth: HeadingDepth): Exit {
    this.endHeading();
    this.builder.open({ type: 'heading', depth });
    const heading = { hasText: false };
    this.#heading = heading;
    return () => {
      if (this.#heading === heading) this.endHeading();
    };
  }

  /** Whether a picture, by its key among `seenImages`, stands a second time where it should once. */
  repeatsPicture(key: string): boolean {
    // In a table each is a cell: a sign for yes or no.
    if (!this.#choice.picturesOnce || this.tables.includes('data')) return false;
    if (this.#picturesInRow.has(key)) return true;
    this.#picturesInRow.add(key);
    return false;
  }

  /** An atom is content as text is. */
  atom(content: MarkContent & { type: 'image' | 'footnoteReference' }): void {
    if (this.#heading) this.#heading.hasText = true;
    this.builder.atom(content);
  }
}

function closeBlock(reader: TreeReader): void {
  reader.endHeading();
  reader.builder.close();
}
