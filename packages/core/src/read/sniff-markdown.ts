/** Points that make a text Markdown. */
const ENOUGH = 4;
/** What a sign counts for: `SURE` is enough alone, `STRONG` with any other, `LIKELY` with two. */
const SURE = 4;
const STRONG = 3;
const LIKELY = 2;
/** Signs that plain text and e-mail have too count one each, and not more than this together. */
const MOST_HINTS = 2;

/** How a line has to look, and what it counts; a second such line counts again. */
const LINE_SIGNS: readonly (readonly [pattern: RegExp, points: number])[] = [
  // A fence that names its language, or stands alone.
  [/^ {0,3}(?:`{3,}|~{3,})[a-z][\w+#-]*\s*$/i, SURE],
  [/^ {0,3}`{3,}\s*$/, LIKELY],
  // The line under a table's head.
  [/^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?\s*$/, SURE],
  // A task.
  [/^ {0,8}(?:[-*+]|\d{1,3}\.) \[[ xX]\] \S/, STRONG],
  // The definition of a link or footnote.
  [/^ {0,3}\[[^\]\s][^\]]{0,99}\]: +<?(?:https?:|\/|#|\.)/, STRONG],
  [/^ {0,3}\[\^[^\]\s]{1,50}\]: +\S/, STRONG],
];

/** Signs within lines. Each part of a pattern ends where the next begins, and every repetition has a bound. */
const INLINE_SIGNS: readonly (readonly [pattern: RegExp, points: number])[] = [
  // A link or image with its address.
  [/\[[^[\]\n]{0,300}\]\(<?(?:https?|mailto):[^\s()<>]{1,500}/, SURE],
  [/!?\[[^[\]\n]{1,300}\]\((?:\.{0,2}\/|#)?[^\s()<>]{1,300}(?: "[^"\n]{0,200}")?\)/, STRONG],
  [/(?:^|[\s(])\*\*[^\s*][^*\n]{0,200}\*\*(?:[\s.,;:!?)]|$)/m, LIKELY],
  [/(?:^|[\s(])`[^`\s][^`\n]{0,200}`(?:[\s.,;:!?)]|$)/m, LIKELY],
];

/** What stands in plain text as well. */
const HINTS: readonly RegExp[] = [
  /^ {0,3}[-*+] +\S/m,
  /^ {0,3}\d{1,3}[.)] +\S/m,
  /^ {0,3}> ?\S/m,
  /^\S.*\r?\n(?:={3,}|-{3,})[ \t]*$/m,
  /(?:^|[\s(])__[^\s_][^_\n]{0,200}__(?:[\s.,;:!?)]|$)/m,
  /(?:^|[\s(])[*_][^\s*_][^*_\n]{0,200}[*_](?:[\s.,;:!?)]|$)/m,
  /\[\^[^\]\s]{1,50}\]/,
  /\[[^[\]\n]{1,300}\]\[[^[\]\n]{0,100}\]/,
];

/** An ATX heading. `#tag` is none, and `# 12` may be a number sign. */
const HEADING = /^ {0,3}#{1,6}[ \t]+[^\s#\d]/;
/** Nothing, or the end of an HTML comment. */
const BLANK = /^\s*(?:<!--.*)?(?:-->)?\s*$/;

/**
 * Whether a text shows enough of Markdown: headings, fences, links, tables, tasks, front matter. A list of
 * dashes, a quoted mail or a stressed *word* alone are plain text.
 */
export function looksLikeMarkdown(text: string): boolean {
  if (hasFrontMatter(text)) return true;
  const lines = text.split(/\r\n?|\n/);
  let points = 0;
  for (let i = 0; i < lines.length && points < ENOUGH; i++) {
    const line = lines[i] as string; // in range
    if (/^\s*[\w\p{L}]/u.test(line)) continue; // no sign begins with a letter
    if (isHeading(lines, i)) points += lines.slice(0, i).every((before) => BLANK.test(before)) ? SURE : STRONG;
    for (const [pattern, worth] of LINE_SIGNS) if (pattern.test(line)) points += worth;
  }
  for (const [pattern, worth] of INLINE_SIGNS) {
    if (points < ENOUGH && pattern.test(text)) points += worth;
  }
  if (points === 0 || points >= ENOUGH) return points >= ENOUGH;
  const hints = HINTS.filter((pattern) => pattern.test(text)).length;
  return points + Math.min(hints, MOST_HINTS) >= ENOUGH;
}

/** A heading has a blank line (or another heading) before it; lines of remarks in a script have not. */
function isHeading(lines: readonly string[], i: number): boolean {
  if (!HEADING.test(lines[i] as string)) return false; // callers pass an index in range
  const before = lines[i - 1] ?? '';
  const after = lines[i + 1] ?? '';
  return BLANK.test(before) && !/^#[ \t]/.test(after);
}

/** YAML between `---` lines at the very start, with a key on its first line. */
function hasFrontMatter(text: string): boolean {
  const opening = /^\uFEFF?---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:(?:\s|$)/.exec(text);
  return opening !== null && /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(text.slice(opening[0].length));
}
