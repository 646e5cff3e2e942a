import type { Draft, DraftBlock } from '@lede/core';
import { type Direction, directionOf } from './bidi.ts';
import { blockLinkId } from './block-link.ts';
import { codeLines } from './code-lines.ts';
import { type LayoutContext, remember } from './context.ts';
import { bodyLine, type BodyLine, fill } from './fill.ts';
import { frameOf, mirrored } from './frame.ts';
import { gapBetween } from './gap.ts';
import { hyphenated } from './hyphenated.ts';
import type { CodeToken } from './options.ts';
import { pictureLines } from './picture-lines.ts';
import { type Part, partsOf } from './parts.ts';
import { imageText, type Piece, shownText } from './shown-text.ts';
import { INSIDE } from './structure.ts';
import { Style, type StyleSet } from './style.ts';
import { type TableColumns, tableColumns } from './table-columns.ts';
import { tableRowLines } from './table-row.ts';

/** Code longer than this, in code units, is not coloured: the highlighter would take longer than a frame may. */
const MOST_COLOURED = 16_000;
/** What a thematic break shows. */
const BREAK = '\u2042';
const NO_TOKENS: readonly CodeToken[] = [];

/** Columns that a unit may use: text keeps to `measure`, code and tables may go on to `wide`. */
export interface Room {
  measure: number;
  wide: number;
  /** A table may take this much by moving to the left. */
  whole: number;
}

/** The lines of one part of a unit with the bars and markers of the blocks around it, up to `root` (-1: the page). */
export function unitLines(context: LayoutContext, unit: number, part: Part, root: number, room: Room): BodyLine[] {
  const { article, structure } = context;
  const frame = frameOf(article, structure, unit, root, room.measure);
  const inner: Room = {
    measure: Math.max(1, room.measure - frame.width),
    wide: Math.max(1, room.wide - frame.width),
    whole: Math.max(1, room.whole - frame.width),
  };
  const lines = contentLines(context, unit, part, frame.style, root, inner);
  const block = article.blocks[unit] as DraftBlock; // a unit is a block
  const isFirst = part.start === block.start;
  if (frame.width === 0) return lines;
  for (const [index, line] of lines.entries()) {
    const edge = isFirst && index === 0 ? frame.first : frame.rest;
    line.segments = line.rtl ? [...line.segments, ...mirrored(edge)] : [...edge, ...line.segments];
    line.width += frame.width;
    if (line.extent !== undefined) line.extent += frame.width;
  }
  return lines;
}

/** Everything inside `root`, a table's cell: its own text, or its blocks one under the other. */
function linesInside(context: LayoutContext, root: number, width: number): BodyLine[] {
  const { article, structure } = context;
  const room: Room = { measure: width, wide: width, whole: width };
  const lines: BodyLine[] = [];
  const end = root + (structure.size[root] ?? 1);
  let before = -1;
  for (let at = root; at < end;) {
    const block = article.blocks[at] as DraftBlock; // in range
    const isUnit = structure.size[at] === 1 || (block.type === 'tableRow' && structure.kind[at] === INSIDE);
    if (!isUnit) {
      at++;
      continue;
    }
    if (before >= 0 && gapBetween(article, structure, before, at).rows > 0)
      lines.push(bodyLine([], false, block.start));
    for (const part of partsOf(article, block)) lines.push(...unitLines(context, at, part, root, room));
    before = at;
    at += structure.size[at] ?? 1;
  }
  // The cell's own style reaches its text through the frame only where the cell is not the root itself.
  const cell = article.blocks[root];
  const style = cell?.type === 'tableCell' && cell.header ? Style.tableHeader : 0;
  if (style !== 0) for (const line of lines) for (const segment of line.segments) segment.style |= style;
  return lines;
}

