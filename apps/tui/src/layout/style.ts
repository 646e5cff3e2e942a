/**
 * What a piece of text is, as a set of bits: a link inside a heading is `Style.heading | Style.link`.
 * Roles, never colours: the theme says how a role looks.
 */
export type StyleSet = number;

/** One bit per role. `0` is plain body text. */
export const Style = {
  title: 1 << 0,
  heading: 1 << 1,
  /** A heading of depth 3 and more; always together with `heading`. */
  subheading: 1 << 2,
  /** Byline, site, date and reading time under the title. */
  byline: 1 << 3,
  strong: 1 << 4,
  emphasis: 1 << 5,
  delete: 1 << 6,
  /** Inline code and code blocks. */
  code: 1 << 7,
  link: 1 << 8,
  /** What the author highlighted (`<mark>`), not the reader. */
  mark: 1 << 9,
  /** Text of a block quote. */
  quoted: 1 << 10,
  /** The bars beside quotes and asides, the rules of tables, thematic breaks. */
  rule: 1 << 11,
  /** Bullets, numbers, task boxes, labels of footnotes. */
  marker: 1 << 12,
  caption: 1 << 13,
  /** The placeholder of an image or embed. */
  image: 1 << 14,
  footnote: 1 << 15,
  tableHeader: 1 << 16,
  /** Text of less weight: a code block's language, hints. */
  dim: 1 << 17,
  // Kinds of tokens in highlighted code.
  keyword: 1 << 18,
  string: 1 << 19,
  comment: 1 << 20,
  number: 1 << 21,
  function: 1 << 22,
  type: 1 << 23,
  variable: 1 << 24,
  meta: 1 << 25,
  inserted: 1 << 26,
  deleted: 1 << 27,
} as const;

export type StyleName = keyof typeof Style;
