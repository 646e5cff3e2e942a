import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { withQuickAutolinks } from './autolinks.ts';
import { isNestedTooDeep, type KnownLabels, Limits, NestingLimit } from './limits.ts';

export interface SyntaxChoice {
  /** Whether YAML between two lines `---` at the very start is front matter. */
  frontMatter: boolean;
  /** Labels that are defined in other pieces of the document. */
  labels?: KnownLabels | undefined;
}

export interface SyntaxTree {
  root: Root;
  /** Markup beyond the limits was taken as text. */
  isLimited: boolean;
}

/**
 * Parses CommonMark with GFM (tables, strikethrough, autolink literals, task lists, footnotes).
 *
 * Throws where micromark does: on nesting beyond the limits.
 */
export function parseSyntax(text: string, { frontMatter, labels }: SyntaxChoice): SyntaxTree {
  if (isNestedTooDeep(text)) throw new NestingLimit('lists nested too deep on one line');
  const limits = new Limits(labels);
  const extensions = [withQuickAutolinks(gfm()), limits.extension];
  const mdastExtensions = [withoutTransforms(gfmFromMarkdown())];
  if (frontMatter) {
    extensions.push(frontmatter(['yaml']));
    mdastExtensions.push([frontmatterFromMarkdown(['yaml'])]);
  }
  const root = fromMarkdown(text, { extensions, mdastExtensions });
  return { root, isLimited: limits.wasMet };
}

type TreeExtension = Extract<NonNullable<Options['mdastExtensions']>[number], { enter?: unknown }>;

/**
 * The transform searches the finished text for more addresses than the syntax has: it links what was
 * escaped so as not to be a link, recurses into the tree, and takes quadratic time on long words.
 */
function withoutTransforms(extensions: TreeExtension[]): TreeExtension[] {
  return extensions.map((extension) => ({ ...extension, transforms: [] }));
}
