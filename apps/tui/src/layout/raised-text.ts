const PLAIN = '0123456789+-=()';
const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e';
const LOWERED = '\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208a\u208b\u208c\u208d\u208e';
/** A footnote's number as web pages write it: it needs no sign that it is raised. */
const BRACKETED = /^\[[^[\]]*\]$/;

/** Superscript as characters of the terminal: `2` as `²`, an ordinal's letters as they are, the rest after `^`. */
export function raise(text: string): string {
  return shift(text, RAISED) ?? (isOrdinal(text) || BRACKETED.test(text) ? text : `^${grouped(text)}`);
}

/** Subscript in the same way: `2` as `₂`, `n` as `_n`. */
export function lower(text: string): string {
  return shift(text, LOWERED) ?? `_${grouped(text)}`;
}

/** The longest ending that reads well on the line: 1st, M<sup>me</sup>, Nº. */
function isOrdinal(text: string): boolean {
  return /^\p{L}{1,4}$/u.test(text);
}

/** The text in shifted characters, one for one; `null` where one of them has none. */
function shift(text: string, shifted: string): string | null {
  let result = '';
  for (const character of text) {
    const index = PLAIN.indexOf(character === '\u2212' ? '-' : character);
    if (index < 0) return null;
    result += shifted[index] ?? '';
  }
  return result;
}

function grouped(text: string): string {
  return /[\s+\-*/=]/.test(text) ? `(${text})` : text;
}
