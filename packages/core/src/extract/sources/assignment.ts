import { parseJson } from './strict-json.ts';

/**
 * A JSON object or array given to a variable of the page: `window.__STATE__ = {`, `var initialData = [`.
 * Fixed words and single classes: nothing here can backtrack far.
 */
const ASSIGNMENT = /(?:window|self|globalThis)(?:\.[\w$]{1,80}|\[["'][\w$]{1,80}["']\])\s{0,8}=\s{0,8}(?=[{[])/g;
/** The same value as a string: `window.__STATE__ = JSON.parse("…")`. */
const QUOTED = /(?:window|self|globalThis)(?:\.[\w$]{1,80}|\[["'][\w$]{1,80}["']\])\s{0,8}=\s{0,8}JSON\.parse\((?=")/g;
/** Objects of one script that are looked at. */
const MOST_VALUES = 20;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Values that a script assigns to variables of the window, as far as they are strict JSON. */
export function parseAssignments(script: string): unknown[] {
  const values: unknown[] = [];
  for (const [pattern, isQuoted] of [
    [ASSIGNMENT, false],
    [QUOTED, true],
  ] as const) {
    let after = 0;
    for (const match of script.matchAll(pattern)) {
      if (values.length >= MOST_VALUES) break;
      const start = match.index + match[0].length;
      // A value is read once: what stands inside of another is a part of it.
      if (start < after) continue;
      after = isQuoted ? endOfString(script, start) : endOfValue(script, start);
      const value = parseJson(script.slice(start, after));
      values.push(isQuoted && typeof value === 'string' ? parseJson(value) : value);
    }
  }
  return values.filter((value) => typeof value === 'object' && value !== null);
}

/** Where the object or array that begins at `start` ends; the end of the script where it never does. */
function endOfValue(script: string, start: number): number {
  let depth = 0;
  for (let i = start; i < script.length; i++) {
    switch (script.charCodeAt(i)) {
      case QUOTE:
        i = endOfString(script, i) - 1;
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth++;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        if (--depth === 0) return i + 1;
        break;
      default:
    }
  }
  return script.length;
}

/** The place after the string that begins with the quote at `start`. */
function endOfString(script: string, start: number): number {
  for (let i = start + 1; i < script.length; i++) {
    const code = script.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i + 1;
  }
  return script.length;
}
