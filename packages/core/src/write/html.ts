import type { Article, Block } from '../article/types.ts';
import { attributes, escapeText } from './html/escape.ts';
import { allowed, imageHtml, inlineHtml, Marks, noteId } from './html/inline.ts';

export interface HtmlOptions {
  /** Write a whole page: doctype, head with the metadata, body. Default: the article element alone. */
  document?: boolean;
  /** Give every block's element the block's id, so that `#id` leads to it. Default false. */
  ids?: boolean;
}

/**
 * Writes an article as semantic HTML: the title as `h1`, then its blocks. Safe to show, whatever the
 * article holds: all text is escaped, URLs are of allowed schemes, and there is no script, no event
 * handler, no style and no frame (an embed becomes a link).
 *
 * @example
 * writeHtml(article); // '<article>\n<h1>A day</h1>\n<p>It was <em>late</em>.</p>\n</article>\n'
 */
export function writeHtml(article: Article, options: HtmlOptions = {}): string {
  const { title } = article.meta;
  const parts = ['<article>\n'];
  if (title !== undefined) parts.push(`<h1>${escapeText(title)}</h1>\n`);
  writeBlocks(article, options.ids === true, parts);
  parts.push('</article>\n');
  return options.document === true ? page(article, parts.join('')) : parts.join('');
}

function page({ meta }: Article, body: string): string {
  const root = attributes({ lang: meta.language, dir: meta.direction });
  const head = ['<meta charset="utf-8">', '<meta name="viewport" content="width=device-width">'];
  if (meta.title !== undefined) head.push(`<title>${escapeText(meta.title)}</title>`);
  for (const { name } of meta.authors) head.push(`<meta${attributes({ name: 'author', content: name })}>`);
  if (meta.excerpt !== undefined) head.push(`<meta${attributes({ name: 'description', content: meta.excerpt })}>`);
  if (meta.published !== undefined) {
    head.push(`<meta${attributes({ property: 'article:published_time', content: meta.published })}>`);
  }
  if (meta.modified !== undefined) {
    head.push(`<meta${attributes({ property: 'article:modified_time', content: meta.modified })}>`);
  }
  if (meta.site !== undefined) head.push(`<meta${attributes({ property: 'og:site_name', content: meta.site })}>`);
  const license = meta.license === undefined ? undefined : allowed(meta.license);
  if (license !== undefined) head.push(`<link${attributes({ rel: 'license', href: license })}>`);
  const canonical = meta.canonicalUrl === undefined ? undefined : allowed(meta.canonicalUrl);
  if (canonical !== undefined) head.push(`<link${attributes({ rel: 'canonical', href: canonical })}>`);
  return `<!doctype html>\n<html${root}>\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}</body>\n</html>\n`;
}

/** Blocks stand in pre-order, so a stack of end tags is all there is to keep. */
function writeBlocks(article: Article, withIds: boolean, parts: string[]): void {
  const { blocks, text } = article;
  const marks = new Marks(article.marks);
  const tables = surveyTables(blocks);
  const open: { row: number; end: string }[] = [];
  for (let row = 0; row < blocks.length; row++) {
    const block = blocks[row] as Block; // in range
    while (open.length > 0 && open.at(-1)?.row !== block.parent) parts.push(open.pop()?.end ?? '');
    const { start, end } = tagsOf(blocks, row, tables, withIds ? block.id : undefined);
    parts.push(start);
    if (blocks[row + 1]?.parent === row) {
      if (!isTight(blocks, row + 1)) parts.push('\n');
      open.push({ row, end });
      continue;
    }
    const own = marks.within(block);
    if (block.type === 'code') parts.push(escapeText(text.slice(block.start, block.end)));
    else if (block.start < block.end) parts.push(inlineHtml(text, block, own));
    parts.push(end);
  }
  for (let last = open.pop(); last; last = open.pop()) parts.push(last.end);
}

