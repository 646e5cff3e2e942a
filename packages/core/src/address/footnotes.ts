import type { Draft, Span } from '../article/types.ts';
import { shownText } from './shown-text.ts';

export interface Footnote {
  label: string;
  /** Where the text refers to it, in order; empty where it never does. */
  references: Span[];
  /** Index in `article.blocks` of its definition; absent where there is none. */
  block?: number;
  /** The definition on one line; absent where there is none. */
  text?: string;
}

/**
 * Every footnote, in the order in which the text first refers to them, then those it never refers to.
 * Of two definitions with one label the first counts.
 */
export function footnotes(article: Draft): Footnote[] {
  const notes = new Map<string, Footnote>();
  const noteOf = (label: string): Footnote => {
    let note = notes.get(label);
    if (!note) notes.set(label, (note = { label, references: [] }));
    return note;
  };
  for (const mark of article.marks) {
    if (mark.type === 'footnoteReference') noteOf(mark.target).references.push({ start: mark.start, end: mark.end });
  }
  for (const [row, block] of article.blocks.entries()) {
    if (block.type !== 'footnoteDefinition') continue;
    const note = noteOf(block.label);
    if (note.block !== undefined) continue;
    note.block = row;
    note.text = shownText(article, block);
  }
  return [...notes.values()];
}
