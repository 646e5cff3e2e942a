import {
  type CharacterTable,
  CLUSTER,
  characterTable,
  clusterClassOf,
  columnsOf,
  traitsOf,
} from './character-table.ts';
import { advance, type ClusterState, joins, widen } from './cluster.ts';

const PLAIN = /^[ -~]*$/;

/**
 * Columns that a terminal gives to `text`: two for wide characters and emoji (a sequence, flag or keycap is
 * one emoji), none for combining marks, controls and format characters. A cluster of an Indic script takes
 * at most two: terminals differ there, and this is what most of them do. Ambiguous characters are narrow.
 */
export function cellWidth(text: string): number {
  return PLAIN.test(text) ? text.length : measure(text, Infinity, characterTable()).width;
}

/** Length of the longest prefix of whole grapheme clusters that fits into `columns`. */
export function prefixWithin(text: string, columns: number): number {
  if (text.length <= columns && PLAIN.test(text)) return text.length;
  return measure(text, columns, characterTable()).length;
}

/** Length and width of the longest prefix of at most `columns`. */
function measure(text: string, columns: number, table: CharacterTable): { length: number; width: number } {
  let total = 0;
  /** The cluster being read: where it starts, its first code point, its columns so far. */
  let start = 0;
  let base = 0;
  let width = 0;
  let previous: number = CLUSTER.Control;
  let state: ClusterState = 0;
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) as number; // in range
    const traits = traitsOf(codePoint, table);
    const next = clusterClassOf(traits);
    const columnsOfNext = columnsOf(traits);
    if (at > 0 && joins(previous, state, next)) {
      width = widen(width, base, codePoint, columnsOfNext, table);
      state = advance(state, next);
    } else {
      if (total + width > columns) break;
      total += width;
      start = at;
      base = codePoint;
      width = columnsOfNext;
      state = advance(0, next);
    }
    previous = next;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return total + width > columns ? { length: start, width: total } : { length: text.length, width: total + width };
}
