import { isBlank, type Line, textOf } from './line.ts';
import type { Lines } from './lines.ts';

const DEFINITION = /^\[(\d{1,4}|[*\u2020\u2021])\]\s+(?=\S)/;
const REFERENCE = /\[(\d{1,4}|[*\u2020\u2021])\]/g;

/** A footnote's lines, the first without its label. */
export interface Footnote {
  label: string;
  lines: Line[];
}

/** Footnotes at the end of a document, and where they start. */
export interface Footnotes {
  start: number;
  notes: Footnote[];
  labels: ReadonlySet<string>;
}

/**
 * Finds the footnotes at the end: lines that open with `[1]`, each referred to in the text before, with
 * the lines that go on with them. Where one label is missing in the text, or stands twice, none is taken
 * for a footnote.
 */
export function findFootnotes(lines: Lines, from: number, to: number): Footnotes | undefined {
  let start = to;
  // Chunk by chunk from the end, as long as each opens with a label or goes on with the one above it.
  for (let end = to; end > from;) {
    while (end > from && isBlank(lines.at(end - 1))) end--;
    let top = end;
    while (top > from && !isBlank(lines.at(top - 1))) top--;
    if (top === end) break;
    const first = lines.at(top);
    if (DEFINITION.test(textOf(first))) start = top;
    else if (first.indent < 2) break;
    end = top;
  }
  if (start === to) return undefined;
  const notes = readNotes(lines, start, to);
  const labels = new Set(notes.map(({ label }) => label));
  if (labels.size < notes.length) return undefined;
  const missing = new Set(labels);
  for (let i = from; i < start && missing.size > 0; i++) {
    const { raw } = lines.at(i);
    if (raw.includes('[')) for (const match of raw.matchAll(REFERENCE)) missing.delete(match[1] as string);
  }
  return missing.size === 0 ? { start, notes, labels } : undefined;
}

function readNotes(lines: Lines, from: number, to: number): Footnote[] {
  const notes: Footnote[] = [];
  for (let i = from; i < to; i++) {
    const line = lines.at(i);
    const match = DEFINITION.exec(textOf(line));
    if (match) {
      const lead = line.lead + match[0].length;
      notes.push({ label: match[1] as string, lines: [{ ...line, lead, indent: line.indent + match[0].length }] });
    } else {
      notes.at(-1)?.lines.push(line);
    }
  }
  return notes;
}

/** Cuts a text at its references to `labels`: text and label take turns, text first. */
export function splitAtReferences(text: string, labels: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const label = match[1] as string; // the expression has it
    if (!labels.has(label)) continue;
    parts.push(text.slice(from, match.index), label);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
