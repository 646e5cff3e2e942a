/**
 * A row of the laid-out article: the line `line` of part `part` of block `block`. A long block is laid
 * out in parts so that no key lays out more than one of them; most blocks have one. Holds for one `Flow`;
 * over a change of width carry an offset (`offsetAt`, `locate`).
 */
export interface Position {
  /** Index into `article.blocks` of a leaf or table row; -1 is the title block. */
  block: number;
  part: number;
  line: number;
}

/** Negative, zero or positive as `a` stands before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.block - b.block || a.part - b.part || a.line - b.line;
}
