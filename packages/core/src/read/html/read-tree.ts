import type { ArticleBuilder } from '../../article/builder.ts';
import type { MetaDraft } from '../../article/meta.ts';
import type { ReadContext } from '../reader.ts';
import { Urls } from '../urls.ts';
import { readHead } from './head.ts';
import type { ParentNode } from './nodes.ts';
import { parseFragment } from './parse-tree.ts';
import { type TreeChoice, TreeReader } from './tree-reader.ts';

/**
 * Reads a parsed page, or the part of it that `choice` keeps. What `html` and `head` say of the page fills
 * the fields of `meta` that are still empty, so set those of better sources first.
 */
export function readHtmlTree(
  root: ParentNode,
  choice: TreeChoice,
  context: Pick<ReadContext, 'url' | 'imageUrl'>,
  builder: ArticleBuilder,
  meta: MetaDraft,
): void {
  const urls = new Urls(context.url, context.imageUrl);
  readHead(root, urls, meta);
  new TreeReader(builder, urls, meta, choice).read(root);
  urls.report(builder);
}

/**
 * Reads HTML that stands inside another format. Its URLs are counted in `urls`, which the caller reports;
 * its headings are never taken for the title. What it leaves open it also closes.
 */
export function readHtmlFragment(html: string, urls: Urls, builder: ArticleBuilder, meta: MetaDraft): void {
  const reader = new TreeReader(builder, urls, meta, {});
  reader.titleSeen = true;
  reader.read(parseFragment(html));
}
