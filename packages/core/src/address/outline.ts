import type { Draft, HeadingDepth, Span } from '../article/types.ts';
import { lastStartingBy } from './locate.ts';
import { shownText } from './shown-text.ts';

/** A heading and what stands under it, to the next heading that is not deeper. */
export interface Section extends Span {
  /** Index of the heading in `article.blocks`. */
  block: number;
  depth: HeadingDepth;
  title: string;
  /** Index, in the outline, of the section that this one is a part of. */
  parent: number | null;
}

/** The sections of an article in order, as flat rows. All headings count, in quotations too. */
export function outline(article: Draft): Section[] {
  const sections: Section[] = [];
  /** The sections that go on, outermost first. */
  const open: number[] = [];
  for (const [row, block] of article.blocks.entries()) {
    if (block.type !== 'heading') continue;
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const section = sections[last] as Section; // `open` holds indexes of `sections`
      if (section.depth < block.depth) break;
      section.end = block.start;
      open.pop();
    }
    const parent = open.at(-1) ?? null;
    const section: Section = {
      block: row,
      depth: block.depth,
      title: shownText(article, block),
      parent,
      start: block.start,
      end: article.text.length,
    };
    open.push(sections.push(section) - 1);
  }
  return sections;
}

/** Index of the innermost section that an offset lies in; `undefined` before the first heading. */
export function sectionAt(sections: readonly Section[], offset: number): number | undefined {
  const row = lastStartingBy(sections, offset);
  return row < 0 ? undefined : row;
}
