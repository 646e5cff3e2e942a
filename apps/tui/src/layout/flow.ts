import type { Draft, DraftBlock } from '@lede/core';
import { type LayoutContext, remember } from './context.ts';
import { bodyLine, type BodyLine } from './fill.ts';
import { frameOf, mirrored } from './frame.ts';
import { gapBetween } from './gap.ts';
import type { Line } from './line.ts';
import { LineCache } from './line-cache.ts';
import type { LayoutOptions } from './options.ts';
import { pageOf } from './page.ts';
import { type Part, partsOf } from './parts.ts';
import { comparePositions, type Position } from './position.ts';
import { structureOf } from './structure.ts';
import { Style } from './style.ts';
import { type TitleBlock, titleBlockOf, titleLines } from './title-block.ts';
import { unitAfter, unitAtOffset, unitBefore } from './unit-order.ts';
import { type Room, unitLines } from './unit-lines.ts';

/** A line with its position in the flow. */
export interface PlacedLine extends Line {
  position: Position;
}

/** Lines kept laid out: some tens of screens. */
const CACHED_LINES = 4000;
/** More parts than any block has; keeps keys of the cache apart. */
const MOST_PARTS = 2 ** 20;
/** Columns of the rule that parts footnotes from the text. */
const FOOTNOTE_RULE = 12;
/** The title block, where no block of the article stands for it. */
const TITLE = -1;

/**
 * The article as lines at one width, laid out lazily: every method costs as much as the lines it touches,
 * however long the article is. Only the constructor looks at every block once.
 */
export class Flow {
  readonly article: Draft;
  readonly options: LayoutOptions;
  readonly #context: LayoutContext;
  readonly #cache = new LineCache<PlacedLine>(CACHED_LINES);
  readonly #title: TitleBlock | null;

