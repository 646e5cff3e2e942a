import { failure } from '../errors.ts';
import { chooseArticle } from '../extract/article-choice.ts';
import { readMetadata } from '../extract/metadata/metadata.ts';
import { parseFragment, parseTree } from './html/parse-tree.ts';
import { readHtmlTree } from './html/read-tree.ts';
import type { Reader } from './reader.ts';

/**
 * Reads HTML: the article of a page, every block that shows of a fragment, as `context.content` asks.
 * A whole page is asked for its metadata, whichever of its blocks are read.
 */
export const readHtml: Reader = (text, context, builder, meta) => {
  const { root, isDocument } = parseTree(text);
  if (isDocument) readMetadata(root, context.url, meta);
  if (context.content === 'everything' || (context.content === 'auto' && !isDocument)) {
    readHtmlTree(root, {}, context, builder, meta);
    return undefined;
  }
  const { choice, instead, error } = chooseArticle(root, context.content === 'auto', builder, context.trace);
  if (error) return error;
  if (instead === undefined) readHtmlTree(root, choice, context, builder, meta);
  else readHtmlTree(parseFragment(instead), {}, context, builder, meta);
  return builder.isEmpty && isDocument ? failure('no-article-found').error : undefined;
};
