import type { Align } from '../../article/types.ts';
import { textAlign } from './appearance.ts';
import { addCode, codeLanguage, codeText } from './code.ts';
import { attribute, classTokens, type Element, isElement, walk, walkElements } from './nodes.ts';
import type { Entered, Exit, TreeReader } from './tree-reader.ts';

/** HTML Living Standard, 4.9.11: no cell spans more columns or rows than these. */
const MAX_COL_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;

/** A table is a table, the code of a highlighter that numbers lines, or no more than a way to lay out a page. */
export function enterTable(reader: TreeReader, element: Element): Entered {
  const kind = kindOf(element);
  if (kind === 'code') {
    addCode(reader, codeText(element), languageOf(element));
    return 'skip';
  }
  reader.tables.push(kind);
  if (kind === 'layout') {
    reader.paragraphBoundary();
    return (r) => {
      r.tables.pop();
      r.boundary();
    };
  }
  const close = reader.openBlock({ type: 'table' });
  return (r) => {
    r.tables.pop();
    close(r);
  };
}

export function enterCaption(reader: TreeReader): Entered {
  return reader.openBlock({ type: 'caption' });
}

export function enterRow(reader: TreeReader): Entered {
  if (reader.tables.at(-1) !== 'data') return enterBox(reader);
  return reader.openBlock({ type: 'tableRow' });
}

export function enterCell(reader: TreeReader, element: Element): Entered {
  if (reader.tables.at(-1) !== 'data') return enterBox(reader);
  const align = alignOf(element);
  return reader.openBlock({
    type: 'tableCell',
    header: element.tagName === 'th' || isInHead(element),
    colSpan: span(element, 'colspan', MAX_COL_SPAN),
    rowSpan: span(element, 'rowspan', MAX_ROW_SPAN),
    ...(align === undefined ? {} : { align }),
  });
}

function enterBox(reader: TreeReader): Exit {
  reader.paragraphBoundary();
  return (r) => r.boundary();
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return value >= 1 ? Math.min(value, most) : 1;
}

/** A cell's own side, or its row's. */
function alignOf(cell: Element): Align | undefined {
  const own = cell.attrs.length > 0 ? textAlign(cell) : undefined;
  const row = cell.parentNode;
  return own ?? (row && isElement(row) && row.attrs.length > 0 ? textAlign(row) : undefined);
}

function isInHead(cell: Element): boolean {
  const row = cell.parentNode;
  return row !== null && isElement(row) && row.parentNode?.nodeName === 'thead';
}

/** Cells that hold the code beside a column of line numbers. */
const CODE_CELLS: ReadonlySet<string> = new Set([
  'code',
  'blob-code',
  'rouge-code',
  'hljs-ln-code',
  'crayon-code',
  'lntd',
]);
/** What says that a table is meant as one. */
const TABLE_PARTS: ReadonlySet<string> = new Set(['th', 'thead', 'caption', 'colgroup']);
/** What pages have, and data has not. */
const PAGE_PARTS: ReadonlySet<string> = new Set([
  'table',
  'article',
  'section',
  'main',
  'nav',
  'h1',
  'h2',
  'h3',
  'form',
  'aside',
]);
/** How many nodes of a table are looked at before it is taken for what it is: nested tables must not add up. */
const MAX_NODES = 2000;

/**
 * Tables of one column, tables with the role `presentation` and tables that hold parts of a page are
 * layout, unless header cells or a caption say otherwise.
 */
function kindOf(table: Element): 'data' | 'layout' | 'code' {
  const role = attribute(table, 'role')?.trim().toLowerCase();
  if (role === 'presentation' || role === 'none') return 'layout';
  let isMeant = role === 'table' || role === 'grid' || attribute(table, 'summary') !== undefined;
  let hasPageParts = false;
  let isCode = false;
  let nodes = 0;
  let columns = 0;
  let columnsInRow = 0;
  walk(table, (node) => {
    nodes++;
    if (!isElement(node)) return nodes > MAX_NODES ? 'stop' : undefined;
    if (TABLE_PARTS.has(node.tagName)) isMeant = true;
    else if (PAGE_PARTS.has(node.tagName)) hasPageParts = true;
    if (node.tagName === 'tr') columnsInRow = 0;
    else if (node.tagName === 'td' || node.tagName === 'th') {
      columnsInRow++;
      columns = Math.max(columns, columnsInRow);
      isCode ||= isCodeCell(node);
    }
    if (isCode || nodes > MAX_NODES) return 'stop';
    return node.tagName === 'table' ? 'skip' : undefined;
  });
  if (isCode) return 'code';
  return isMeant || (columns > 1 && !hasPageParts) ? 'data' : 'layout';
}

function isCodeCell(cell: Element): boolean {
  if (!classTokens(cell).some((token) => CODE_CELLS.has(token))) return false;
  return (
    classTokens(cell).includes('blob-code') ||
    classTokens(cell).includes('hljs-ln-code') ||
    cell.childNodes.some((node) => isElement(node) && (node.tagName === 'pre' || node.tagName === 'div'))
  );
}

/** The language of a table of code: the code's own, or that of a wrapper around the table. */
function languageOf(table: Element): string | undefined {
  let code: Element | undefined;
  walkElements(table, (element) => {
    if (element.tagName === 'pre') code = element;
    return undefined;
  });
  return (code && codeLanguage(code)) ?? codeLanguage(table);
}
