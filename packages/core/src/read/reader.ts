import type { ArticleBuilder } from '../article/builder.ts';
import type { MetaDraft } from '../article/meta.ts';
import type { LedeError } from '../errors.ts';
import type { PageTrace } from '../extract/explain.ts';
import type { ImageUrl } from './urls.ts';

/** What a reader may need besides the text. */
export interface ReadContext {
  /** Base for relative URLs: where the input came from. */
  url?: string;
  imageUrl?: ImageUrl;
  /** Plain text is code in this language. */
  codeLanguage?: string;
  /** Which part of a web page becomes the article; other formats have no such choice. */
  content: ContentChoice;
  trace?: (trace: PageTrace) => void;
}

/**
 * `auto`: the article of a whole page, everything of a fragment. `article`: the article in any case.
 * `everything`: every block, navigation and advertisements included.
 */
export type ContentChoice = 'auto' | 'article' | 'everything';

/**
 * Reads text of one format into the builder and the metadata. Returns nothing on success, an error where
 * the input holds no article. Never throws.
 */
export type Reader = (
  text: string,
  context: ReadContext,
  builder: ArticleBuilder,
  meta: MetaDraft,
) => LedeError | undefined;
