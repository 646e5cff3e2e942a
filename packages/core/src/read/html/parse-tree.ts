import { type DefaultTreeAdapterMap, Parser, type TreeAdapterTypeMap } from 'parse5';
import type { Document, ParentNode } from './nodes.ts';
import { RunTokenizer } from './run-tokenizer.ts';
import { isStreamed, placeStreamed } from './streamed.ts';

export interface HtmlTree {
  root: ParentNode;
  /** Whether the input is a page of its own: it has a doctype, or an `html`, `head` or `body` tag. */
  isDocument: boolean;
}

/** Ordinary pages open a few dozen again, broken ones some thousands. */
const REOPENED_ELEMENTS = 20_000;

const DOCUMENT_TAG = /<(?:!doctype[\s>]|(?:html|head|body)[\s>/])/i;

/** Parses HTML as browsers do: a page as a document, anything else as a fragment. */
export function parseTree(html: string): HtmlTree {
  const isDocument = DOCUMENT_TAG.test(html);
  return { root: isDocument ? parseDocument(html) : parseFragment(html), isDocument };
}

export function parseDocument(html: string): Document {
  const parser = new BoundedParser<DefaultTreeAdapterMap>();
  parser.tokenizer.write(html, true);
  if (isStreamed(html)) placeStreamed(parser.document);
  return parser.document;
}

export function parseFragment(html: string): ParentNode {
  const parser = BoundedParser.getFragmentParser<DefaultTreeAdapterMap>();
  parser.tokenizer.write(html, true);
  return parser.getFragment();
}

/**
 * A parser whose tree cannot outgrow its input. By the standard every paragraph opens again whatever
 * formatting was left open, so that n unclosed `font` tags and n paragraphs make n² elements; past a
 * budget such formatting is not carried on any more.
 */
class BoundedParser<T extends TreeAdapterTypeMap> extends Parser<T> {
  /** Elements that may still be opened again. */
  #budget = REOPENED_ELEMENTS;

  constructor(...options: ConstructorParameters<typeof Parser<T>>) {
    super(...options);
    const { inForeignNode } = this.tokenizer;
    this.tokenizer = new RunTokenizer(this.options, this);
    this.tokenizer.inForeignNode = inForeignNode;
  }

  override _reconstructActiveFormattingElements(): void {
    // Called for every piece of text; mostly there is nothing to open.
    if (this.activeFormattingElements.newest === null) return;
    if (this.#budget <= 0) {
      this.activeFormattingElements.clearToLastMarker();
      return;
    }
    const before = this.openElements.depth;
    // oxlint-disable-next-line no-underscore-dangle -- parse5's own name of the step
    super._reconstructActiveFormattingElements();
    this.#budget -= this.openElements.depth - before;
  }
}
