import type { BlockContent, HeadingDepth, MarkContent } from '../../article/types.ts';
import { FLOW_NAMES, isBlockName } from './block-names.ts';
import { enterCode } from './code.ts';
import { enterDivision, enterFigure, enterParagraph, hasClass } from './figure.ts';
import { enterHeading, isPermalink } from './heading.ts';
import { enterItem, enterOrderedList, enterTerm, enterUnorderedList } from './list.ts';
import { enterMath, enterScript, isMathJaxDrawing } from './math.ts';
import { enterEmbed, enterImage, enterNoscript } from './media.ts';
import { attribute, type Element, isElement, textContent } from './nodes.ts';
import { enterCaption, enterCell, enterRow, enterTable } from './table.ts';
import { shownText } from './text.ts';
import type { Entered, TreeReader } from './tree-reader.ts';

type Enter = (reader: TreeReader, element: Element) => Entered;

const closeMark = (reader: TreeReader): void => reader.builder.closeMark();
const boundary = (reader: TreeReader): void => reader.boundary();

/** A box of text and blocks that means nothing by itself. */
const flow: Enter = (reader) => {
  reader.boundary();
  return boundary;
};

const description: Enter = (reader) => {
  reader.paragraphBoundary();
  return boundary;
};

const block =
  (content: BlockContent): Enter =>
  (reader) => {
    return reader.openBlock(content);
  };

const heading =
  (depth: HeadingDepth): Enter =>
  (reader, element) =>
    enterHeading(reader, element, depth);

const mark =
  (type: Exclude<MarkContent['type'], 'link' | 'image' | 'quote' | 'footnoteReference' | 'break'>): Enter =>
  (reader) => {
    reader.builder.openMark({ type });
    return closeMark;
  };

const blockquote: Enter = (reader, element) => {
  const cite = reader.urls.link(attribute(element, 'cite') ?? '');
  return reader.openBlock(cite === undefined ? { type: 'blockquote' } : { type: 'blockquote', cite });
};

const quote: Enter = (reader, element) => {
  const cite = reader.urls.link(attribute(element, 'cite') ?? '');
  reader.builder.openMark(cite === undefined ? { type: 'quote' } : { type: 'quote', cite });
  return closeMark;
};

const link: Enter = (reader, element) => {
  const href = attribute(element, 'href');
  // Sphinx puts handles beside terms and captions too, and calls them all so.
  if ((reader.inHeading || hasClass(element, 'headerlink')) && isPermalink(element)) return 'skip';
  const url = href === undefined ? undefined : reader.urls.link(href);
  if (url === undefined) return undefined;
  if (attribute(element, 'data-embed') !== undefined) return embedLink(reader, element, url);
  const title = attribute(element, 'title')?.trim();
  reader.builder.openMark(title ? { type: 'link', url, title } : { type: 'link', url });
  return closeMark;
};

/** Left out, with all that is below it. */
const dropped: Enter = () => 'skip';

const lineBreak: Enter = (reader) => {
  reader.builder.lineBreak();
  return 'skip';
};

const thematicBreak: Enter = (reader) => {
  reader.thematicBreak();
  return 'skip';
};

/** A reading beside its base text: 漢(かん). Its own parentheses (`rp`) are left out for ours. */
const reading: Enter = (reader) => {
  reader.text('(');
  return () => reader.text(')');
};

/** An embed as `writeHtml` leaves it: a link that says what it was. */
function embedLink(reader: TreeReader, element: Element, url: string): Entered {
  const title = shownText(textContent(element));
  reader.endHeading();
  reader.builder.void(title === '' || title === url ? { type: 'embed', url } : { type: 'embed', url, title });
  return 'skip';
}

const span: Enter = (reader, element) =>
  element.attrs.length > 0 && isMathJaxDrawing(reader, element) ? 'skip' : undefined;

/** Scripts press a button; but the question of a folded answer stands in one too, inside a heading or term. */
const button: Enter = (reader) => (reader.inHeading ? undefined : 'skip');

/** A shadow root that the page declares is shown in its host's place; other templates are not shown. */
const template: Enter = (_reader, element) => {
  const isShown = element.attrs.some(({ name }) => name === 'shadowrootmode' || name === 'shadowroot');
  return isShown ? undefined : 'skip';
};

const NAMED: Readonly<Record<string, Enter>> = {
  a: link,
  'amp-anim': enterImage,
  'amp-img': enterImage,
  aside: block({ type: 'aside' }),
  audio: enterEmbed,
  b: mark('strong'),
  blockquote,
  br: lineBreak,
  button,
  caption: enterCaption,
  cite: mark('emphasis'),
  code: mark('inlineCode'),
  dd: description,
  del: mark('delete'),
  dfn: mark('emphasis'),
  dir: enterUnorderedList,
  div: enterDivision,
  dt: enterTerm,
  em: mark('emphasis'),
  embed: enterEmbed,
  figcaption: block({ type: 'caption' }),
  figure: enterFigure,
  frame: enterEmbed,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  hr: thematicBreak,
  i: mark('emphasis'),
  iframe: enterEmbed,
  img: enterImage,
  kbd: mark('inlineCode'),
  li: enterItem,
  listing: enterCode,
  mark: mark('highlight'),
  math: enterMath,
  menu: enterUnorderedList,
  noscript: enterNoscript,
  object: enterEmbed,
  ol: enterOrderedList,
  p: enterParagraph,
  plaintext: enterCode,
  pre: enterCode,
  q: quote,
  rt: reading,
  s: mark('delete'),
  samp: mark('inlineCode'),
  script: enterScript,
  strike: mark('delete'),
  strong: mark('strong'),
  span,
  sub: mark('subscript'),
  sup: mark('superscript'),
  table: enterTable,
  td: enterCell,
  template,
  th: enterCell,
  tr: enterRow,
  tt: mark('inlineCode'),
  ul: enterUnorderedList,
  var: mark('emphasis'),
  video: enterEmbed,
  xmp: enterCode,
};

/** What never shows, controls, and pictures that are drawn in place. */
const DROPPED =
  'area base basefont bgsound canvas col colgroup datalist dialog head input keygen link map meta meter noembed noframes optgroup option param progress rp select source style svg textarea title track';

/**
 * How to enter each element, by tag name. Elements that are not listed (`time`, `u` …) add nothing to their text; see `enterUnknown` for those
 * that no standard names.
 */
export const ELEMENTS: ReadonlyMap<string, Enter> = new Map<string, Enter>([
  ...Object.entries(NAMED),
  ...FLOW_NAMES.map((name) => [name, flow] as const),
  ...DROPPED.split(' ').map((name) => [name, dropped] as const),
]);

/** How many children of a custom element are looked at. */
const MAX_CHILDREN = 16;

/** A site's own element (`x-card`) is a line's part unless it holds blocks. */
export function enterUnknown(reader: TreeReader, element: Element): Entered {
  if (!element.tagName.includes('-')) return undefined;
  const holdsBlocks = element.childNodes
    .slice(0, MAX_CHILDREN)
    .some((node) => isElement(node) && isBlockName(node.tagName));
  return holdsBlocks ? flow(reader, element) : undefined;
}
