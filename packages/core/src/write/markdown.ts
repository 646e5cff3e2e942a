import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Article } from '../article/types.ts';
import { ATTENTION } from './markdown/attention.ts';
import { listItem } from './markdown/list-item.ts';
import { toMdast } from './mdast.ts';

/**
 * Writes an article as Markdown: CommonMark with GFM, YAML front matter where there is more metadata than
 * a title, and HTML for what Markdown has no syntax for. Reading it back gives the same article: text,
 * blocks, marks, sentences and metadata (not where each was found, nor its source). Three things are not
 * carried: the `alt` of an embed, line ends and runs of spaces in an `alt`, `title` or `label`, and `ext`.
 *
 * @example
 * writeMarkdown(article); // '# A day\n\nIt was *late*.\n'
 */
export function writeMarkdown(article: Article): string {
  const markdown = toMarkdown(toMdast(article), OPTIONS);
  // A byte-order mark at the very start would be taken for one.
  return markdown.startsWith('\uFEFF') ? `&#xFEFF;${markdown.slice(1)}` : markdown;
}

const OPTIONS: Options = {
  bullet: '-',
  // A list right after a list needs another bullet; not the asterisk, of which rules are made.
  bulletOther: '+',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '*',
  handlers: { ...ATTENTION, listItem },
  // The table extension would pad each cell to the longest of its column: a table of n rows and one cell of
  // n words would be written in n² characters.
  extensions: [frontmatterToMarkdown(['yaml']), gfmToMarkdown({ tablePipeAlign: false })],
  unsafe: [
    // A colon after a reference at the start of a line would define it.
    { character: ':', before: '\\]', inConstruct: 'phrasing' },
    // Protocols in capitals are links too.
    {
      character: ':',
      before: '[PS]',
      after: '\\/',
      inConstruct: 'phrasing',
      notInConstruct: ['autolink', 'link', 'image', 'label'],
    },
  ],
};