function contentLines(
  context: LayoutContext,
  unit: number,
  part: Part,
  around: StyleSet,
  root: number,
  room: Room,
): BodyLine[] {
  const { article, options } = context;
  const block = article.blocks[unit] as DraftBlock; // a unit is a block
  switch (block.type) {
    case 'thematicBreak': {
      const before = ' '.repeat(Math.max(0, (room.measure - 1) >> 1));
      return [bodyLine([{ text: before + BREAK, width: before.length + 1, style: Style.rule }], false, block.start)];
    }
    case 'image': {
      // A cell of a table is no place for a picture.
      const picture = root < 0 ? pictureLines(context, block, room.measure) : [];
      const words = block.alt ?? block.title;
      if (picture.length > 0 && words === undefined) return picture;
      const mark = blockLinkId(article, unit);
      const piece: Piece = { text: imageText(words), style: around | Style.image, url: block.url, mark };
      const direction = baseDirection(article);
      const paragraph = directionOf(words ?? '', direction);
      const lines = fill([piece], { width: room.measure, direction, paragraph }, block.start);
      return [...picture, ...lines, ...titleLines(context, block, around, room.measure)];
    }
    case 'embed': {
      const mark = blockLinkId(article, unit);
      const text = `\u25b8 ${block.title ?? block.alt ?? hostOf(block.url)}`;
      const piece: Piece = { text, style: around | Style.link, url: block.url, mark };
      return filled(context, [piece], room.measure, block.start, false);
    }
    case 'code':
      return codeLines(article.text.slice(part.start, part.end), part.start, tokensOf(context, unit), room.wide);
    case 'caption': {
      const pieces = shownText(article, part.start, part.end, around | Style.caption, part.open);
      const lines = filled(context, pieces, room.measure, part.start, false);
      const table = block.parent ?? -1;
      if (article.blocks[table]?.type === 'table') {
        for (const line of lines) line.extent = columnsOf(context, table, room).total;
      }
      return lines;
    }
    case 'tableRow': {
      const columns = columnsOf(context, block.parent ?? -1, room);
      const rows = tableRowLines(context, unit, columns, (cell, width) => linesInside(context, cell, width));
      for (const row of rows) row.extent = columns.total;
      return rows;
    }
    default: {
      const heading = block.type === 'heading';
      const own = heading ? Style.heading | (block.depth > 2 ? Style.subheading : 0) : 0;
      const pieces = shownText(article, part.start, part.end, around | own, part.open);
      return filled(context, pieces, room.measure, part.start, !heading && options.justify === true);
    }
  }
}

/** What an image says beside what it shows: of a figure without a caption in the text the title is one. */
function titleLines(
  context: LayoutContext,
  { alt, title, start }: { alt?: string; title?: string; start: number },
  around: StyleSet,
  width: number,
): BodyLine[] {
  if (title === undefined || alt === undefined || title === alt) return [];
  return filled(context, [{ text: title, style: around | Style.caption }], width, start, false);
}

/** The columns of a table, fitted once for each room. */
function columnsOf({ article, structure, tables }: LayoutContext, table: number, room: Room): TableColumns {
  return remember(tables, `${table}:${room.whole}`, () =>
    tableColumns(article, structure, table, room.measure, room.whole),
  );
}

/** Lines of pieces at a width, hyphenated and justified as the options say. */
export function filled(
  context: LayoutContext,
  pieces: readonly Piece[],
  width: number,
  at: number,
  justify: boolean,
): BodyLine[] {
  const { article, options } = context;
  const direction = baseDirection(article);
  const hyphenator = justify ? options.hyphenator : undefined;
  const shown = hyphenator === undefined ? pieces : hyphenated(pieces, hyphenator);
  return fill(shown, { width, direction, justify }, at);
}

function baseDirection({ meta }: Draft): Direction {
  return meta.direction ?? 'ltr';
}

function tokensOf({ article, options, tokens }: LayoutContext, unit: number): readonly CodeToken[] {
  const { highlighter } = options;
  const block = article.blocks[unit];
  if (!highlighter || block?.type !== 'code' || block.end - block.start > MOST_COLOURED) return NO_TOKENS;
  return remember(tokens, unit, () => {
    const found = highlighter(article.text.slice(block.start, block.end), block.lang) ?? NO_TOKENS;
    return found.map(({ start, end, style }) => ({ start: start + block.start, end: end + block.start, style }));
  });
}

function hostOf(url: string): string {
  return URL.parse(url)?.host || url;
}
