/**
 * The article: one canonical text, and flat rows of spans into it.
 *
 * Every offset counts UTF-16 code units, so `article.text.slice(start, end)` is always what a span
 * claims. What else holds of every article is listed in `invariants.ts`.
 */

/** Half-open range `[start, end)` of UTF-16 code units into `Article.text`. */
export interface Span {
  start: number;
  end: number;
}

/** What every block row carries. Rows stand in pre-order; `parent` is an index into `blocks`. */
export interface BlockBase extends Span {
  /** Stable address: base32 of 60 bits of a hash of the block's type and content, `~2` for a repeat. */
  id: string;
  parent: number | null;
}

export type HeadingDepth = 1 | 2 | 3 | 4 | 5 | 6;
export type Align = 'left' | 'center' | 'right';

/** A block without its address and place. Names are mdast's where mdast has one. */
export type BlockContent =
  | { type: 'paragraph' | 'table' | 'tableRow' | 'figure' | 'caption' | 'aside' | 'thematicBreak' }
  | { type: 'heading'; depth: HeadingDepth }
  | { type: 'blockquote'; cite?: string }
  /** `first`: the number of the first item, where it is not one. */
  | { type: 'list'; ordered: boolean; first?: number }
  | { type: 'listItem'; checked?: boolean }
  | { type: 'code'; lang?: string }
  | { type: 'tableCell'; header: boolean; colSpan: number; rowSpan: number; align?: Align }
  | { type: 'image' | 'embed'; url: string; alt?: string; title?: string }
  | { type: 'footnoteDefinition'; label: string };

export type Block = BlockBase & BlockContent;
/** A block of a draft: it has no address yet. */
export type DraftBlock = Omit<BlockBase, 'id'> & BlockContent;
export type BlockType = Block['type'];

/** A mark without its span. */
export type MarkContent =
  | {
      type: 'emphasis' | 'strong' | 'delete' | 'inlineCode' | 'subscript' | 'superscript' | 'highlight' | 'break';
    }
  | { type: 'link'; url: string; title?: string }
  | { type: 'image'; url: string; alt?: string }
  | { type: 'quote'; cite?: string }
  | { type: 'footnoteReference'; target: string };

export type Mark = Span & MarkContent;
export type MarkType = Mark['type'];

/** One sentence of the block with index `block`, without the white space after it. */
export interface Sentence extends Span {
  block: number;
}

/** Where a metadata field was found. */
export type Origin = 'json-ld' | 'opengraph' | 'meta' | 'html' | 'frontmatter' | 'text' | 'caller';

export interface Author {
  name: string;
  url?: string;
}

export interface Meta {
  title?: string;
  /** The line that names the authors, as the article prints it ("By Ann Lee and Bo Ek"). */
  byline?: string;
  /** Place and agency that open a news text ("MOSCOW (Reuters)"). */
  dateline?: string;
  authors: Author[];
  /** RFC 3339 date or date-time. */
  published?: string;
  modified?: string;
  /** BCP 47. */
  language?: string;
  direction?: 'ltr' | 'rtl';
  site?: string;
  canonicalUrl?: string;
  excerpt?: string;
  image?: string;
  section?: string;
  /** Address of the licence that the article is published under, or its name where no address is given. */
  license?: string;
  tags: string[];
  /** For each field that is present: where it was found. */
  origin: Record<string, Origin>;
}

/** The metadata fields that hold a value (everything but `origin`). */
export type MetaField = Exclude<keyof Meta, 'origin'>;

export type MediaType = 'text/plain' | 'text/markdown' | 'text/html';

export interface Source {
  mediaType: MediaType;
  /** Lower-case hexadecimal SHA-256 of the input's bytes (of its UTF-8 form when it was a string). */
  sha256: string;
  url?: string;
  /** Name and version of the parser, e.g. `lede/0.1.0`. */
  parser: string;
}

/** Something worth telling about how the article was read; never a failure. Codes: `errors.ts`. */
export interface Diagnostic {
  code: string;
  message: string;
  block?: number;
}

export interface Article {
  schema: 'lede.article/1';
  text: string;
  meta: Meta;
  blocks: Block[];
  marks: Mark[];
  sentences: Sentence[];
  source: Source;
  diagnostics: Diagnostic[];
  /** The only free space; keys are reverse-DNS names (`com.example.topic`). */
  ext?: Record<string, unknown>;
}

/**
 * An article but for the ids of its blocks: all that shows is there. `sentences` and `source.sha256` are found
 * when they are first asked for. What needs no ids takes a draft, and an article as well.
 */
export interface Draft extends Omit<Article, 'blocks'> {
  blocks: DraftBlock[];
}

/** A place in an article that survives re-parsing. Kept by clients, never inside the article. */
export interface Anchor extends Span {
  /** Id of the block that holds the start. */
  block?: string;
  exact: string;
  prefix: string;
  suffix: string;
}