/** Start and end tag of a block; a block without content is all start. */
function tagsOf(
  blocks: readonly Block[],
  row: number,
  tables: TableSurvey,
  id: string | undefined,
): { start: string; end: string } {
  const block = blocks[row] as Block; // callers pass an index in range
  switch (block.type) {
    case 'paragraph':
      if (!isTight(blocks, row)) return element('p', { id });
      return {
        start: '',
        end: blocks[row + 1]?.type === 'list' && blocks[row + 1]?.parent === block.parent ? '\n' : '',
      };
    case 'heading':
      return element(`h${block.depth}`, { id });
    case 'blockquote':
      return element('blockquote', { id, cite: block.cite && allowed(block.cite) });
    case 'list':
      return block.ordered ? element('ol', { id, start: block.first }) : element('ul', { id });
    case 'listItem': {
      const { start, end } = element('li', { id });
      if (block.checked === undefined) return { start, end };
      const box = attributes({ type: 'checkbox', disabled: '', checked: block.checked ? '' : undefined });
      return { start: `${start}<input${box}> `, end };
    }
    case 'code': {
      const { lang } = block;
      return {
        start: `<pre${attributes({ id })}><code${attributes({ class: lang && `language-${lang}` })}>`,
        end: '</code></pre>\n',
      };
    }
    case 'table':
      // Readers, ours too, take a table without header cells for layout unless it says that it is one.
      return element('table', { id, role: tables.plain.has(row) ? 'table' : undefined });
    case 'tableRow': {
      const { start, end } = element('tr', { id });
      return {
        start: tables.headStarts.has(row) ? `<thead>\n${start}` : start,
        end: tables.headEnds.has(row) ? `${end}</thead>\n` : end,
      };
    }
    case 'tableCell':
      return element(block.header ? 'th' : 'td', {
        id,
        colspan: block.colSpan > 1 ? block.colSpan : undefined,
        rowspan: block.rowSpan > 1 ? block.rowSpan : undefined,
        align: block.align,
      });
    case 'caption':
      return element(blocks[block.parent ?? -1]?.type === 'table' ? 'caption' : 'figcaption', { id });
    case 'figure':
    case 'aside':
      return element(block.type, { id });
    case 'footnoteDefinition':
      return element('aside', { id: noteId(block.label), role: 'doc-footnote' });
    case 'thematicBreak':
      return { start: `<hr${attributes({ id })}>\n`, end: '' };
    case 'image':
      return { start: `<p${attributes({ id })}>${imageHtml(block)}</p>\n`, end: '' };
    case 'embed': {
      const link = attributes({ href: allowed(block.url), 'data-embed': '' });
      return { start: `<p${attributes({ id })}><a${link}>${escapeText(block.title ?? block.url)}</a></p>\n`, end: '' };
    }
  }
}

function element(
  tag: string,
  values: Readonly<Record<string, string | number | undefined>>,
): { start: string; end: string } {
  return { start: `<${tag}${attributes(values)}>`, end: `</${tag}>\n` };
}

/** Whether a paragraph stands in its item as plain text: it is the first, and none but a list follows. */
function isTight(blocks: readonly Block[], row: number): boolean {
  const { parent } = blocks[row] as Block; // callers pass an index in range
  if (parent === null || parent !== row - 1 || blocks[parent]?.type !== 'listItem') return false;
  const next = blocks[row + 1];
  return next?.parent !== parent || next.type === 'list';
}

interface TableSurvey {
  /** Tables without a header cell or caption. */
  plain: ReadonlySet<number>;
  /** The first and the last of the rows that a table begins with and that hold only header cells. */
  headStarts: ReadonlySet<number>;
  headEnds: ReadonlySet<number>;
}

function surveyTables(blocks: readonly Block[]): TableSurvey {
  const plain = new Set<number>();
  const bodyRows = new Set<number>();
  for (const [row, block] of blocks.entries()) {
    const { parent } = block;
    if (block.type === 'table') plain.add(row);
    else if (block.type === 'caption' && parent !== null) plain.delete(parent);
    else if (block.type === 'tableCell' && parent !== null) {
      if (block.header) plain.delete(blocks[parent]?.parent ?? -1);
      else bodyRows.add(parent);
    }
  }
  const headStarts = new Set<number>();
  const headEnds = new Map<number, number>();
  const ended = new Set<number>();
  for (const [row, { type, parent }] of blocks.entries()) {
    if (parent === null || blocks[parent]?.type !== 'table' || ended.has(parent)) continue;
    if (type !== 'tableRow' || bodyRows.has(row)) {
      if (type === 'tableRow' || headEnds.has(parent)) ended.add(parent);
    } else {
      if (!headEnds.has(parent)) headStarts.add(row);
      headEnds.set(parent, row);
    }
  }
  return { plain, headStarts, headEnds: new Set(headEnds.values()) };
}
