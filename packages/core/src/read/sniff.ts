import type { MediaType } from '../article/types.ts';
import { looksLikeMarkdown } from './sniff-markdown.ts';

/** In code units: enough to know a text by, and little enough that a long one costs no more. */
const SAMPLE = 64 * 1024;

/**
 * Guesses what a text is, by its content alone. HTML has to open as HTML; Markdown has to show syntax that
 * hardly stands in plain text, or several kinds of what might. When in doubt it is plain text, of which
 * nothing is lost.
 */
export function sniff(text: string): MediaType {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  if (looksLikeHtml(sample)) return 'text/html';
  return looksLikeMarkdown(sample) ? 'text/markdown' : 'text/plain';
}

/** What may stand before the first tag: a byte-order mark, white space, comments, an XML declaration. */
const PREAMBLE = /(?:[\s\uFEFF]+|<!--[^]*?-->|<\?xml[^>]*>)/y;
/** Tags that only a page begins with. */
const PAGE_TAG = /<(?:!doctype\s+html|html|head|body)\b/iy;
/** Tags that a fragment may begin with, complete to the `>`. */
const FRAGMENT_TAG = new RegExp(
  `<(${[
    'a|article|aside|audio|b|base|blockquote|br|center|code|dd|details|div|dl|dt|em|fieldset|figure|font|footer|form',
    'frameset|h[1-6]|header|hgroup|hr|i|iframe|img|link|li|main|math|meta|nav|noscript|object|ol|p|picture|pre|q',
    'script|section|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|th|title|tr|u|ul|video',
  ].join('|')})(?:\\s[^<>]*)?/?>`,
  'iy',
);
/** Elements that have no end tag, or need none. */
const NO_END_TAG: ReadonlySet<string> = new Set('base br hr img link meta dd dt li p tbody td th tr'.split(' '));

function looksLikeHtml(sample: string): boolean {
  let at = 0;
  for (let step = match(PREAMBLE, sample, at); step; step = match(PREAMBLE, sample, at)) at += step[0].length;
  if (match(PAGE_TAG, sample, at)) return true;
  const opening = match(FRAGMENT_TAG, sample, at);
  if (!opening) return false;
  const rest = sample.slice(at + opening[0].length);
  // Markdown may open with HTML too: a centred heading, a row of badges.
  if (looksLikeMarkdown(withoutLiterals(sample.slice(at)))) return false;
  const tag = (opening[1] ?? '').toLowerCase();
  if (!NO_END_TAG.has(tag)) return rest.toLowerCase().includes(`</${tag}`) || sample.length === SAMPLE;
  // A sentence about a tag (`<p> is an element`) has a space after it and no other tag.
  return /<\/?[a-z][^<>]*>/i.test(rest) || /^[^\s<]/.test(rest);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Leaves out what may hold anything: code, scripts, styles. */
function withoutLiterals(html: string): string {
  const opening = /<(pre|code|script|style|textarea)\b/gi;
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const end = lower.indexOf(`</${found[1]?.toLowerCase()}`, opening.lastIndex);
    parts.push(html.slice(from, found.index));
    from = end < 0 ? html.length : end;
    if (end < 0) break;
    opening.lastIndex = end;
  }
  parts.push(html.slice(from));
  return parts.join('');
}
