import type { RootContent } from 'mdast';
import type { ArticleBuilder } from '../article/builder.ts';
import type { MetaDraft } from '../article/meta.ts';
import { Definitions } from './markdown/definitions.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { plainText } from './markdown/node-text.ts';
import { isComment } from './markdown/raw-html.ts';
import { parseTree } from './markdown/tree.ts';
import { readNodes } from './markdown/walk.ts';
import type { Reader } from './reader.ts';
import { type ImageUrl, Urls } from './urls.ts';

/**
 * Reads Markdown: CommonMark and GFM (tables, strikethrough, autolinks, task lists, footnotes), YAML front
 * matter, and raw HTML, which is parsed as HTML.
 */
export const readMarkdown: Reader = (text, context, builder, meta) => {
  let { children, isLimited } = parseTree(text, true);
  const [first] = children;
  if (first?.type === 'yaml' && !looksLikeFrontMatter(first.value)) {
    // Two rules with text between them, as a text that begins with a rule has.
    ({ children, isLimited } = parseTree(text, false));
  }
  if (isLimited) {
    builder.diagnose({
      code: 'markup-limited',
      message: 'Markup that is nested too deep, or too dense for one paragraph, was read as text.',
    });
  }
  readMdast(children, { url: context.url, imageUrl: context.imageUrl, keepsDangling: false }, builder, meta);
  return undefined;
};

export interface MdastContext {
  /** Base for relative URLs. */
  url: string | undefined;
  imageUrl?: ImageUrl | undefined;
  /** A reference to a footnote that is not defined is one all the same; otherwise it is text. */
  keepsDangling: boolean;
}

/** Reads a document's top-level nodes into the builder and the metadata. */
export function readMdast(
  nodes: readonly RootContent[],
  { url, imageUrl, keepsDangling }: MdastContext,
  builder: ArticleBuilder,
  meta: MetaDraft,
): void {
  const urls = new Urls(url, imageUrl);
  const definitions = new Definitions(nodes, keepsDangling);
  let rest = nodes;
  let hasTitle = false;
  const [first] = nodes;
  if (first?.type === 'yaml') {
    const frontMatter = readFrontMatter(first.value, meta, urls);
    rest = nodes.slice(1);
    if (frontMatter) hasTitle = frontMatter.hasTitle;
    else keepFrontMatter(first.value, builder);
  }
  readNodes(withoutTitle(rest, hasTitle, meta), true, { builder, meta, urls, definitions, mixedDepth: 0 });
  urls.report(builder);
}

/** Whether text between two lines `---` was meant as YAML: it begins with a key, a comment or nothing. */
function looksLikeFrontMatter(yaml: string): boolean {
  return /^\s*(?:$|#|[^\s:][^:\r\n]*:(?:\s|$))/.test(yaml);
}

/** What is not valid stays as it was written, in the place where it stood. */
function keepFrontMatter(yaml: string, builder: ArticleBuilder): void {
  builder.diagnose({
    code: 'frontmatter-invalid',
    message: 'The front matter is not valid YAML; it was kept as text.',
  });
  builder.open({ type: 'code', lang: 'yaml' });
  builder.text(yaml);
  builder.close();
}

/**
 * The nodes without the heading that is the title: the first block, where it is a heading of depth one
 * that holds nothing but text, and there is no other title (be it an empty one), or the same.
 */
function withoutTitle(nodes: readonly RootContent[], hasTitle: boolean, meta: MetaDraft): readonly RootContent[] {
  const at = nodes.findIndex((node) => node.type !== 'definition' && !isComment(node));
  const heading = nodes[at];
  if (heading?.type !== 'heading' || heading.depth !== 1) return nodes;
  const text = plainText(heading)
    ?.replace(/[\t\n\v\f\r\u2028\u2029 ]+/g, ' ')
    .replaceAll('\uFFFC', '')
    .trim();
  if (!text) return nodes;
  const isTitle = hasTitle || meta.has('title') ? sameTitle(meta, text) : meta.set('title', text, 'text');
  return isTitle ? nodes.filter((_, index) => index !== at) : nodes;
}

function sameTitle(meta: MetaDraft, text: string): boolean {
  return meta.get('title') === text.toWellFormed().normalize('NFC');
}
