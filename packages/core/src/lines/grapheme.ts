import { characterTable, clusterClassOf, traitsOf } from './character-table.ts';
import { advance, type ClusterState, joins } from './cluster.ts';

/**
 * End of the grapheme cluster (what people see as one character) that starts at `offset`, at most
 * `text.length`. UAX #29 for Unicode 17, on every platform the same. `CR LF` counts as two.
 */
export function graphemeEnd(text: string, offset: number): number {
  const { length } = text;
  if (offset >= length) return length;
  const first = text.charCodeAt(offset);
  // Two ASCII characters in a row never belong together.
  if (first < 0x80 && (offset + 1 === length || text.charCodeAt(offset + 1) < 0x80)) return offset + 1;
  const table = characterTable();
  let codePoint = text.codePointAt(offset) as number; // in range
  let previous = clusterClassOf(traitsOf(codePoint, table));
  let state: ClusterState = advance(0, previous);
  let at = offset + (codePoint > 0xffff ? 2 : 1);
  while (at < length) {
    codePoint = text.codePointAt(at) as number; // in range
    const next = clusterClassOf(traitsOf(codePoint, table));
    if (!joins(previous, state, next)) break;
    state = advance(state, next);
    previous = next;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** The grapheme clusters of `text`, in order; together they are the text. */
export function* graphemes(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = graphemeEnd(text, at);
    yield text.slice(at, end);
    at = end;
  }
}
