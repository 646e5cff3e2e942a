import { type Article, breakLines } from '@lede/core';
import type { Line } from './line.ts';
import { DEFAULT_MEASURE, type LayoutOptions } from './options.ts';
import type { Position } from './position.ts';
import { Style } from './style.ts';

/** A line with its position in the flow. */
export interface PlacedLine extends Line {
  position: Position;
}

/**
 * The article as lines at one width, laid out lazily: every method costs as much as the lines it touches.
 */
export class Flow {
  readonly article: Article;
  readonly options: LayoutOptions;
  readonly #units: number[];

  constructor(article: Article, options: LayoutOptions) {
    this.article = article;
    this.options = options;
    this.#units = article.blocks.flatMap((_, i) => (article.blocks[i + 1]?.parent === i ? [] : [i]));
  }

  /** The first line. */
  start(): Position {
    return { block: this.#units[0] ?? -1, part: 0, line: 0 };
  }

  /** The last line. */
  end(): Position {
    const block = this.#units.at(-1) ?? -1;
    return { block, part: 0, line: this.#lines(block).length - 1 };
  }

  /** Up to `count` lines from `position` on. */
  linesFrom(position: Position, count: number): PlacedLine[] {
    const found: PlacedLine[] = [];
    for (
      let unit = this.#units.indexOf(position.block), first = position.line;
      found.length < count;
      unit++, first = 0
    ) {
      const block = this.#units[unit];
      if (block === undefined) break;
      const lines = this.#lines(block);
      for (let line = first; line < lines.length && found.length < count; line++) {
        found.push({ ...(lines[line] as Line), position: { block, part: 0, line } }); // in range
      }
    }
    return found;
  }

  /** The position `lines` further down (up where negative); stops at both ends. */
  move(position: Position, lines: number): Position {
    let unit = this.#units.indexOf(position.block);
    let line = position.line + lines;
    while (line < 0 && unit > 0) line += this.#lines(this.#units[--unit] as number).length;
    while (unit < this.#units.length - 1 && line >= this.#lines(this.#units[unit] as number).length) {
      line -= this.#lines(this.#units[unit++] as number).length;
    }
    const block = this.#units[unit] ?? -1;
    return { block, part: 0, line: Math.max(0, Math.min(line, this.#lines(block).length - 1)) };
  }

  /** How many lines `to` stands below `from`, counted up to `max` either way. */
  distance(from: Position, to: Position, max: number): number {
    const down = this.linesFrom(from, max + 1).findIndex((l) => same(l.position, to));
    if (down >= 0) return down;
    const up = this.linesFrom(to, max + 1).findIndex((l) => same(l.position, from));
    return up >= 0 ? -up : from.block < to.block ? max : -max;
  }

  /** The topmost position that still fills a screen of `rows` rows. */
  lastTop(rows: number): Position {
    return this.move(this.end(), 1 - rows);
  }

  /** The line that shows the character at `offset` of the article's text. */
  locate(offset: number): Position {
    let best = this.start();
    for (const block of this.#units) {
      if ((this.article.blocks[block]?.start ?? 0) > offset) break;
      const lines = this.#lines(block);
      const line = lines.findLastIndex((l) => l.end > l.start && l.start <= offset);
      best = { block, part: 0, line: Math.max(0, line) };
    }
    return best;
  }

  /** The offset at which the line starts in the article's text. */
  offsetAt(position: Position): number {
    return this.#lines(position.block)[position.line]?.start ?? 0;
  }

  /** How much of the article stands before the end of the line, 0 to 1. */
  progress(position: Position): number {
    const { length } = this.article.text;
    return length === 0 ? 1 : (this.#lines(position.block)[position.line]?.end ?? 0) / length;
  }

  #lines(block: number): Line[] {
    const row = this.article.blocks[block];
    if (!row) return [];
    const { columns, measure = DEFAULT_MEASURE } = this.options;
    const width = Math.max(1, Math.min(measure, columns - 4));
    const left = Math.floor((columns - width) / 2);
    const base = { left, block, overflows: false };
    const blank: Line = { ...base, segments: [], width: 0, start: row.start, end: row.start };
    const style = row.type === 'heading' ? Style.heading : 0;
    const lines = breakLines(this.article.text, width, { start: row.start, end: row.end }).map(
      ({ start, end, width }): Line => ({
        ...base,
        start,
        end,
        width,
        segments: [{ text: this.article.text.slice(start, end), width, style, start, end }],
      }),
    );
    return block === this.#units[0] ? lines : [blank, ...lines];
  }
}

function same(a: Position, b: Position): boolean {
  return a.block === b.block && a.part === b.part && a.line === b.line;
}
