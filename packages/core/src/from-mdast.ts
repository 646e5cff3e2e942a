import type { Root } from 'mdast';
import { ArticleBuilder } from './article/builder.ts';
import { finishDraft } from './article/finish-draft.ts';
import { type KnownMeta, MetaDraft } from './article/meta.ts';
import { hashSource } from './article/source-hash.ts';
import { documentUrl } from './article/url.ts';
import { readKnownMeta } from './article/known-meta.ts';
import { failure } from './errors.ts';
import type { ParseResult } from './parse-with.ts';
import { readMdast } from './read/markdown.ts';
import { PARSER } from './version.ts';

export interface FromMdastOptions {
  /** Where the document came from: base of relative URLs, and `source.url`. */
  url?: string;
  /** Metadata that the caller knows; it wins over the document's own. */
  meta?: KnownMeta;
}

/**
 * Turns an mdast tree (CommonMark, GFM, a `yaml` node) into an article, as `parse` does with the Markdown
 * that it stands for. Nodes that only plugins make give their children or their text.
 *
 * Never throws. There are no bytes to hash, so `source.sha256` is the hash of the article's own text.
 *
 * @example
 * const result = fromMdast(unified().use(remarkParse).parse('# Hello'));
 */
export function fromMdast(root: Root, options: FromMdastOptions = {}): ParseResult {
  try {
    return read(root, options);
  } catch (cause) {
    return failure('internal', cause instanceof Error ? cause.message : undefined, cause);
  }
}

function read(root: Root, options: FromMdastOptions): ParseResult {
  const url = documentUrl(options.url);
  if (url === null) return failure('options-invalid', `url is ${JSON.stringify(options.url)}`);
  const known = readKnownMeta(options.meta ?? {});
  if (!known.ok) return failure('options-invalid', known.reason);
  const builder = new ArticleBuilder();
  const meta = new MetaDraft(known.meta);
  readMdast(root.children, { url, keepsDangling: true }, builder, meta);
  if (builder.isEmpty && !meta.has('title')) return failure('input-empty');
  const draft = builder.finish(meta.finish(), { mediaType: 'text/markdown', sha256: '', parser: PARSER });
  const article = finishDraft(draft);
  void article.sentences;
  article.source.sha256 = hashSource(article.text);
  if (url !== undefined) article.source.url = url;
  return { ok: true, article };
}
