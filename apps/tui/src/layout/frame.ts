import type { Draft, DraftBlock } from '@lede/core';
import { cellWidth } from '@lede/core';
import type { Segment } from './line.ts';
import { printable } from './printable.ts';
import type { Structure } from './structure.ts';
import { Style, type StyleSet } from './style.ts';
import { unitAfter } from './unit-order.ts';

/** What stands before the lines of a block because of the blocks around it: bars, bullets, indents. */
export interface Frame {
  /** Before its first line. */
  first: Segment[];
  /** Before every other one, and before blank lines inside. */
  rest: Segment[];
  /** Columns of either. */
  width: number;
  /** What the blocks around make of its text. */
  style: StyleSet;
}

/** Text keeps this many columns, or half of them, however deep it is nested: what is deeper is not indented further. */
const LEAST_TEXT = 24;
const BULLETS = ['\u2022', '\u25e6', '\u2023'] as const;
const QUOTE_BAR = '\u2502 ';
const ASIDE_BAR = '\u2506 ';

/**
 * The frame of block `at` inside `root` (-1: the page), where lines have `room` columns. A list item's marker
 * stands before its first unit only.
 */
export function frameOf(article: Draft, structure: Structure, at: number, root: number, room: number): Frame {
  const { blocks } = article;
  const around: number[] = [];
  for (let up = at; up !== root && up >= 0; up = blocks[up]?.parent ?? -1) around.push(up);
  const frame: Frame = { first: [], rest: [], width: 0, style: 0 };
  const most = Math.max(room - LEAST_TEXT, room >> 1);
  let lists = 0;
  for (const index of around.toReversed()) {
    const block = blocks[index] as DraftBlock; // an ancestor
    if (block.type === 'list') lists++;
    frame.style |= styleOf(block);
    const edge = edgeOf(article, structure, index, lists);
    if (edge === null) continue;
    const width = cellWidth(edge.text);
    if (frame.width + width > most) continue;
    const segment: Segment = { text: edge.text, width, style: edge.style };
    const isMarker = edge.style === Style.marker;
    frame.first.push(isMarker && !beginsWith(structure, index, at) ? blank(width) : segment);
    frame.rest.push(isMarker ? blank(width) : segment);
    frame.width += width;
  }
  return frame;
}

/** The bar or marker that a block puts before its content. */
function edgeOf(
  { blocks }: Draft,
  structure: Structure,
  index: number,
  lists: number,
): { text: string; style: StyleSet } | null {
  const block = blocks[index] as DraftBlock; // the caller walks over blocks
  switch (block.type) {
    case 'blockquote':
      return { text: QUOTE_BAR, style: Style.rule };
    case 'aside':
      return { text: ASIDE_BAR, style: Style.rule };
    case 'footnoteDefinition':
      return { text: `${printable(block.label)}. `, style: Style.marker };
    case 'listItem': {
      const list = block.parent === null ? undefined : blocks[block.parent];
      const box = block.checked === undefined ? '' : block.checked ? '[x] ' : '[ ] ';
      if (list?.type !== 'list' || !list.ordered) {
        return { text: box || `${BULLETS[(lists - 1) % BULLETS.length] ?? '-'} `, style: Style.marker };
      }
      // Numbers of one list stand right-aligned, so that its texts begin in one column.
      const last = String(structure.number[block.parent ?? 0] ?? 0);
      const number = String(structure.number[index] ?? 0);
      return { text: `${number.padStart(last.length)}. ${box}`, style: Style.marker };
    }
    default:
      return null;
  }
}

function styleOf(block: DraftBlock): StyleSet {
  switch (block.type) {
    case 'blockquote':
      return Style.quoted;
    case 'caption':
      return Style.caption;
    case 'tableCell':
      return block.header ? Style.tableHeader : 0;
    default:
      return 0;
  }
}

/** Whether `at` is the first unit that `container` shows. */
function beginsWith(structure: Structure, container: number, at: number): boolean {
  return container === at || unitAfter(structure, container) === at;
}

function blank(width: number): Segment {
  return { text: ' '.repeat(width), width, style: 0 };
}

/** The segments of a frame for a line set from right to left: in the other order, each turned round. */
export function mirrored(segments: readonly Segment[]): Segment[] {
  return segments.toReversed().map(({ text, width, style }) => ({ text: turned(text), width, style }));
}

function turned(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return text;
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  const number = /^(\S+)\.$/.exec(trimmed)?.[1];
  return ' '.repeat(after) + (number === undefined ? trimmed : `.${number}`) + ' '.repeat(before);
}
