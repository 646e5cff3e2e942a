import type { Draft } from '@lede/core';
import type { Structure } from './structure.ts';
import { meet } from './unit-order.ts';

/** What stands between two neighbouring units. */
export interface Gap {
  /** Empty rows. */
  rows: 0 | 1;
  /** The nearest block around both; its quote bars go on through the gap. -1: none. */
  around: number;
  /** A short rule that parts the footnotes from the text. */
  rule: boolean;
}

/** The gap between unit `before` and unit `unit`: a blank line, none in tables, captions and tight lists. */
export function gapBetween(article: Draft, structure: Structure, before: number, unit: number): Gap {
  const { blocks } = article;
  const { around, left, right } = meet(article, before, unit);
  const rule = isFootnote(article, right) && !isFootnote(article, left);
  return { rows: rule ? 1 : rowsBetween(), around, rule };

  function rowsBetween(): 0 | 1 {
    const [l, r] = [blocks[left]?.type, blocks[right]?.type];
    if (l === 'caption' || r === 'caption') return 0;
    switch (blocks[around]?.type) {
      case 'table':
      case 'tableRow':
        return structure.size[left] === 1 || r === 'tableRow' ? 0 : 1;
      case 'list':
        return structure.loose[around] === 1 ? 1 : 0;
      case 'listItem': {
        const list = blocks[around]?.parent ?? -1;
        return r === 'list' && structure.loose[list] !== 1 ? 0 : 1;
      }
      default:
        return isFootnote(article, left) && isFootnote(article, right) ? 0 : 1;
    }
  }
}

function isFootnote({ blocks }: Draft, block: number): boolean {
  return blocks[block]?.type === 'footnoteDefinition';
}
