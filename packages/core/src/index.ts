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
export { type ArticleIssue, validate, type ValidateResult } from './article/validate.ts';
export { DIAGNOSTIC_CODES, type DiagnosticCode, ERROR_CODES, type ErrorCode, type LedeError } from './errors.ts';
export { parse, parseHtml, parseMarkdown, parseText } from './parse.ts';
export type { ParseOptions, ParseResult } from './parse-with.ts';
export { breakLines, breakLinesFrom } from './lines/break-lines.ts';
export { cellWidth, prefixWithin } from './lines/cell-width.ts';
export { graphemes, graphemeEnd } from './lines/grapheme.ts';
export type { BreakOptions, LineSpan } from './lines/line-span.ts';
export { type HtmlOptions, writeHtml } from './write/html.ts';
