import type { Draft, DraftBlock } from '@lede/core';
import { firstMarkFrom } from './shown-text.ts';

/**
 * A leaf longer than this is laid out in parts of about this many code units (some 200 lines), each by itself:
 * a key then never breaks more than one part, in a paragraph of 10 MB or a million lines of code. Code is cut at
 * line ends, where nothing shows; a paragraph after a space, which can leave one short line in 200.
 */
const PART = 16_384;
/** How far back a good place to cut is looked for. */
const SEARCH = 4096;

/** One part of a leaf: its range of the text, and the marks that begin before it and reach into it. */
export interface Part {
  start: number;
  end: number;
  open: number[];
}

/** The parts of a leaf; one for nearly all of them. */
export function partsOf(article: Draft, block: DraftBlock): Part[] {
  const { start, end } = block;
  if (end - start <= PART + SEARCH) return [{ start, end, open: [] }];
  const parts: Part[] = [];
  for (let from = start; from <= end;) {
    if (end - from <= PART + SEARCH) {
      parts.push({ start: from, end, open: [] });
      break;
    }
    const cut = cutNear(article.text, from + PART);
    // A line end is no part of either side, or it would make an empty line.
    parts.push({ start: from, end: article.text[cut - 1] === '\n' ? cut - 1 : cut, open: [] });
    from = cut;
  }
  openMarks(article, parts);
  return parts;
}

/** A place to cut in the `SEARCH` code units before `at`: after a line end, a sentence, a space, else just there. */
function cutNear(text: string, at: number): number {
  const before = text.slice(at - SEARCH, at);
  const lineEnd = before.lastIndexOf('\n');
  if (lineEnd >= 0) return at - SEARCH + lineEnd + 1;
  const sentence = before.lastIndexOf('. ');
  if (sentence >= 0) return at - SEARCH + sentence + 2;
  const space = before.lastIndexOf(' ');
  if (space >= 0) return at - SEARCH + space + 1;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

/** Finds, in one pass over the leaf's marks, those that reach from one part into the next. */
function openMarks({ marks }: Draft, parts: readonly Part[]): void {
  const [first] = parts;
  if (!first) return;
  let at = firstMarkFrom(marks, first.start);
  let open: number[] = [];
  for (const part of parts) {
    open = open.filter((index) => (marks[index]?.end ?? 0) > part.start);
    part.open = [...open];
    for (let mark = marks[at]; mark && mark.start < part.end; mark = marks[++at]) {
      if (mark.end > part.end) open.push(at);
    }
  }
}
