import type { Block } from '@lede/core';
import { passageBlock, type SpokenArticle } from './spoken-article.ts';
import { oneLine, spokenCode, spokenText } from './spoken-text.ts';

/**
 * The lines that say a passage: what begins here (`List with 3 items.`), then the passage with what it is
 * (`Heading level 2: Part`). `before` is the passage that was said just before, and what ended with it is said
 * too; absent, one has come from elsewhere, and everything that the passage lies in begins.
 */
export function spokenPassage(spoken: SpokenArticle, passage: number, before?: number): string[] {
  const block = passageBlock(spoken, passage);
  const row = spoken.passages[passage];
  if (!block || row === undefined) return [];
  const around = containersOf(spoken, row);
  const last = before === undefined ? undefined : spoken.passages[before];
  const left = last === undefined ? [] : containersOf(spoken, last);
  const lines: string[] = [];
  for (const container of left) {
    if (!around.includes(container)) lines.push(endOf(spoken.article.blocks[container]));
  }
  const entered = around.filter((container) => !left.includes(container)).toReversed();
  let label = '';
  for (const container of entered) {
    // An item is said on the line of what it begins with.
    label += beginningOf(spoken, container);
    if (spoken.article.blocks[container]?.type === 'listItem') continue;
    lines.push(label);
    label = '';
  }
  const [first = '', ...rest] = passageLines(spoken, block, row);
  return [...lines.filter((line) => line !== ''), label + first, ...rest];
}

/** Blocks around a block that are worth saying, the innermost first. */
function containersOf({ article }: SpokenArticle, row: number): number[] {
  const containers: number[] = [];
  const unit = article.blocks[row];
  for (let at = unit?.parent ?? null; at !== null; at = article.blocks[at]?.parent ?? null) {
    const { type } = article.blocks[at] as Block; // a parent is a block
    // A table whose rows are no passages only arranges the page.
    const isTable = type === 'table' || type === 'tableRow' || type === 'tableCell';
    if (!isTable || (type === 'table' && at === unit?.parent && unit.type === 'tableRow')) containers.push(at);
  }
  return containers;
}

function beginningOf({ article, children, nth, columns }: SpokenArticle, row: number): string {
  const block = article.blocks[row];
  switch (block?.type) {
    case 'list':
      return `${block.ordered ? 'Numbered list' : 'List'} with ${counted(children[row] ?? 0, 'item')}.`;
    case 'listItem':
      return itemLabel(block, article.blocks[block.parent ?? -1], nth[row] ?? 0, children[block.parent ?? -1] ?? 0);
    case 'table':
      return `Table, ${counted(columns[row] ?? 0, 'column')}, ${counted(children[row] ?? 0, 'row')}.`;
    case 'blockquote':
      return 'Quotation.';
    case 'aside':
      return 'Aside.';
    case 'figure':
      return 'Figure.';
    case 'footnoteDefinition':
      return `Note ${oneLine(block.label)}.`;
    default:
      return '';
  }
}

function itemLabel(item: Block & { type: 'listItem' }, list: Block | undefined, nth: number, count: number): string {
  const done = item.checked === undefined ? '' : item.checked ? ', done' : ', not done';
  const first = list?.type === 'list' && list.ordered ? (list.first ?? 1) : 1;
  const number = first === 1 ? '' : `, number ${first + nth}`;
  return `Item ${nth + 1} of ${count}${number}${done}: `;
}

function endOf(block: Block | undefined): string {
  switch (block?.type) {
    case 'list':
      return 'End of list.';
    case 'table':
      return 'End of table.';
    case 'blockquote':
      return 'End of quotation.';
    case 'aside':
      return 'End of aside.';
    case 'figure':
      return 'End of figure.';
    default:
      return '';
  }
}

/** A passage by itself. */
function passageLines(spoken: SpokenArticle, block: Block, row: number): string[] {
  const { start, end } = block;
  switch (block.type) {
    case 'heading':
      return [`Heading level ${block.depth}: ${spokenText(spoken, start, end)}`];
    case 'code': {
      const code = spokenCode(spoken, start, end);
      const kind = block.lang === undefined ? 'Code' : `Code, ${oneLine(block.lang)}`;
      return [`${kind}, ${counted(code.length, 'line')}.`, ...code, 'End of code.'];
    }
    case 'image':
      return [described('Image', block.alt ?? block.title)];
    case 'embed':
      return [`Embedded: ${oneLine(block.title ?? block.alt ?? block.url)}`];
    case 'thematicBreak':
      return ['Separator.'];
    case 'caption':
      return [`Caption: ${spokenText(spoken, start, end)}`];
    case 'tableRow':
      return [rowText(spoken, row)];
    case 'footnoteDefinition':
      return [`Note ${oneLine(block.label)}, empty.`];
    default:
      return [wholeLink(spokenText(spoken, start, end))];
  }
}

/** A paragraph that is one link reads better without brackets: `Link 3: the rules`. */
function wholeLink(text: string): string {
  return text.replace(/^\[link (\d+): ([^[\]]*)\]$/, 'Link $1: $2');
}

function described(what: string, description: string | undefined): string {
  const words = oneLine(description ?? '');
  return words === '' ? `${what} without description.` : `${what}: ${words}`;
}

/** `Row 2 of 4. Name: Ada. Age: 36.`: each cell after the heading of its column, where the first row holds such. */
function rowText(spoken: SpokenArticle, row: number): string {
  const { article, nth, children, columns } = spoken;
  const table = article.blocks[row]?.parent ?? -1;
  const headings = headingsOf(spoken, table);
  const cells = cellsOf(spoken, row);
  if (headings && (nth[row] ?? 0) === 0) {
    return `Column headings: ${cells.map((cell) => cellText(spoken, cell) || 'empty').join('; ')}.`;
  }
  const said = cells.map((cell) => {
    const heading = headings?.get(columns[cell] ?? 0) ?? '';
    return `${heading === '' ? '' : `${heading}: `}${cellText(spoken, cell) || 'empty'}`;
  });
  return `Row ${(nth[row] ?? 0) + 1} of ${children[table] ?? 0}: ${said.join('; ')}.`;
}

/** Texts of the first row's cells by column, where all of them are headings. */
function headingsOf(spoken: SpokenArticle, table: number): Map<number, string> | undefined {
  const { blocks } = spoken.article;
  let row = table + 1;
  while (blocks[row]?.parent === table && blocks[row]?.type === 'caption') row++;
  const first = blocks[row]?.type === 'tableRow' ? cellsOf(spoken, row) : [];
  const isHeading = (cell: number): boolean => {
    const block = blocks[cell];
    return block?.type === 'tableCell' && block.header;
  };
  if (first.length === 0 || !first.every(isHeading)) return undefined;
  return new Map(first.map((cell) => [spoken.columns[cell] ?? 0, cellText(spoken, cell)]));
}

/** Rows of the cells of a table's row. */
function cellsOf({ article, children }: SpokenArticle, row: number): number[] {
  const cells: number[] = [];
  for (let at = row + 1; cells.length < (children[row] ?? 0) && at < article.blocks.length; at++) {
    if (article.blocks[at]?.parent === row) cells.push(at);
  }
  return cells;
}

function cellText(spoken: SpokenArticle, cell: number): string {
  const block = spoken.article.blocks[cell];
  return block ? spokenText(spoken, block.start, block.end) : '';
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
