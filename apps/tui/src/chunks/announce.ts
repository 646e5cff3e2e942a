import type { Draft, DraftBlock, Mark } from '@lede/core';

/**
 * An article for a screen reader: no drawing, one block a line, with what each block is said in words
 * before its text. Links are followed by their addresses.
 */
export function announce(article: Draft): string {
  const { meta, blocks } = article;
  const children = countChildren(blocks);
  let mark = 0;
  const lines: string[] = [];
  if (meta.title !== undefined) lines.push(`Title: ${meta.title}`);
  if (meta.authors.length > 0) lines.push(`By ${meta.authors.map(({ name }) => name).join(', ')}`);
  for (const [row, block] of blocks.entries()) {
    const role = roleOf(block, children[row] ?? 0);
    const isLeaf = blocks[row + 1]?.parent !== row;
    if (!isLeaf) {
      if (role !== '') lines.push(`${role}.`);
      continue;
    }
    // Marks are sorted, and each lies in one leaf.
    const first = mark;
    while (mark < article.marks.length && (article.marks[mark]?.start ?? 0) < block.end) mark++;
    const text = spoken(article.text, block, article.marks.slice(first, mark));
    lines.push(role === '' ? text : text === '' ? `${role}.` : `${role}: ${text}`);
  }
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

/** What a block is, in words; `''` for what needs none. */
function roleOf(block: DraftBlock, children: number): string {
  switch (block.type) {
    case 'heading':
      return `Heading ${block.depth}`;
    case 'list':
      return `${block.ordered ? 'Numbered list' : 'List'} of ${children}`;
    case 'listItem':
      return block.checked === undefined ? 'Item' : block.checked ? 'Item, done' : 'Item, not done';
    case 'blockquote':
      return 'Quotation';
    case 'code':
      return block.lang === undefined ? 'Code' : `Code, ${block.lang}`;
    case 'table':
      return `Table of ${children} rows`;
    case 'tableRow':
      return 'Row';
    case 'tableCell':
      return block.header ? 'Heading cell' : 'Cell';
    case 'image':
      return `Image: ${block.alt ?? block.title ?? 'without description'}`;
    case 'embed':
      return `Embedded: ${block.title ?? block.url}`;
    case 'thematicBreak':
      return 'Break';
    case 'footnoteDefinition':
      return `Note ${block.label}`;
    case 'caption':
      return 'Caption';
    case 'figure':
      return 'Figure';
    case 'aside':
      return 'Aside';
    default:
      return '';
  }
}

/** The text of a leaf, with addresses after links and words for what is no text. */
function spoken(text: string, { start, end }: DraftBlock, marks: readonly Mark[]): string {
  let said = '';
  let at = start;
  for (const mark of marks.toSorted((a, b) => a.end - b.end)) {
    const words =
      mark.type === 'link'
        ? ` (link: ${mark.url})`
        : mark.type === 'image'
          ? ` (image: ${mark.alt ?? 'without description'})`
          : mark.type === 'footnoteReference'
            ? ` (note ${mark.target})`
            : '';
    if (words === '' || mark.end < at) continue;
    said += text.slice(at, mark.end) + words;
    at = mark.end;
  }
  return (said + text.slice(at, end)).replaceAll('\uFFFC', '').replaceAll(/\s+/g, ' ').trim();
}

function countChildren(blocks: readonly DraftBlock[]): number[] {
  const counts: number[] = blocks.map(() => 0);
  for (const { parent } of blocks) if (parent !== null) counts[parent] = (counts[parent] ?? 0) + 1;
  return counts;
}
