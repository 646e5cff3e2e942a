import {
  CLUSTER,
  clusterClassOf,
  columnsOf,
  isEast,
  LINE,
  lineClassOf,
  type Traits,
  traitsOf,
} from './character-table.ts';
import { advance, type ClusterState, joins, widen } from './cluster.ts';
import { type BreakContext, mayBreak } from './context-rules.ts';
import type { LineSpan } from './line-span.ts';
import { cutWord } from './overlong-word.ts';
import { BREAK, LOOK, pairRule } from './pair-rules.ts';

const { AL, CM, LF, QF, SP, ZW, ZWJ } = LINE;
const SOFT_HYPHEN = 0xad;
const JOINER = 0x200d;
/** Has the traits of every letter that has no others: narrow, alone, not to be broken from its like. */
const LETTER = 0x61;

/**
 * The line of at most `width` columns that starts at `start`, for text of any script: one pass over its
 * characters that keeps the last place where it may end.
 */
export function fullLine(context: BreakContext, start: number, width: number): LineSpan {
  const { text, limit, table, rules } = context;
  const { low } = table;
  const letter = traitsOf(LETTER, table);
  /** Class of the last character that is no white space; -1 before the first. */
  let before = -1;
  /** Where that character ended, and the line's columns up to there. */
  let end = start;
  let endWidth = 0;
  let joined = false;
  /** The cluster that is being read. */
  let clusterStart = start;
  let clusterBase = 0;
  let clusterColumns = 0;
  let lastCluster: number = CLUSTER.Control;
  let state: ClusterState = 0;
  let used = 0;
  /** Traits of the character before. */
  let lastTraits = -1;
  /** The last place to break: what starts the next line, and the line's end and columns. -1: none yet. */
  let next = -1;
  let breakEnd = start;
  let breakWidth = 0;
  let breakHyphen = false;

  for (let at = start; at < limit;) {
    let codePoint = text.charCodeAt(at);
    let size = 1;
    let traits: Traits;
    if (codePoint >= 0xd800 && codePoint <= 0xdbff) {
      codePoint = text.codePointAt(at) as number; // in range
      if (codePoint > 0xffff) size = 2;
      traits = traitsOf(codePoint, table);
    } else {
      traits = low[codePoint] || traitsOf(codePoint, table);
    }
    // A letter after a letter can neither end the line nor join with anything: most of most texts.
    if (traits === letter && lastTraits === letter && used < width) {
      clusterStart = at;
      clusterBase = codePoint;
      at += size;
      end = at;
      endWidth = ++used;
      continue;
    }
    lastTraits = traits;
    let cls = lineClassOf(traits);
    if (cls === LF) return { start, end, width: endWidth, hyphen: false, next: at + 1 };
    const cluster = clusterClassOf(traits);
    const cells = columnsOf(traits);

    const isJoined =
      at > start && (cluster !== 0 || lastCluster === CLUSTER.Prepend) && joins(lastCluster, state, cluster);
    if (cls === SP && !isJoined) {
      used += cells;
      lastCluster = cluster;
      state = 0;
      clusterStart = at;
      joined = false;
      at += size;
      continue;
    }

    // May the line end before this character?
    const isMark = cls === CM || cls === ZWJ;
    const attaches = isMark && before >= 0 && before !== ZW && end === at;
    if (isMark && !attaches) cls = AL;
    if (before >= 0 && !attaches && !isJoined && !joined) {
      const rule = pairRule(rules, before, cls);
      const isSpaced = end < at;
      const bits = isSpaced ? rule >> 1 : rule; // BREAK_SPACED becomes BREAK, LOOK_SPACED LOOK
      if (bits !== 0) {
        // The apostrophe in don’t is the commonest case of all: nothing but East Asian text breaks after it.
        const looks = (bits & LOOK) !== 0 && (before !== QF || isSpaced || isEast(traits));
        const allowed = (bits & BREAK) !== 0 || (looks && mayBreak(context, start, end, at, before, cls));
        if (allowed) {
          const hyphen = !isSpaced && text.charCodeAt(at - 1) === SOFT_HYPHEN;
          if (!hyphen || endWidth < width) {
            next = at;
            breakEnd = end;
            breakHyphen = hyphen;
            breakWidth = hyphen ? endWidth + 1 : endWidth;
          }
        }
      }
    }

    // Does it fit?
    if (isJoined) {
      const wider = widen(clusterColumns, clusterBase, codePoint, cells, table);
      used += wider - clusterColumns;
      clusterColumns = wider;
      state = advance(state, cluster);
    } else {
      used += cells;
      clusterStart = at;
      clusterBase = codePoint;
      clusterColumns = cells;
      state = cluster === 0 ? 0 : advance(0, cluster);
    }
    if (used > width && clusterStart > start) {
      if (next >= 0) return { start, end: breakEnd, width: breakWidth, hyphen: breakHyphen, next };
      // Spaces before what does not fit are no part of the word.
      return cutWord(text, start, end < clusterStart && end > start ? end : clusterStart, limit);
    }
    lastCluster = cluster;
    joined = codePoint === JOINER; // LB8a
    if (!attaches) before = cls;
    at += size;
    end = at;
    endWidth = used;
  }
  return { start, end, width: endWidth, hyphen: false, next: null };
}
