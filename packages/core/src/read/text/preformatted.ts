import { endsInStop, isBlank, type Line, startOf, textOf } from './line.ts';
import type { Lines } from './lines.ts';

const FENCE = /^(`{3,}|~{3,})\s*([A-Za-z0-9+#_.-]{0,30})$/;
/** Three spaces or a tab between words: nobody writes prose so. */
const COLUMN_GAP = /\S(?: {3,}|\s*\t\s*)\S/;
const TABLE_RULE = /^[|+=:\s-]{3,}$|[\u2500-\u257F]/;
/** What ends or opens a line of a program and hardly ever one of prose. */
const CODE_LINE =
  /[{};]$|^(?:[$>%#] \S|#!|#include\b|\/\/|\/\*|\*\/|<\/?[a-z][^<>]*>|@\w+|\}|(?:const|let|var|def|class|function|import|return|public|private|static|void|int|if|for|while|elif|else|end|fn|func|package|use|using|SELECT|INSERT|UPDATE)\b.*[(){}:;=])|[\w)\]] (?:=|:=|\+=|==|=>|->|&&|\|\|) \S|\w\(.*\);?$/;

/** Without any of these a line is neither; a quick look before the long one. */
const TELLING = /[\t{}();=<>|$#@\u2500-\u257F]| {3}\S/;
/** So much of a line is looked at. */
const MAX_LINE = 200;
/** Prose is seldom indented so far; what follows a program so far in is part of it. */
const CODE_INDENT = 4;

/** An opening fence: what closes it, and the language it names. */
export function fenceOf(line: Line): { fence: string; lang: string } | undefined {
  const match = FENCE.exec(textOf(line));
  return match ? { fence: match[1] as string, lang: match[2] as string } : undefined; // both groups match
}

/**
 * Whether a chunk is a program or a table that lives by its lines and columns. "Clearly" is the rule: half
 * of the lines must look like code, or nearly all have columns.
 */
export function isPreformatted(chunk: Lines): boolean {
  if (chunk.length < 2) return false;
  // A program or table shows at once what it is; prose is left after two lines.
  if (!TELLING.test(chunk.at(0).raw) && !TELLING.test(chunk.at(1).raw)) return false;
  let columns = 0;
  let code = 0;
  let prose = 0;
  for (let i = 0; i < chunk.length; i++) {
    const text = textOf(chunk.at(i)).slice(0, MAX_LINE);
    if (COLUMN_GAP.test(text) || TABLE_RULE.test(text) || isPiped(text)) columns++;
    if (CODE_LINE.test(text)) code++;
    else if (endsInStop(text) && startOf(text) === 'upper' && text.includes(' ')) prose++;
  }
  return columns * 5 >= chunk.length * 4 || (code * 2 >= chunk.length && prose === 0 && code >= 2);
}

/** Index after the last line of the program whose first chunk is `[from, end)`: chunks as deep go on with it. */
export function endOfPreformatted(lines: Lines, from: number, end: number, to: number): number {
  let indent = Infinity;
  for (let i = from; i < end; i++) indent = Math.min(indent, lines.at(i).indent);
  if (indent < CODE_INDENT) return end;
  let last = end;
  for (let i = end; i < to; i++) {
    const line = lines.at(i);
    if (isBlank(line)) continue;
    if (line.indent < indent) break;
    last = i + 1;
  }
  return last;
}

/** The lines as they stand, without the indentation that all of them share. */
export function preformattedText(chunk: Lines): string {
  let shared = Infinity;
  for (let i = 0; i < chunk.length; i++) if (!isBlank(chunk.at(i))) shared = Math.min(shared, chunk.at(i).lead);
  return Array.from({ length: chunk.length }, (_, i) => chunk.at(i).raw.slice(shared)).join('\n');
}

function isPiped(text: string): boolean {
  return text.startsWith('|') && text.endsWith('|') && text.length > 2;
}
