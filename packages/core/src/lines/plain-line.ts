import { lineClassOf, traitsOf } from './character-table.ts';
import { type BreakContext, mayBreak } from './context-rules.ts';
import { type LineSpan, SPACE, trimEnd } from './line-span.ts';
import { cutWord } from './overlong-word.ts';
import { BREAK, LOOK, pairRule } from './pair-rules.ts';

/**
 * The line that starts at `start`, where `text` is known to be printable ASCII up to `plainEnd` and the line is
 * full before that: one character is one column, so only the end of the line has to be looked at. The same line
 * as `fullLine`'s; `null` where what follows the line has to be known for it.
 */
export function plainLine(context: BreakContext, start: number, width: number, plainEnd: number): LineSpan | null {
  const { text, limit, rules, table } = context;
  for (let at = start + width; at > start; at--) {
    const unit = text.charCodeAt(at);
    let after = at;
    if (unit === SPACE) {
      // Only the first place looked at can be a space that is followed by spaces.
      while (after < plainEnd && text.charCodeAt(after) === SPACE) after++;
      if (after === limit) {
        const end = trimEnd(text, start, at);
        return { start, end, width: end - start, hyphen: false, next: null };
      }
      if (after === plainEnd) return null;
    }
    const end = unit === SPACE || text.charCodeAt(at - 1) === SPACE ? trimEnd(text, start, at) : at;
    if (end === start) return null;
    const a = lineClassOf(traitsOf(text.charCodeAt(end - 1), table));
    const b = lineClassOf(traitsOf(text.charCodeAt(after), table));
    const rule = pairRule(rules, a, b);
    const bits = end < after ? rule >> 1 : rule;
    if ((bits & BREAK) !== 0 || ((bits & LOOK) !== 0 && mayBreak(context, start, end, after, a, b))) {
      return { start, end, width: end - start, hyphen: false, next: after };
    }
    at = end;
  }
  return cutWord(text, start, trimEnd(text, start, start + width), limit);
}
