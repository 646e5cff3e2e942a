import { graphemeEnd } from '@lede/core';
import bidiModule, { type Bidi } from 'bidi-js';

export type Direction = 'ltr' | 'rtl';

/** Letters and marks of right-to-left scripts, and the marks and controls that set a direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Its types describe an ES module, its default export as a bundler and Node see it is the function itself. */
const createBidi = bidiModule as unknown as () => Bidi;
let bidi: Bidi | undefined;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Direction of a paragraph: that of its first letter, `otherwise` where it has none. */
export function directionOf(text: string, otherwise: Direction): Direction {
  const first = /[\p{L}\u200e\u200f]/u.exec(text)?.[0];
  if (first === undefined) return otherwise;
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

/** A stretch of a line in visual order; `text` stands for it where it differs from the text itself. */
export interface Run {
  start: number;
  end: number;
  text?: string;
}

/**
 * The Unicode Bidirectional Algorithm for one paragraph: returns a function that gives the stretches of a line
 * from left to right. Left-to-right text comes in stretches as long as they can be, right-to-left text one
 * grapheme cluster at a time, brackets mirrored.
 */
export function visualOrder(text: string, direction: Direction): (start: number, end: number) => Run[] {
  const algorithm = (bidi ??= createBidi());
  const { levels } = algorithm.getEmbeddingLevels(text, direction);
  return (start, end) => {
    const clusters: (Run & { level: number })[] = [];
    let highest = 0;
    let lowestOdd = 255;
    for (let at = start; at < end;) {
      const level = levels[at] ?? 0;
      const next = Math.min(end, graphemeEnd(text, at));
      const last = clusters.at(-1);
      if (last && level % 2 === 0 && last.level === level) {
        last.end = next;
      } else {
        clusters.push({ start: at, end: next, level });
        highest = Math.max(highest, level);
        if (level % 2 === 1) lowestOdd = Math.min(lowestOdd, level);
      }
      at = next;
    }
    // Rule L2: from the highest level down to the lowest odd one, turn round what is at least as high.
    for (let level = highest; level >= lowestOdd; level--) {
      for (let i = 0; i < clusters.length; i++) {
        if ((clusters[i]?.level ?? 0) < level) continue;
        let j = i;
        while (j + 1 < clusters.length && (clusters[j + 1]?.level ?? 0) >= level) j++;
        reverse(clusters, i, j);
        i = j;
      }
    }
    return clusters.map(({ start: from, end: to, level }) => {
      if (level % 2 === 0) return { start: from, end: to };
      const mirrored = algorithm.getMirroredCharacter(text.slice(from, to));
      return { start: from, end: to, text: mirrored ?? text.slice(from, to) };
    });
  };
}

function reverse(items: unknown[], from: number, to: number): void {
  for (let i = from, j = to; i < j; i++, j--) [items[i], items[j]] = [items[j], items[i]];
}
