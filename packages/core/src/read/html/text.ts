const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/;
/** A zero-width space is the space between words in scripts that write none: Thai, Lao, Tibetan, Myanmar, Khmer. */
const INVISIBLE_RUN = /[\u00AD\u2060\uFEFF]|(?<![\u0E00-\u109F\u1780-\u17FF])\u200B/g;

/**
 * Leaves out what only tells a browser where it may or must not break a line: soft hyphens, zero-width
 * spaces, word joiners, stray byte-order marks. The joiners of letters stay, they change how letters look, and
 * so do the marks of direction.
 */
export function visibleCharacters(text: string): string {
  return INVISIBLE.test(text) ? text.replace(INVISIBLE_RUN, '') : text;
}

/** As text shows: white space collapsed and trimmed, invisible characters left out. */
export function shownText(text: string): string {
  return visibleCharacters(text)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
}

/** Whether nothing but (collapsible) white space stands in a text. */
export function isWhiteSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return false;
  }
  return true;
}
