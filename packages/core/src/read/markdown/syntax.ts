import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { autolinksIn, withQuickAutolinks } from './autolinks.ts';
import type { Extension } from './extension.ts';
import { isNestedTooDeep, type KnownLabels, Limits, NestingLimit } from './limits.ts';

/**
 * Parses CommonMark with GFM (tables, strikethrough, autolink literals, task lists, footnotes). One for a
 * document, however many pieces that is parsed in: what it is set up from is a good part of a short piece.
 */
export class Syntax {
  readonly #limits: Limits;
  readonly #gfm: Extension = gfm();
  /** The extensions for text with each choice of autolinks. */
  readonly #syntax = new Map<string, Extension[]>();
  readonly #tree: TreeExtension[] = withoutTransforms(gfmFromMarkdown());

  /** `labels`: those that are defined in any piece of the document. */
  constructor(labels: KnownLabels | undefined) {
    this.#limits = new Limits(labels);
  }

  /** Whether markup beyond the limits has been taken as text. */
  get isLimited(): boolean {
    return this.#limits.wasMet;
  }

  /**
   * Parses one piece. `frontMatter`: whether YAML between two lines `---` at its start is front matter.
   *
   * Throws where micromark does: on nesting beyond the limits.
   */
  parse(text: string, frontMatter: boolean): Root {
    if (isNestedTooDeep(text)) throw new NestingLimit('lists nested too deep on one line');
    const syntax = this.#syntaxFor(autolinksIn(text));
    return fromMarkdown(text, {
      extensions: frontMatter ? [...syntax, frontmatter(['yaml'])] : syntax,
      mdastExtensions: frontMatter ? [...this.#tree, frontmatterFromMarkdown(['yaml'])] : this.#tree,
    });
  }

  #syntaxFor(autolinks: readonly string[]): Extension[] {
    const key = autolinks.join(' ');
    let syntax = this.#syntax.get(key);
    if (!syntax) {
      syntax = [withQuickAutolinks(this.#gfm, autolinks), this.#limits.extension];
      this.#syntax.set(key, syntax);
    }
    return syntax;
  }
}

type TreeExtension = Extract<NonNullable<Options['mdastExtensions']>[number], { enter?: unknown }>;

/**
 * The transform searches the finished text for more addresses than the syntax has: it links what was
 * escaped so as not to be a link, recurses into the tree, and takes quadratic time on long words.
 */
function withoutTransforms(extensions: TreeExtension[]): TreeExtension[] {
  return extensions.map((extension) => ({ ...extension, transforms: [] }));
}
