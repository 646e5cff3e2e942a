import type { Draft } from '@lede/core';

/** The id of an image or embed that leads somewhere, beside those of links, which are indexes into `article.marks`. */
export function blockLinkId({ marks }: Pick<Draft, 'marks'>, block: number): number {
  return marks.length + block;
}