  /** `like`: another flow of the article, of which what does not depend on the options is taken over. */
  constructor(article: Draft, options: LayoutOptions, like?: Flow) {
    this.article = article;
    this.options = options;
    this.#context = {
      article,
      options,
      structure: like?.article === article ? like.#context.structure : structureOf(article),
      page: pageOf(options),
      tables: new Map(),
      parts: new Map(),
      tokens: new Map(),
    };
    this.#title = titleBlockOf(this.#context);
  }

  /** The first line. */
  start(): Position {
    return { block: this.#firstUnit(), part: 0, line: 0 };
  }

  /** The last line. */
  end(): Position {
    const last = unitBefore(this.article, this.#context.structure, this.article.blocks.length);
    return this.#lastOf(last < 0 ? this.#firstUnit() : last);
  }

  /** Up to `count` lines from `position` on. */
  linesFrom(position: Position, count: number): PlacedLine[] {
    const found: PlacedLine[] = [];
    let { line } = position;
    for (let at: Position | null = position; at && found.length < count; at = this.#nextPart(at), line = 0) {
      const lines = this.#lines(at.block, at.part);
      for (; line < lines.length && found.length < count; line++) found.push(lines[line] as PlacedLine); // in range
    }
    return found;
  }

  /** The position `lines` further down (up where negative); stops at both ends. */
  move(position: Position, lines: number): Position {
    let at: Position = position;
    let line = position.line + lines;
    while (line < 0) {
      const before = this.#previousPart(at);
      if (!before) return { ...at, line: 0 };
      at = before;
      line += this.#lines(at.block, at.part).length;
    }
    for (let length = this.#lines(at.block, at.part).length; line >= length;) {
      const after = this.#nextPart(at);
      if (!after) return { ...at, line: Math.max(0, length - 1) };
      line -= length;
      at = after;
      ({ length } = this.#lines(at.block, at.part));
    }
    return { ...at, line };
  }

  /** How many lines `to` stands below `from` (negative: above), at most `max` either way. */
  distance(from: Position, to: Position, max: number): number {
    const order = comparePositions(from, to);
    if (order > 0) return -this.distance(to, from, max) || 0;
    let count = -from.line;
    for (let at: Position | null = from; at; at = this.#nextPart(at)) {
      if (at.block === to.block && at.part === to.part) return Math.min(max, count + to.line);
      count += this.#lines(at.block, at.part).length;
      if (count > max) return max;
    }
    return max;
  }

  /** The topmost position that still fills a screen of `rows` rows. */
  lastTop(rows: number): Position {
    return this.move(this.end(), 1 - rows);
  }

  /**
   * The line that shows the character at `offset` of the article's text; between two blocks the last line of the
   * first.
   */
  locate(offset: number): Position {
    const unit = unitAtOffset(this.article, this.#context.structure, offset);
    if (unit < 0) return this.start();
    const parts = this.#parts(unit);
    let part = parts.length - 1;
    while (part > 0 && (parts[part]?.start ?? 0) > offset) part--;
    return { block: unit, part, line: lineAt(this.#lines(unit, part), offset) };
  }

  /** The offset at which the line starts in the article's text. */
  offsetAt(position: Position): number {
    return this.#lines(position.block, position.part)[position.line]?.start ?? 0;
  }

  /** How much of the article stands before the end of the line, 0 to 1. */
  progress(position: Position): number {
    const { length } = this.article.text;
    if (length === 0 || comparePositions(position, this.end()) >= 0) return 1;
    return (this.#lines(position.block, position.part)[position.line]?.end ?? 0) / length;
  }

  #firstUnit(): number {
    if (this.#title?.unit === TITLE) return TITLE;
    return unitAfter(this.#context.structure, -1);
  }

  #parts(unit: number): Part[] {
    const block = this.article.blocks[unit];
    if (!block) return [{ start: 0, end: 0, open: [] }];
    if (block.type === 'tableRow') return [{ start: block.start, end: block.end, open: [] }];
    return remember(this.#context.parts, unit, () => partsOf(this.article, block));
  }

  #lastOf(unit: number): Position {
    const part = this.#parts(unit).length - 1;
    return { block: unit, part, line: Math.max(0, this.#lines(unit, part).length - 1) };
  }

  #nextPart({ block, part }: Position): Position | null {
    if (part + 1 < this.#parts(block).length) return { block, part: part + 1, line: 0 };
    const next = unitAfter(this.#context.structure, block);
    return next < 0 ? null : { block: next, part: 0, line: 0 };
  }

  #previousPart({ block, part }: Position): Position | null {
    if (part > 0) return { block, part: part - 1, line: 0 };
    if (block === TITLE) return null;
    const before = unitBefore(this.article, this.#context.structure, block);
    if (before < 0) return this.#title?.unit === TITLE ? { block: TITLE, part: 0, line: 0 } : null;
    return { block: before, part: this.#parts(before).length - 1, line: 0 };
  }

  #lines(unit: number, part: number): readonly PlacedLine[] {
    return this.#cache.get((unit + 1) * MOST_PARTS + part, () => this.#place(unit, part, this.#layOut(unit, part)));
  }

  /** The lines of a part, those between the unit before and this one included. */
  #layOut(unit: number, part: number): BodyLine[] {
    const { page } = this.#context;
    if (unit === TITLE) return this.#title ? titleLines(this.#context, this.#title) : [];
    const range = this.#parts(unit)[part];
    const block = this.article.blocks[unit];
    if (!range || !block) return [];
    const room: Room = { measure: page.measure, wide: page.wide, whole: page.wide + page.left - page.margin };
    const lines =
      this.#title?.unit === unit
        ? titleLines(this.#context, this.#title)
        : unitLines(this.#context, unit, range, -1, room);
    return part === 0 ? [...this.#gapBefore(unit, block, lines[0]), ...lines] : lines;
  }

  /** What stands between the unit before and this one, of which `next` is the first line. */
  #gapBefore(unit: number, block: DraftBlock, next: BodyLine | undefined): BodyLine[] {
    const { structure, page } = this.#context;
    const before = unitBefore(this.article, structure, unit);
    if (before < 0) return this.#title?.unit === TITLE ? [bodyLine([], false, block.start)] : [];
    const { rows, around, rule } = gapBetween(this.article, structure, before, unit);
    const lines: BodyLine[] = [];
    const rtl = next?.rtl ?? false;
    if (rows > 0) {
      const { rest } = frameOf(this.article, structure, around, -1, page.measure);
      // Bars go on through the gap, what would only be spaces does not.
      const hasBar = rest.some((segment) => segment.style !== 0);
      lines.push(bodyLine(!hasBar ? [] : rtl ? mirrored(rest) : rest, rtl, block.start));
    }
    if (rule) {
      const width = Math.min(FOOTNOTE_RULE, page.measure);
      lines.push(bodyLine([{ text: '\u2500'.repeat(width), width, style: Style.rule }], rtl, block.start));
    }
    return lines;
  }

  /** Puts lines on the page. */
  #place(unit: number, part: number, lines: readonly BodyLine[]): PlacedLine[] {
    const { page } = this.#context;
    const { columns } = this.options;
    return lines.map(({ segments, width, start, end, rtl, extent }, line) => {
      let { left } = page;
      // A table wider than the text is centred by itself, and its caption stands over it.
      if (extent !== undefined && extent > page.measure) {
        left = Math.max(page.margin, Math.floor((columns - extent) / 2));
        if (rtl) left += Math.max(0, extent - width);
      } else if (rtl) left += Math.max(0, page.measure - width);
      const overflows = left + width > columns;
      const position: Position = { block: unit, part, line };
      const placed: PlacedLine = { left, width, segments, block: unit, start, end, overflows, position };
      return rtl ? { ...placed, rtl } : placed;
    });
  }
}

/** Index of the line that shows `offset`; of the last that begins before it where none does. */
function lineAt(lines: readonly Line[], offset: number): number {
  // The cells of a table's row stand side by side: only their segments say what a line shows.
  const shows = lines.findIndex((line) => line.segments.some(({ start, end }) => holds(start, end, offset)));
  if (shows >= 0) return shows;
  const before = lines.findLastIndex((line) => line.start <= offset && line.start < line.end);
  return before >= 0
    ? before
    : Math.max(
        0,
        lines.findIndex((line) => line.segments.length > 0),
      );
}

function holds(start: number | undefined, end: number | undefined, offset: number): boolean {
  return start !== undefined && end !== undefined && start <= offset && offset < end;
}
