import { characterClasses, DIGIT, LINE_END, LOWER, SPACE, UPPER } from './character-class.ts';

/** Bullets that nothing else is written with: a hyphen may be a dash. */
const BULLETS: ReadonlySet<string> = new Set(['\u2022', '\u2023', '\u2043', '\u25E6', '\u25AA', '\u25CF', '\u25A0']);
/** `999.)` is the longest marker. */
const MAX_DIGITS = 3;

/** A marker at the start of an item: what it counts with and how it is written. */
interface Marker {
  value: number;
  style: 'digit' | 'letter';
  closing: string;
  /** Where the marker ends; white space follows. */
  end: number;
}

/**
 * Where the items of a list that is written in one line start, without the first:
 *
 *     1. Wash it 2. Dry it          a) wash b) dry          • Wash it • Dry it
 *                ^                           ^                        ^
 *
 * Only a text that opens with a marker is such a list, and only the very next marker opens an item.
 */
export function inlineItems(text: string): number[] {
  const classes = characterClasses();
  const starts: number[] = [];
  const bullet = text.charAt(0);
  if (BULLETS.has(bullet)) {
    for (let at = text.indexOf(bullet, 1); at > 0; at = text.indexOf(bullet, at + 1)) {
      if (isSpace(classes, text.charCodeAt(at - 1))) starts.push(at);
    }
    return starts;
  }
  let current = markerAt(text, 0);
  if (!current) return starts;
  for (let at = current.end + 1; at < text.length; at++) {
    if (!isSpace(classes, text.charCodeAt(at - 1))) continue;
    const marker = markerAt(text, at);
    if (
      marker &&
      marker.value === current.value + 1 &&
      marker.style === current.style &&
      marker.closing === current.closing &&
      opensItem(classes, text, marker.end)
    ) {
      starts.push(at);
      current = marker;
      at = marker.end;
    }
  }
  return starts;
}

/** Where a bullet and a list marker that open a sentence end: their full stop ends nothing. */
export function skipMarker(text: string, from: number): number {
  const classes = characterClasses();
  // Most sentences open with a word of two letters at least.
  if (classes[text.charCodeAt(from)] === UPPER && classes[text.charCodeAt(from + 1)] === LOWER) return from;
  let at = from;
  if (BULLETS.has(text.charAt(at))) {
    at++;
    while (isSpace(classes, text.charCodeAt(at))) at++;
  }
  const end = markerAt(text, at)?.end ?? at;
  return isSpace(classes, text.charCodeAt(end)) ? end : from;
}

/** The marker at `at`: up to three digits or one letter, then `.`, `)` or `.)`. */
function markerAt(text: string, at: number): Marker | undefined {
  const classes = characterClasses();
  let end = at;
  let value = 0;
  while (end - at < MAX_DIGITS && classes[text.charCodeAt(end)] === DIGIT) {
    value = value * 10 + (text.charCodeAt(end) & 0xf);
    end++;
  }
  const style = end > at ? 'digit' : 'letter';
  if (style === 'letter') {
    const kind = classes[text.charCodeAt(at)];
    if (kind !== LOWER && kind !== UPPER) return undefined;
    value = text.charCodeAt(at);
    end++;
  }
  let closing = '';
  if (text.charAt(end) === '.') closing = '.';
  if (text.charAt(end + closing.length) === ')') closing += ')';
  // "A. Smith and B. Jones" is no list.
  if (closing === '' || (closing === '.' && style === 'letter' && classes[value] === UPPER)) return undefined;
  end += closing.length;
  return isSpace(classes, text.charCodeAt(end)) ? { value, style, closing, end } : undefined;
}

/** An item holds words: "Chapter 2. 3 pages" has none after its number. */
function opensItem(classes: Uint8Array, text: string, markerEnd: number): boolean {
  const kind = classes[text.charCodeAt(markerEnd + 1)];
  return kind !== DIGIT && kind !== SPACE && kind !== LINE_END && kind !== undefined;
}

function isSpace(classes: Uint8Array, code: number): boolean {
  const kind = classes[code];
  return kind === SPACE || kind === LINE_END;
}
