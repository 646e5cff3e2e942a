import { type Line, textOf, toLine } from './line.ts';
import type { Lines } from './lines.ts';

/** A line of a quotation: how deep, and what it says. */
export interface QuotedLine {
  depth: number;
  line: Line;
}

/**
 * Reads the lines from `from` on that start with `>`, as many as follow each other. `undefined`: it is no
 * quotation; ">100 people" alone is none.
 */
export function readQuoted(lines: Lines, from: number, to: number): QuotedLine[] | undefined {
  const quoted: QuotedLine[] = [];
  let isSpaced = true;
  for (let i = from; i < to; i++) {
    const text = textOf(lines.at(i));
    if (!text.startsWith('>')) break;
    const next = text.charAt(1);
    isSpaced &&= next === '' || next === ' ' || next === '>' || next === '\t';
    quoted.push(unquote(text));
  }
  if (quoted.length === 0 || (quoted.length === 1 && !isSpaced)) return undefined;
  // A blank line of a quotation is as deep as the line above it.
  for (let i = 1; i < quoted.length; i++) {
    const { line } = quoted[i] as QuotedLine; // in range
    if (line.raw === '') quoted[i] = { depth: (quoted[i - 1] as QuotedLine).depth, line };
  }
  return quoted;
}

/** Takes the marks off: `> > text`, `>>text`. */
function unquote(text: string): QuotedLine {
  let depth = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '>') {
      depth++;
      at = i + 1;
    } else if (char !== ' ') break;
  }
  if (text.charAt(at) === ' ') at++;
  return { depth, line: toLine(text.slice(at)) };
}
