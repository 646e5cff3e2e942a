/**
 * What a piece of text is, as a set of bits: a link inside a heading is `Style.heading | Style.link`.
 * Roles, never colours: the theme says how a role looks. `0` is plain body text.
 */
export type StyleSet = number;

/** One bit per role, in this order. */
export const STYLE_NAMES = [
  'title',
  'heading',
  // A heading of depth 3 and more; always together with `heading`.
  'subheading',
  // Byline, site, date and reading time under the title.
  'byline',
  'strong',
  'emphasis',
  'delete',
  // Code inside a text.
  'code',
  'link',
  // What the author highlighted (`<mark>`), not the reader.
  'mark',
  // Text of a block quote.
  'quoted',
  // The bars beside quotes and asides, the rules of tables, thematic breaks.
  'rule',
  // Bullets, numbers, task boxes, labels of footnotes.
  'marker',
  'caption',
  // The placeholder of an image or embed.
  'image',
  'footnote',
  'tableHeader',
  // Text of less weight: a code block's language, hints.
  'dim',
  // Kinds of tokens in highlighted code.
  'keyword',
  'string',
  'comment',
  'number',
  'function',
  'type',
  'variable',
  'meta',
  'inserted',
  'deleted',
  // Text of a code block, under the kinds of its tokens.
  'codeBlock',
] as const;

export type StyleName = (typeof STYLE_NAMES)[number];

/** The bit of each role. */
export const Style: Readonly<Record<StyleName, StyleSet>> = Object.fromEntries(
  STYLE_NAMES.map((name, bit) => [name, 1 << bit]),
) as Record<StyleName, StyleSet>; // one entry for every name
