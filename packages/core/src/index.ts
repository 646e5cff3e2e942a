export type {
  Align,
  Anchor,
  Article,
  Author,
  Block,
  BlockBase,
  BlockContent,
  BlockType,
  Diagnostic,
  Draft,
  DraftBlock,
  HeadingDepth,
  Mark,
  MarkContent,
  MarkType,
  MediaType,
  Meta,
  Origin,
  Sentence,
  Source,
  Span,
} from './article/types.ts';
export { AnchorSchema, ArticleSchema, BlockSchema, MarkSchema, MetaSchema, SCHEMA_ID } from './article/schema.ts';
export { INVARIANTS, type InvariantId } from './article/invariants.ts';
export { hashSource } from './article/source-hash.ts';
export { type ArticleIssue, validate, type ValidateResult } from './article/validate.ts';
export { DIAGNOSTIC_CODES, type DiagnosticCode, ERROR_CODES, type ErrorCode, type LedeError } from './errors.ts';
export { draft, draftHtml, draftMarkdown, draftText, parse, parseHtml, parseMarkdown, parseText } from './parse.ts';
export { finishDraft } from './article/finish-draft.ts';
export type { DraftResult, ParseOptions, ParseResult } from './parse-with.ts';
export { fromMdast, type FromMdastOptions } from './from-mdast.ts';
export { type Section, outline, sectionAt } from './address/outline.ts';
export { blockAt, sentenceAt } from './address/locate.ts';
export { type Landmark, type Neighbour, nextOf, previousOf, sentencesOf } from './address/neighbours.ts';
export { find, Finder, type FindOptions } from './address/find.ts';
export type { FoldOptions } from './address/fold.ts';
export type { Matches } from './address/matches.ts';
export { type Link, links } from './address/links.ts';
export { type Image, images } from './address/images.ts';
export { type Footnote, footnotes } from './address/footnotes.ts';
export { ReadingClock, type ReadingPace, type ReadingTime, readingTime } from './address/reading-time.ts';
export { createAnchor } from './address/create-anchor.ts';
export { type AnchorResolution, resolveAnchor, resolveAnchors } from './address/resolve-anchor.ts';
export {
  fromSelectors,
  type Selector,
  type TextPositionSelector,
  type TextQuoteSelector,
  toSelectors,
} from './address/selectors.ts';
export { fromTextFragment, toTextFragment } from './address/text-fragment.ts';
export { breakLines, breakLinesFrom } from './lines/break-lines.ts';
export { cellWidth, prefixWithin } from './lines/cell-width.ts';
export { graphemes, graphemeEnd } from './lines/grapheme.ts';
export type { BreakOptions, LineSpan } from './lines/line-span.ts';
export { type HtmlOptions, writeHtml } from './write/html.ts';
export { type JsonOptions, writeJson } from './write/json.ts';
export { writeMarkdown } from './write/markdown.ts';
export { toMdast } from './write/mdast.ts';
export { type TextOptions, writeText } from './write/text.ts';
export type { BlockTrace, PageTrace } from './extract/explain.ts';
